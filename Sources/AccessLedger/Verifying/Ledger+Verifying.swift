import AccessModel
public import Diagnostics
public import EventStore
import Events
import Projections
import Transparency

/// What verifying a whole ledger came to.
public struct LedgerVerification {
  /// What the log itself came to: bytes, tree and signatures.
  public var log: LogVerification
  /// What the events have against each other; at most 1,000.
  public var findings: [Diagnostic]
  /// What each piece of the log's damage touches, in the same order.
  public var reaches: [DamageReach]
  /// How many free texts were disposed of on a decision: the log proves that there were so many, and they are not missing.
  public var disposedTexts: Int
  /// The verdict over both.
  public var verdict: LogVerdict
}

extension Ledger {
  /// Reads every byte of a ledger and checks all that can be checked: grammar, positions, hashes, tree, head, signatures by keys valid at
  /// their position, events, streams, and that each batch was decided on the history before it.
  ///
  /// Works on a damaged ledger; damage is in the answer and not thrown. Where there is some, the log is read once more for what it touches.
  ///
  /// - Parameter progress: told how many events have been read, of how many the head says.
  public static func verify(
    at path: String, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> LedgerVerification {
    var audit = EventAudit()
    let log: LogVerification
    var search: DamageSearch
    var disposals: DisposalAudit
    // Everything is folded only where there is damage whose reach is to be told.
    var register = Register()
    do {
      let total = Int(clamping: (try? FileEventLog.open(at: path, for: .examining))?.head.size ?? 0)
      log = try LogVerification.verify(
        at: path, keys: { audit.key($0, at: $1) }, logKeys: { audit.logKeys },
        origin: { audit.origin }, makeReading: { AuditedEvents() },
        onEvents: { reading, piece, places in
          guard let events = reading as? AuditedEvents else { return }
          audit.take(events, piece, places)
          let before = piece.position(places.lowerBound) / 4_096
          let done = (piece.position(places.upperBound - 1) + 1) / 4_096
          if before < done { progress(Int(done) * 4_096, total) }
        },
        onRecord: {
          audit.take($0)
          if $0.position % 4_096 == 4_095 { progress(Int($0.position) + 1, total) }
        })
      progress(Int(clamping: log.found.size), total)
      search = DamageSearch(log.damage)
      if log.damage.contains(where: { $0.positions != nil }) {
        _ = try LogVerification.verify(
          at: path, keys: { _, _ in nil },
          onRecord: { record in
            guard let signed = try? SignedEvent(bytes: record.fields.event) else { return }
            search.take(signed, record)
            register.apply(signed.recorded(at: record.position, record.fields.recorded))
          })
      }
      disposals = DisposalAudit(audit.register.disposedRecords)
      if !disposals.isEmpty {
        _ = try LogVerification.verify(
          at: path, keys: { _, _ in nil }, onRecord: { disposals.take($0) })
      }
    } catch {
      throw LedgerError(reading: error)
    }
    for finding in disposals.findings { audit.add(finding, .badSignature) }
    return LedgerVerification(
      log: log, findings: audit.findingsWithCounts, reaches: search.reaches(register),
      disposedTexts: disposals.textCount, verdict: max(log.verdict, audit.verdict))
  }
}
