public import Diagnostics
import EventStore
public import Transparency
import Witnessing

extension Ledger {
  /// The request that somebody carries to a witness that knows the log at a size.
  ///
  /// - Throws: `PUB-04` when there is no checkpoint of the head, `WIT-11` for a size above the head's.
  public func witnessRequest(from size: UInt64) throws(Diagnostic) -> WitnessRequest {
    guard let checkpoint = try log.publishedCheckpoint(), checkpoint.head == log.head else {
      throw PublicationCode.noCheckpoint.diagnostic(
        .init(en: "size", sv: "storlek", "\(log.head.size)"))
    }
    guard size <= log.head.size else {
      throw WitnessCodes.sizeAhead.diagnostic(
        .init(en: "size given", sv: "angiven storlek", "\(size)"),
        .init(en: "events here", sv: "händelser här", "\(log.head.size)"))
    }
    return WitnessRequest(
      oldSize: size, path: try log.consistencyProof(from: size, to: log.head.size).path,
      checkpoint: checkpoint)
  }

  /// Takes in what a witness answered to a request that was carried to it, and says what is known of all witnesses then.
  ///
  /// - Throws: `WIT-06` for an answer that fits no checkpoint or no witness of the policy, `WIT-09` for a contradiction.
  public func accept(witnessAnswer bytes: [UInt8]) throws(LedgerError) -> WitnessReport {
    do throws(Diagnostic) {
      guard let policy = try witnessPolicy(), let answer = WitnessAnswer(lines: bytes) else {
        throw WitnessCodes.untrustedAnswer.diagnostic()
      }
      if let known = answer.knownSize, known > log.head.size {
        throw WitnessCodes.contradicted.diagnostic(
          .init(en: "events it has seen", sv: "händelser det har sett", "\(known)"),
          .init(en: "events here", sv: "händelser här", "\(log.head.size)"))
      }
      guard answer.status == 200, try take(answer.body, under: policy) else {
        throw WitnessCodes.untrustedAnswer.diagnostic(
          .init(en: "status", sv: "status", "\(answer.status)"),
          .init(en: "it says", sv: "det säger", Self.firstLine(of: answer.body)))
      }
      var report = WitnessReport(
        entries: policy.witnesses.map { .init(witness: $0, outcome: .notAsked) })
      try complete(&report, under: policy)
      return report
    } catch {
      throw error.code == WitnessCodes.contradicted.code
        ? .contradicted(error) : LedgerError(reading: error)
    }
  }

  /// Puts cosignature lines to the checkpoint that they are over; says whether there is one.
  private func take(_ body: [UInt8], under policy: WitnessPolicy) throws(Diagnostic) -> Bool {
    var found: (size: UInt64, lines: [NoteSignature])?
    var count = 0
    try log.forEachCheckpoint { (checkpoint) throws(Diagnostic) in
      count += 1
      let note = try SignedNote(checkpoint.checkpoint.text + [0x0A] + body)
      for witness in policy.witnesses {
        let lines = note.signatures.filter { $0.claims(witness.key) }
        var cosigned = checkpoint
        cosigned.add(lines)
        if !lines.isEmpty, Self.isCosigned(cosigned, by: witness.key) {
          found = (checkpoint.head.size, lines)
        }
      }
      return found != nil || count == Self.checkpointsMax ? .stop : .proceed
    }
    guard let found else { return false }
    try log.addCosignatures(found.lines, toCheckpoint: found.size)
    return true
  }

  /// How many checkpoints are looked through, from the newest back.
  static let checkpointsMax = 10_000

  private static func isCosigned(
    _ checkpoint: SignedCheckpoint, by witness: NoteVerifierKey
  ) -> Bool {
    do throws(Diagnostic) { return try checkpoint.cosignatureTime(by: witness) != nil } catch {
      return false
    }
  }

  private static func firstLine(of body: [UInt8]) -> String {
    let line = body.prefix(200).prefix { $0 != 0x0A }
    return String(decoding: line.map { (0x20..<0x7F).contains($0) ? $0 : 0x3F }, as: UTF8.self)
  }
}
