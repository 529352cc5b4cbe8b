public import Chronology
import EventSourcing
import EventStore
import Events
public import Projections
public import Transparency

/// What folding the log from nothing came to.
public struct Replay {
  public var register: Register
  /// The number of bytes read and hashed, with line ends.
  public var byteCount: Int
  /// The tree over what was folded.
  public var head: TreeHead
}

extension Ledger {
  /// Folds the log from nothing, hashing every byte, to a position or a moment of record; all of it compared with the head's root.
  public func replay(
    to last: UInt64? = nil, knownAt moment: Instant? = nil
  ) throws(LedgerError) -> Replay {
    var register = Register(reservingEvents: Int(log.head.size))
    var tree = MerkleFrontier()
    var byteCount = 0
    do {
      try log.read(hashing: true) { record in
        if let last, record.position > last { return .stop }
        if let moment, record.fields.recorded > moment { return .stop }
        let recorded = try Ledger.event(of: record)
        try Ledger.checkRevision(of: recorded, in: register)
        register.apply(recorded)
        byteCount += record.line.count + 1
        if let leaf = record.leaf { tree.append(leafHash: leaf) }
        return .proceed
      }
    } catch {
      throw LedgerError(reading: error)
    }
    return Replay(register: register, byteCount: byteCount, head: tree.head)
  }
}
