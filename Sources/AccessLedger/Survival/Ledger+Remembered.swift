import Commands
public import Diagnostics
import EventStore
import Projections
public import Transparency
import Witnessing

/// What others remember of a log, asked before it is gone on with from a backup.
public struct RememberedLog: Hashable, Sendable {
  /// The longest log that somebody knows of, when it is longer than what is here.
  public var size: UInt64?
  /// The root over it, when it is known.
  public var root: Digest?
  /// Who knows: a witness by its name, or `checkpoint`.
  public var by: String?
  /// The witnesses that know of nothing longer.
  public var agreeing: [String] = []
  /// The witnesses that could not be asked, and why.
  public var unasked: [Diagnostic] = []

  mutating func note(_ size: UInt64, _ root: Digest?, by name: String) {
    guard size >= self.size ?? 0 else { return }
    // Who knows the root as well tells more.
    if size == self.size, self.root != nil { return }
    self.size = size
    self.root = root
    self.by = name
  }
}

extension Ledger {
  /// Asks the witnesses of a policy, and a checkpoint that somebody kept, whether this log was ever longer than it is here.
  ///
  /// - Parameters:
  ///   - policy: which witnesses; the ledger's own when left out.
  ///   - checkpoint: a signed checkpoint of the log, of whatever size.
  /// - Throws: `.contradicted` when another history is known, `BAK-13` for a checkpoint that the log has not signed.
  public func remembered(
    policy: WitnessPolicy?, checkpoint: SignedCheckpoint?
  ) throws(LedgerError) -> RememberedLog {
    var found = RememberedLog()
    do throws(Diagnostic) {
      if let checkpoint { try compare(checkpoint, &found) }
      var policy = policy
      if policy == nil { policy = try witnessPolicy() }
      if let policy, !policy.witnesses.isEmpty {
        let newest = try newestCheckpointOfThisName()
        for witness in policy.witnesses { try ask(witness, with: newest, &found) }
      }
    } catch {
      throw LedgerError(reading: error)
    }
    return found
  }

  private func compare(
    _ checkpoint: SignedCheckpoint, _ found: inout RememberedLog
  ) throws(Diagnostic) {
    let keys = register.logKeys.compactMap(\.verifierKey)
    guard checkpoint.checkpoint.origin == log.origin else {
      throw RestorationCodes.foreignCheckpoint.diagnostic(
        .init(en: "origin in it", sv: "ursprung i den", checkpoint.checkpoint.origin))
    }
    do throws(Diagnostic) { try checkpoint.verify(signedByAnyOf: keys) } catch {
      throw RestorationCodes.foreignCheckpoint.diagnostic(facts: error.facts)
    }
    guard checkpoint.head.size <= log.head.size else {
      return found.note(checkpoint.head.size, checkpoint.head.root, by: "checkpoint")
    }
    let root = try log.root(at: checkpoint.head.size)
    guard root == checkpoint.head.root else {
      throw PublicationCode.contradicted.diagnostic(
        .init(en: "size", sv: "storlek", "\(checkpoint.head.size)"),
        .init(en: "root of the log", sv: "loggens rot", root.base64),
        .init(
          en: "root it signed before", sv: "rot den signerat tidigare",
          checkpoint.head.root.base64))
    }
  }

  /// The newest checkpoint that the log was given under its present name.
  private func newestCheckpointOfThisName() throws(Diagnostic) -> SignedCheckpoint? {
    var newest: SignedCheckpoint?
    try log.forEachCheckpoint { (checkpoint) throws(Diagnostic) in
      guard checkpoint.checkpoint.origin == log.origin else { return .proceed }
      newest = checkpoint
      return .stop
    }
    return newest
  }

  /// A witness that does not know the log (404) remembers nothing of it.
  private func ask(
    _ witness: WitnessPolicy.Witness, with checkpoint: SignedCheckpoint?,
    _ found: inout RememberedLog
  ) throws(Diagnostic) {
    let name = Diagnostic.Fact(en: "witness", sv: "vittne", witness.name)
    let status: (answer: Int, known: UInt64?)
    let size: UInt64
    do throws(Diagnostic) {
      guard let address = witness.url.flatMap(WitnessAddress.init) else {
        throw WitnessCodes.malformedAddress.diagnostic(
          .init(en: "address", sv: "adress", witness.url ?? "–"))
      }
      guard let checkpoint else { throw PublicationCode.noCheckpoint.diagnostic() }
      size = checkpoint.head.size
      let request = WitnessRequest(oldSize: size, path: [], checkpoint: checkpoint)
      let answer = try WitnessCall(address: address).ask(
        request.bytes, at: ambient.now(), patience: log.patience)
      status = (answer.status, answer.knownSize)
      guard
        [200, 404, 422].contains(answer.status) || answer.status == 409 && answer.knownSize != nil
      else {
        throw WitnessCodes.untrustedAnswer.diagnostic(
          .init(en: "status", sv: "status", "\(answer.status)"))
      }
    } catch {
      var told = error
      told.facts.insert(name, at: 0)
      found.unasked.append(told)
      return
    }
    if let known = status.known, known > log.head.size {
      found.note(known, nil, by: witness.name)
    } else if status.answer == 422 || status.known == size {
      throw WitnessCodes.contradicted.diagnostic(
        name, .init(en: "events it has seen", sv: "händelser det har sett", "\(size)"),
        .init(en: "events here", sv: "händelser här", "\(log.head.size)"))
    } else {
      found.agreeing.append(witness.name)
    }
  }
}
