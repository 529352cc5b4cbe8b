public import Chronology
public import Diagnostics
public import Transparency

/// The log kept in memory, line by line the same as in a file: for tests, trials and rehearsals.
public final class InMemoryEventLog: EventLog {
  public let origin: String
  public private(set) var head = TreeHead.empty
  public private(set) var lastRecorded: Instant?
  private var tree = MerkleFrontier()
  private var bytes: [UInt8] = []
  /// Where each line begins.
  private var starts: [Int] = []

  public init(origin: String) {
    self.origin = origin
  }

  public func refresh() throws(Diagnostic) {}

  public func append(
    _ batch: UnsignedBatch, signedBy signer: any BatchSigner, now: Instant, expecting: TreeHead,
    purpose: AppendPurpose
  ) throws(AppendFailure) -> AppendReceipt {
    guard expecting == head else { throw .headMoved(to: head) }
    let recorded = max(now, lastRecorded ?? now)
    let first = head.size
    let encoded: EncodedBatch
    do {
      encoded = try EncodedBatch(
        batch, signature: try BatchSignature(of: batch, by: signer, origin: origin), first: first,
        recorded: recorded)
    } catch {
      throw .refused(error)
    }
    for index in encoded.leaves.indices {
      starts.append(bytes.count + encoded.start(of: index))
      tree.append(leafHash: encoded.leaves[index])
    }
    bytes.append(contentsOf: encoded.bytes)
    lastRecorded = recorded
    head = tree.head
    return AppendReceipt(first: first, count: encoded.leaves.count, recorded: recorded, head: head)
  }

  public func makeBlocks() -> any BlockReading { MemoryBlocks(bytes) }

  public func readChunks(
    from position: UInt64, _ body: (RecordChunk) throws -> ReadingStep
  ) throws {
    // What is appended meanwhile is not read, as in a file.
    let (bytes, starts) = (bytes, starts)
    let keeper = BytesKept(bytes)
    var index = Int(min(position, UInt64(starts.count)))
    while index < starts.count {
      let begin = starts[index]
      var end = index + 1
      while end < starts.count, starts[end] - begin < SegmentScan.bufferByteCount { end += 1 }
      let byteEnd = end < starts.count ? starts[end] : bytes.count
      let step = try bytes.withUnsafeBytes { all in
        try body(
          RecordChunk(
            first: UInt64(index), count: end - index, segment: 0, byteOffset: begin,
            bytes: UnsafeRawBufferPointer(rebasing: all[begin..<byteEnd]), keeper: keeper))
      }
      if step == .stop { return }
      index = end
    }
  }
}

/// Keeps the bytes of an array where they are.
private final class BytesKept {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}
