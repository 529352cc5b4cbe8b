public import Diagnostics

/// A reading of a log from its beginning to its head in blocks of whole lines, each into memory of whoever asks for the next.
///
/// One thread at a time asks; it can be another one each time.
public protocol BlockReading: AnyObject {
  /// Reads the next lines; false when there are none.
  /// - Throws: what the system says, and `LOG-14` when a segment ends in the middle of a line.
  func next(into block: LineBlock) throws(Diagnostic) -> Bool

  /// The refusal of what was read of a segment because it has not the lines that it should.
  func miscounted(_ segment: UInt64) -> Diagnostic
}

/// The blocks of some of a ledger's segments.
final class SegmentBlocks: BlockReading {
  private let reader: LedgerReader
  /// Up to which position there is something to read, and the segment of which not all counts.
  private let size: UInt64
  private let last: (segment: UInt64, byteCount: Int)
  /// The segment that comes next, and where in it to begin.
  private var coming: UInt64
  private var begin: Int
  private var current: (segment: UInt64, file: FileDescriptor, offset: Int, end: Int)?
  /// The beginning of the line that the last block ended in.
  private var carry: [UInt8] = []

  /// The blocks from a segment to the end of the log.
  ///
  /// - Parameters:
  ///   - begin: where in that segment to begin, in bytes; a line must begin there.
  ///   - size: the number of events before the end.
  ///   - last: the segment that the end is in, and how many of its bytes count.
  init(
    _ reader: LedgerReader, from segment: UInt64 = 0, at begin: Int = 0, size: UInt64,
    last: (segment: UInt64, byteCount: Int)
  ) {
    self.reader = reader
    self.size = size
    self.last = last
    self.begin = begin
    coming = segment
  }

  deinit {
    if let current { reader.close(current.file) }
  }

  func next(into block: LineBlock) throws(Diagnostic) -> Bool {
    guard let (segment, file, offset, end) = try segmentWithMore() else { return false }
    let count = min(block.room.count, end - offset)
    let found = try reporting { () throws(SystemError) in
      try reader.files.readFully(
        file, into: UnsafeMutableRawBufferPointer(rebasing: block.room[..<count]), at: offset)
    }
    guard found == count else { throw reader.corruption(segment, at: offset) }
    let rest = carry.withUnsafeBytes {
      block.hold(after: $0, count, segment: segment, byteOffset: offset)
    }
    guard let rest else { throw reader.corruption(segment, at: offset) }
    carry.removeAll(keepingCapacity: true)
    carry.append(contentsOf: rest)
    current?.offset = offset + count
    // Whoever goes on will come to the next segment.
    if offset == 0 { expectReading(of: coming) }
    return true
  }

  func miscounted(_ segment: UInt64) -> Diagnostic { reader.corruption(segment, at: 0) }

  /// The segment at hand, or the next where that has ended.
  private func segmentWithMore() throws(Diagnostic) -> (UInt64, FileDescriptor, Int, Int)? {
    while true {
      if let current {
        if current.offset < current.end {
          return (current.segment, current.file, current.offset, current.end)
        }
        guard carry.isEmpty else { throw reader.corruption(current.segment, at: current.end) }
        reader.close(current.file)
        self.current = nil
      }
      guard coming < size else { return nil }
      let segment = coming
      let file = try reader.openSegment(segment)
      current = (segment, file, begin, begin)
      let end =
        segment == last.segment
        ? last.byteCount
        : try reporting { () throws(SystemError) in try reader.files.size(file) }
      current = (segment, file, begin, end)
      begin = 0
      coming += reader.format.segmentSize
    }
  }

  /// Lets the system read a segment while the one before it is worked on. That it is there is for whoever opens it to see.
  private func expectReading(of segment: UInt64) {
    guard segment < size, let file = try? reader.openSegment(segment) else { return }
    reader.files.expectReading(file)
    reader.close(file)
  }
}

/// The blocks of lines that lie in memory.
final class MemoryBlocks: BlockReading {
  private let bytes: [UInt8]
  private var offset = 0
  private var carry: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func next(into block: LineBlock) throws(Diagnostic) -> Bool {
    guard offset < bytes.count else { return false }
    let count = min(block.room.count, bytes.count - offset)
    bytes.withUnsafeBytes {
      block.room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
    }
    let rest = carry.withUnsafeBytes {
      block.hold(after: $0, count, segment: 0, byteOffset: offset)
    }
    guard let rest else { throw miscounted(0) }
    carry = Array(rest)
    offset += count
    return true
  }

  func miscounted(_ segment: UInt64) -> Diagnostic { StoreCode.corruption.diagnostic() }
}
