public import Diagnostics
public import EventStore
import Glibc
import Projections
import Transparency

extension Ledger {
  /// What `recover` would do to a ledger, in its order; nothing is written.
  ///
  /// - Throws: `.damaged` where there is nothing that can be put in order, and why it could not be looked at.
  public static func recoveryPlan(
    at path: String, patience: FileEventLog.Patience
  ) throws(LedgerError) -> [RecoveryStep] {
    do throws(Diagnostic) {
      var steps = try FileEventLog.recoveryPlan(at: path, patience: patience)
      steps += abandonedDrafts(of: path).map { .removeDraft($0) }
      let log = try FileEventLog.open(at: path, for: .examining)
      let published = try log.publishedCheckpoint()?.head.size ?? 0
      if published < log.head.size { steps.append(.publish(from: published)) }
      return steps
    } catch {
      throw LedgerError(opening: error)
    }
  }

  /// The drafts of derived files whose writers are gone.
  private static func abandonedDrafts(of path: String) -> [String] {
    Snapshot.abandonedDrafts(of: path) + KeptPermissions(of: path).abandonedDrafts()
  }

  /// Puts in order what an interruption left, and says what was done. Doing it twice is doing it once.
  ///
  /// Bytes of the log are never removed, only put aside; what is before the head is never changed.
  /// - Parameter logKeyPath: where the log's own key is, when that is not in the folder.
  /// - Returns: what was done, and what stood against issuing a checkpoint.
  public static func recover(
    at path: String, logKeyPath: String?, patience: FileEventLog.Patience, ambient: Ambient
  ) throws(LedgerError) -> (steps: [RecoveryStep], warnings: [Diagnostic]) {
    let steps = try recoveryPlan(at: path, patience: patience)
    let ledger = try open(at: path, for: .writing, patience: patience, ambient: ambient)
    ledger.logKeyPath = logKeyPath
    do throws(Diagnostic) { try ledger.log.removeDrafts() } catch {
      throw LedgerError(opening: error)
    }
    for draft in abandonedDrafts(of: path) { unlink(draft) }
    // What the log tells of and the register of identities has not done: erasures, disposals, markings.
    try ledger.settleIdentities()
    var warnings: [Diagnostic] = []
    let isBehind = steps.contains { if case .publish = $0 { true } else { false } }
    if isBehind {
      do throws(LedgerError) { _ = try ledger.publish(.whole) } catch {
        if case .contradicted = error { throw error }
        warnings = error.diagnostics
      }
    }
    return (steps, warnings)
  }

  /// Makes a damaged `head` anew from the newest checkpoint that the log's own key has signed and its lines bear out.
  ///
  /// - Parameter isDryRun: whether only to say what would be done.
  /// - Returns: what was done, or would be.
  /// - Throws: `LOG-23` when `head` is whole; `.damaged` with `LOG-24` when no checkpoint is borne out; `.contradicted` with `PUB-02` when
  ///   the log has signed more than its lines hold.
  public static func rebuildHead(
    at path: String, isDryRun: Bool, patience: FileEventLog.Patience
  ) throws(LedgerError) -> [RecoveryStep] {
    do throws(Diagnostic) {
      let rebuilding = try HeadRebuilding(at: path, patience: patience)
      var passedOver: [SignedCheckpoint] = []
      for checkpoint in try rebuilding.checkpoints() {
        guard let keys = try keys(in: checkpoint, rebuilding) else {
          passedOver.append(checkpoint)
          continue
        }
        for longer in passedOver where longer.isSigned(byAnyOf: keys) {
          throw PublicationCode.setBack.diagnostic(
            .init(
              en: "events the lines hold", sv: "händelser som raderna har",
              "\(checkpoint.head.size)"),
            .init(en: "events signed for", sv: "händelser som signerats", "\(longer.head.size)"))
        }
        let steps = try rebuilding.plan(checkpoint)
        if !isDryRun { try rebuilding.perform(checkpoint) }
        return steps
      }
      throw StoreCode.noGoodCheckpoint.diagnostic(
        .init(en: "checkpoints here", sv: "kontrollpunkter här", "\(passedOver.count)"))
    } catch {
      throw LedgerError(opening: error)
    }
  }

  /// The log's keys as the lines of a checkpoint have them; nothing unless these bear it out and one of the keys has signed it.
  private static func keys(
    in checkpoint: SignedCheckpoint, _ rebuilding: HeadRebuilding
  ) throws(Diagnostic) -> [NoteVerifierKey]? {
    var audit = EventAudit()
    let verification: LogVerification?
    do {
      verification = try rebuilding.verify(
        checkpoint, keys: { audit.key($0, at: $1) }, origin: { audit.origin },
        onRecord: { audit.take($0) })
    } catch {
      throw (error as? Diagnostic)
        ?? LedgerCodes.unreadableEvent.diagnostic(.init(en: "fault", sv: "fel", "\(error)"))
    }
    guard let verification, max(verification.verdict, audit.verdict) == .intact else { return nil }
    guard checkpoint.isSigned(byAnyOf: audit.logKeys) else { return nil }
    return audit.register.logKeys.compactMap(\.verifierKey)
  }
}

extension SignedCheckpoint {
  fileprivate func isSigned(byAnyOf keys: [NoteVerifierKey]) -> Bool {
    do throws(Diagnostic) { try verify(signedByAnyOf: keys) } catch { return false }
    return true
  }
}
