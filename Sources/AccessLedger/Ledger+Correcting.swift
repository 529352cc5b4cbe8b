import AccessModel
import Chronology
import Diagnostics
import EventSourcing
import EventStore
import Events
public import Projections
import Transparency

extension Ledger {
  /// How the log's events read, as far as they are folded; as they were recorded where the ledger is read so.
  public var corrections: Corrections {
    reading == .corrected ? Corrections(register.corrections) : Corrections()
  }

  /// What is true when those corrections count, whether they are recorded already or not: the log folded anew.
  private func register(correctedBy rows: [CorrectionRow]) throws(LedgerError) -> Register {
    var fold = EventFold(onto: Register(reservingEvents: Int(log.head.size)), foreseeing: rows)
    do { try fold.run(log) } catch { throw LedgerError(reading: error) }
    return fold.register
  }

  /// Judges what new corrections do to the whole, and makes the register anew as it then reads: nobody is locked out (ROL-04), and whose
  /// access ends otherwise than before is told.
  ///
  /// - Parameter count: how many corrections were recorded before.
  /// - Returns: the grants that end otherwise.
  func settleCorrections(
    after count: Int, at moment: Instant
  ) throws(LedgerError) -> Set<GrantID> {
    let rows = register.corrections
    let before = try register(correctedBy: Array(rows.prefix(count)))
    register = try register(correctedBy: rows)
    if let lockout = before.lockout(in: register, at: moment) { throw .refused([lockout]) }
    var changed: Set<GrantID> = []
    for grant in register.grants.rows {
      let end = before.grants[grant.id].flatMap { before.end(of: $0, at: moment) }
      if register.end(of: grant, at: moment) != end { changed.insert(grant.id) }
    }
    return changed
  }
}

extension Ledger {
  /// What the events before a position say, read by those corrections.
  public func register(
    before position: UInt64, correctedBy corrections: Corrections
  ) throws(LedgerError) -> Register {
    var register = Register()
    try readEvents { recorded in
      guard recorded.position < position else { return .stop }
      register.apply(recorded, by: corrections)
      return .proceed
    }
    return register
  }
}
