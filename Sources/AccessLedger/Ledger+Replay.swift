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
    var fold = EventFold(
      onto: Register(reservingEvents: Int(log.head.size)), reading: reading, isHashing: true)
    do {
      try fold.run(log) { recorded in
        if let last, recorded.position > last { return .stop }
        if let moment, recorded.recorded > moment { return .stop }
        return .proceed
      }
    } catch {
      throw LedgerError(reading: error)
    }
    return Replay(register: fold.register, byteCount: fold.byteCount, head: fold.tree.head)
  }

  /// The root of the log when it had so many events.
  public func root(ofSize size: UInt64) throws(LedgerError) -> Digest {
    do { return try log.root(at: size) } catch { throw LedgerError(reading: error) }
  }
}
