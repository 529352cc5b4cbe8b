public import Chronology
public import Diagnostics
public import Transparency

/// A log of events: whole batches in order, each signed, never changed again.
///
/// One conformance suite says what every log must do, whatever it is kept in. A log is not to be
/// shared between threads; two logs over the same ledger are two values of this.
public protocol EventLog: AnyObject {
  /// The name of the log, which its signatures and checkpoints carry.
  var origin: String { get }
  /// The size and root this value has read up to; it moves with `append` and `refresh` only.
  var head: TreeHead { get }
  /// When the last event was recorded; `nil` in an empty log.
  var lastRecorded: Instant? { get }

  /// Moves `head` to what the log holds now, after checking what is new against the new root.
  func refresh() throws(Diagnostic)

  /// Appends a batch, whole or not at all; when it returns, the batch is kept for good.
  ///
  /// The signature is asked for before any lock is taken, so that a person may take time to touch a
  /// key. The recorded time is `now`, or that of the last event when the clock is behind it.
  /// - Throws: `.headMoved` when the log's head is not `expecting`: read and decide again.
  func append(
    _ batch: UnsignedBatch, signedBy signer: any BatchSigner, now: Instant, expecting: TreeHead,
    purpose: AppendPurpose
  ) throws(AppendFailure) -> AppendReceipt

  /// Lends whole lines in pieces of about one mebibyte, from the event at `position` to `head`.
  ///
  /// The bytes of a chunk are overwritten when the third chunk after it is read, and stay in memory as long as the chunk does. Memory does
  /// not grow with the log.
  /// - Throws: a `Diagnostic` when the log cannot be read, and whatever the closure throws.
  func readChunks(
    from position: UInt64, _ body: (RecordChunk) throws -> ReadingStep
  ) throws

  /// A reading from the first event to `head` for many threads; what is appended meanwhile is not read.
  func makeBlocks() -> any BlockReading
}

extension EventLog {
  /// Appends an ordinary batch.
  public func append(
    _ batch: UnsignedBatch, signedBy signer: any BatchSigner, now: Instant, expecting: TreeHead
  ) throws(AppendFailure) -> AppendReceipt {
    try append(batch, signedBy: signer, now: now, expecting: expecting, purpose: .ordinary)
  }
}

/// Whether a reader wants more.
@frozen
public enum ReadingStep: Hashable, Sendable {
  case proceed
  case stop
}

/// What a batch is appended for, which matters only when the disk is full.
public enum AppendPurpose: Hashable, Sendable {
  /// Everything but the closing event. Refused while less than the reserve is free.
  case ordinary
  /// The event that says the disk is full: it may use up the reserve.
  case closing
}

/// What a log says about a batch it has kept.
public struct AppendReceipt: Hashable, Sendable {
  /// The position of the batch's first event.
  public var first: UInt64
  /// The number of events.
  public var count: Int
  /// When the ledger learnt them.
  public var recorded: Instant
  /// The log with the batch in it.
  public var head: TreeHead

  public init(first: UInt64, count: Int, recorded: Instant, head: TreeHead) {
    self.first = first
    self.count = count
    self.recorded = recorded
    self.head = head
  }
}

/// Why a batch was not appended, as far as the caller acts differently.
public enum AppendFailure: Error, Hashable, Sendable {
  /// The log's head is another than expected; nothing was written, decide again.
  case headMoved(to: TreeHead)
  /// Another process is writing; nothing was written, try again in a moment.
  case locked(Diagnostic)
  /// The disk is full; nothing of the batch was kept. A closing event may still fit.
  case diskFull(Diagnostic)
  /// The last step failed; whether the batch is kept shows when the log is opened again.
  case outcomeUnknown(Diagnostic)
  /// Nothing was kept, for the reason given.
  case refused(Diagnostic)

  /// The failure for a person to read.
  public var diagnostic: Diagnostic {
    switch self {
    case .headMoved(let head):
      StoreCode.headMoved.diagnostic(
        .init(en: "events in the log now", sv: "händelser i loggen nu", String(head.size)))
    case .locked(let diagnostic), .diskFull(let diagnostic), .outcomeUnknown(let diagnostic),
      .refused(let diagnostic):
      diagnostic
    }
  }
}
