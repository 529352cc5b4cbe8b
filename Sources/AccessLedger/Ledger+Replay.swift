public import Chronology
import Diagnostics
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
  /// Folds the log from nothing, hashing every byte, to a position or a moment of record.
  ///
  /// What was folded is proved to be the beginning of the log: all of it comes to the head's root, and a part to the root from which the
  /// tree of the head has grown.
  ///
  /// - Throws: `LOG-14` when it is not, and what reading the log throws.
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
    let head = fold.tree.head
    if head.size > 0, head.size < log.head.size {
      let root = try root(ofSize: head.size)
      guard head.root == root else {
        throw LedgerError(
          reading: StoreCode.corruption.diagnostic(
            .init(en: "events", sv: "händelser", "\(head.size)"),
            .init(en: "root", sv: "rot", head.root.base64),
            .init(en: "root committed", sv: "bekräftad rot", root.base64)))
      }
    }
    return Replay(register: fold.register, byteCount: fold.byteCount, head: head)
  }

  /// What was known at a moment: the fold of everything recorded no later, proved to be the beginning of the log.
  public func register(knownAt moment: Instant) throws(LedgerError) -> Register {
    try replay(knownAt: moment).register
  }

  /// The root of the log when it had so many events.
  public func root(ofSize size: UInt64) throws(LedgerError) -> Digest {
    do { return try log.root(at: size) } catch { throw LedgerError(reading: error) }
  }
}
