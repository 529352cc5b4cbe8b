public import Diagnostics
public import EventStore
import Projections
public import Transparency

extension Ledger {
  /// The files of the log's own keys.
  var logKeyFiles: LogKeyFiles { LogKeyFiles(path: logKeyPath ?? "\(path)/\(LogKeyFiles.name)") }

  /// Issues a checkpoint of the head and brings the tiles up to it.
  ///
  /// - Throws: `PUB-01` and `PUB-02` when the log has said something else before, `LKEY-01` when the log's key is not there, and what
  ///   the system says.
  public func publish(_ scope: PublishingScope = .whole) throws(LedgerError) -> PublishingReceipt {
    for _ in 0..<Ledger.attemptsMax {
      try fold()
      do throws(AppendFailure) { try log.beginAppending(expecting: log.head) } catch {
        // Another process has written, and this one has its head now.
        if case .headMoved = error { continue }
        throw LedgerError(appending: error)
      }
      defer { log.endAppending() }
      do throws(Diagnostic) { return try issueCheckpoint(scope).receipt } catch {
        throw LedgerError(opening: error)
      }
    }
    throw .locked(
      LedgerCodes.contention.diagnostic(
        .init(en: "attempts", sv: "försök", "\(Ledger.attemptsMax)")))
  }

  /// Brings a folder for a web server up to what is published.
  ///
  /// - Throws: `PUB-01`, `PUB-02` and `PUB-03` when the folder has something else, and what the system says.
  public func copyPublished(to folder: String) throws(LedgerError) -> PublicCopyReceipt {
    do throws(Diagnostic) { return try log.copyPublished(to: folder) } catch {
      throw LedgerError(opening: error)
    }
  }

  /// What there is to publish, without publishing it: the head, and the checkpoint that was published last.
  public func publishable() throws(LedgerError) -> (head: TreeHead, published: SignedCheckpoint?) {
    do throws(Diagnostic) { return (log.head, try log.publishedCheckpoint()) } catch {
      throw .unavailable(error)
    }
  }

  /// What there is to tell after a commit: why no checkpoint was issued, or that one of two keys did not sign.
  ///
  /// The command is recorded all the same, and `liggare publish` makes up for it. Called with the lock held, while the register holds
  /// what was committed.
  func checkpointTrouble() -> [Diagnostic] {
    if defersCheckpoint { return [] }
    do throws(Diagnostic) {
      return try issueCheckpoint(.news).missing.map {
        LogKeyCode.missing.diagnostic(.init(en: "key", sv: "nyckel", $0.text))
      }
    } catch {
      return [Self.withoutCheckpoint(error)]
    }
  }

  /// The same after several commits, of which only the last was to have a checkpoint.
  func endDeferring() -> [Diagnostic] {
    defersCheckpoint = false
    return publishNews()
  }

  /// Issues a checkpoint of what came since the last one; gives what there is to tell of it.
  func publishNews() -> [Diagnostic] {
    do throws(LedgerError) {
      _ = try publish(.news)
      return []
    } catch {
      return error.diagnostics.map(Self.withoutCheckpoint)
    }
  }

  private static func withoutCheckpoint(_ error: Diagnostic) -> Diagnostic {
    // What contradicts the log weighs more than that it is not signed.
    guard !isContradiction(error) else { return error }
    return LedgerCodes.noCheckpoint.diagnostic(
      facts: [.init(en: "because", sv: "eftersom", localized: error.statement)] + error.facts)
  }

  /// Whether the log has said something else before.
  public static func isContradiction(_ diagnostic: Diagnostic) -> Bool {
    [PublicationCode.contradicted, PublicationCode.setBack].contains { $0.code == diagnostic.code }
  }

  private func issueCheckpoint(
    _ scope: PublishingScope
  ) throws(Diagnostic) -> (receipt: PublishingReceipt, missing: [NoteVerifierKey]) {
    let current = register.currentLogKeys
    let retired = register.logKeys.filter { $0.retired != nil }.compactMap(\.verifierKey)
    if !retired.isEmpty { try logKeyFiles.settle(current: current, retired: retired) }
    let found = try logKeyFiles.privateHalves(of: current)
    guard !found.keys.isEmpty else {
      throw LogKeyCode.missing.diagnostic(
        facts: [.init(en: "file", sv: "fil", logKeyFiles.path)]
          + found.missing.map { .init(en: "key", sv: "nyckel", $0.text) })
    }
    return (try log.publish(signedBy: found.keys, scope), found.missing)
  }
}
