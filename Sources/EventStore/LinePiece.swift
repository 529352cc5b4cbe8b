public import Chronology
public import Transparency

/// Some lines of a segment, read and hashed: all that can be judged of them before it is known what came before them.
///
/// One thread at a time fills it; then it is only read, until nobody has it any more. It is sound when nothing is wrong with its lines
/// that can be seen in them alone. What is not sound is judged line by line, by `RecordAudit`, which says what is wrong.
public final class LinePiece: @unchecked Sendable {
  /// A line that closes a batch.
  struct Closing {
    /// The place of the line in the piece.
    var place: Int
    var key: KeyFingerprint
    var signature: SSHSignature
  }

  /// The segment, by its first position.
  private(set) var segment: UInt64 = 0
  /// Where in the segment the piece begins, in bytes.
  private(set) var byteOffset = 0
  /// The lines as they lie there, each with its LF.
  private(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  /// What keeps the bytes.
  private var chunk: LineChunk?
  /// Where in the piece the LF of each line is.
  private var ends: [UInt32] = []
  /// Each line, read; good as long as the piece holds them.
  public private(set) var lines: [RecordLine] = []
  /// The leaf hash of each line.
  public private(set) var leaves: [Digest] = []
  /// The tree over the leaves, at the positions that the lines state.
  public private(set) var run = MerkleRun(from: 0)
  /// The lines that close batches, in their order.
  private(set) var closings: [Closing] = []
  private(set) var isSound = false
  /// What the judge of the events made of them, when there is one.
  let reading: (any EventReading)?

  /// - Parameter reading: what reads the events; without one, they are read as JSON and no more.
  init(reading: (any EventReading)?) {
    self.reading = reading
  }

  /// Takes another stretch of lines; they are read by `read()`.
  func hold(_ bytes: UnsafeRawBufferPointer, of chunk: LineChunk, segment: UInt64, byteOffset: Int)
  {
    self.bytes = bytes
    self.chunk = chunk
    self.segment = segment
    self.byteOffset = byteOffset
    isSound = false
  }

  /// Lets the lines go.
  func release() {
    chunk = nil
    bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    lines.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Reads and hashes the lines.
  func read() {
    lines.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    closings.removeAll(keepingCapacity: true)
    do {
      isSound = try readLines() && readEvents()
    } catch {
      isSound = false
    }
    guard isSound, let first = lines.first else { return }
    leaves = [Digest](unsafeUninitializedCapacity: ends.count) { target, count in
      ends.withUnsafeBufferPointer { ends in
        // Not initialised yet, but a digest is bytes that need no initialising.
        let whole = UnsafeMutableBufferPointer(rebasing: target[..<ends.count])
        MerkleTree.leafHashes(of: bytes, ends: ends, into: whole)
      }
      count = ends.count
    }
    // The nodes are hashed in the place of leaves, which are still needed.
    var nodes = leaves
    run.restart(from: first.sequence)
    nodes.withUnsafeMutableBufferPointer { run.append(leafHashes: $0) }
  }

  /// Reads the lines up to `event`; false when one does not go on where the one before it ended.
  private func readLines() throws -> Bool {
    var offset = 0
    while offset < bytes.count {
      let end = lineFeed(in: bytes, from: offset)
      let line = try RecordLine(UnsafeRawBufferPointer(rebasing: bytes[offset..<end]))
      if let before = lines.last {
        let isNext =
          before.isLastOfBatch
          ? line.batchIndex == 1
          : line.batchIndex == before.batchIndex + 1 && line.batchCount == before.batchCount
        guard isNext, line.sequence == before.sequence + 1, line.recorded >= before.recorded else {
          return false
        }
      }
      if let key = line.keyText, let signature = line.signatureText {
        guard let key = KeyFingerprint(key) else { return false }
        let read = try SSHSignature(ordinary: signature) ?? SSHSignature(base64: signature)
        closings.append(Closing(place: lines.count, key: key, signature: read))
      }
      ends.append(UInt32(end))
      lines.append(line)
      offset = end + 1
    }
    return true
  }

  private func readEvents() throws -> Bool {
    if let reading { return reading.read(lines) }
    for line in lines { try line.checkEvent() }
    return true
  }

  /// The position of the line at a place.
  public func position(_ place: Int) -> UInt64 { lines[place].sequence }

  /// When the line at a place was recorded.
  public func recorded(_ place: Int) -> Instant { lines[place].recorded }

  /// The key that the line at a place states, when that completes a batch.
  public func key(closing place: Int) -> KeyFingerprint? {
    var range = 0..<closings.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if closings[middle].place < place {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    guard range.lowerBound < closings.count, closings[range.lowerBound].place == place else {
      return nil
    }
    return closings[range.lowerBound].key
  }

  /// Where in the piece the line at a place begins, in bytes.
  func offset(ofLine place: Int) -> Int { place == 0 ? 0 : Int(ends[place - 1]) + 1 }

  /// A line with where it stands in the log, as a reading line by line gives it.
  func record(_ place: Int) -> Record {
    Record(
      position: lines[place].sequence,
      line: UnsafeRawBufferPointer(rebasing: bytes[offset(ofLine: place)..<Int(ends[place])]),
      fields: lines[place], leaf: leaves[place])
  }
}
