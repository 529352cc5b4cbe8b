public import Chronology
import Diagnostics
public import Transparency

/// Batches that are kept together, under one lock and with one pair of syncs: all of them, or none.
///
/// Each has its own author, signature and basis, the log as it is with the batches before it. They share the time of record.
public struct BatchGroup {
  /// When the events are recorded.
  public var recorded: Instant { encoded.recorded }
  /// The log with all of the group in it.
  public private(set) var head: TreeHead
  /// How many batches more may be added.
  public private(set) var room: Int
  /// The position of the first event of the group.
  let first: UInt64
  private(set) var encoded: EncodedBatch
  /// The log as it will have been read when the group is committed.
  private(set) var next: CommittedLog

  /// - Parameter head: of that log.
  init(behind log: CommittedLog, at head: TreeHead, now: Instant) {
    next = log
    self.head = head
    first = head.size
    room = log.batchesBehind
    encoded = EncodedBatch(recorded: max(now, log.lastRecorded ?? now))
    next.lastRecorded = encoded.recorded
  }

  /// Whether nothing has been added.
  public var isEmpty: Bool { encoded.leaves.isEmpty }

  /// How much more may be added.
  public struct Space {
    private var batches: Int
    private var events: Int

    init(batches: Int, events: Int) {
      self.batches = batches
      self.events = events
    }

    public var isEmpty: Bool { batches == 0 }

    /// Whether a batch of so many events can be added.
    public func admits(events count: Int) -> Bool { batches > 0 && count <= events }

    /// Counts a batch of so many events as added.
    public mutating func take(events count: Int) {
      batches -= 1
      events -= count
    }
  }

  public var space: Space {
    Space(batches: room, events: RecordLine.batchCountMax - encoded.leaves.count)
  }

  /// Whether so many events more are not too many for one commit.
  public func hasRoom(forEvents count: Int) -> Bool {
    room > 0 && encoded.leaves.count + count <= RecordLine.batchCountMax
  }

  mutating func add(
    _ batch: UnsignedBatch, _ signature: BatchSignature
  ) throws(Diagnostic) -> AppendReceipt {
    precondition(
      hasRoom(forEvents: batch.events.count), "A group has no more than one commit may have.")
    let first = head.size
    let begin = encoded.leaves.count
    try encoded.append(batch, signature: signature, first: first)
    for index in begin..<encoded.leaves.count {
      if next.tree.isSegmentFull {
        next.noteFullSegment()
        next.byteCount = 0
      }
      next.tree.append(leafHash: encoded.leaves[index])
      next.byteCount += encoded.ends[index] - encoded.start(of: index)
    }
    room -= 1
    head = next.tree.head
    return AppendReceipt(
      first: first, count: batch.events.count, recorded: recorded, head: head)
  }
}
