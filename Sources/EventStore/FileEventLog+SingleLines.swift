import CanonicalJSON
import Transparency

/// Single lines, here and there in the log, for stories and reasons.
///
/// A segment has no index: a line is looked for where it should stand if all were equally long, in 32 KiB, and mostly it is there. So one
/// reading is enough where `readChunks(from:_:)` makes two, with buffers for readers who go on. What this does not find it leaves to that,
/// which tells what is wrong.
extension FileEventLog {
  /// Lets single lines come from the disk, all together, for whoever asks for each of them next.
  public func expectLines(at positions: some Sequence<UInt64>) {
    var open: (segment: UInt64, file: FileDescriptor, end: Int)?
    for position in positions.sorted() where position < head.size {
      let segment = segment(of: position)
      if open?.segment != segment {
        if let open { reader.close(open.file) }
        open = openLines(of: segment).map { (segment, $0.file, $0.end) }
      }
      guard let open else { continue }
      let probe = LineProbe(first: segment, lines: lineCount(of: segment), end: open.end)
      files.expectReading(open.file, probe.range(around: position))
    }
    if let open { reader.close(open.file) }
  }

  /// Lends the line at one position, where it is found by looking at where it should be.
  ///
  /// - Returns: `nil` where it is not: whether it is there at all is for `read(from:hashing:_:)` to tell.
  /// - Throws: `LOG-14` when the line is not of the grammar, and whatever the closure throws.
  public func lendLine<Result>(
    at position: UInt64, _ body: (Record) throws -> Result
  ) throws -> Result? {
    let segment = segment(of: position)
    guard position < head.size, let (file, end) = openLines(of: segment) else { return nil }
    defer { reader.close(file) }
    return try withUnsafeTemporaryAllocation(byteCount: LineProbe.byteCount, alignment: 64) {
      buffer in
      var probe = LineProbe(first: segment, lines: lineCount(of: segment), end: end)
      for _ in 0..<LineProbe.triesMax {
        let range = probe.range(around: position)
        let target = UnsafeMutableRawBufferPointer(rebasing: buffer[..<range.count])
        guard let count = try? files.readFully(file, into: target, at: range.lowerBound),
          count == range.count
        else { return nil }
        let bytes = UnsafeRawBufferPointer(target)
        switch probe.look(for: position, in: bytes, at: range.lowerBound) {
        case .astray: return nil
        case .nearer: continue
        case .found(let line):
          let chunk = RecordChunk(
            first: position, count: 1, segment: segment,
            byteOffset: range.lowerBound + line.lowerBound,
            bytes: UnsafeRawBufferPointer(rebasing: bytes[line]))
          var result: Result?
          _ = try chunk.forEachRecord(hashing: false) { record in
            result = try body(record)
            return .stop
          }
          return result
        }
      }
      return nil
    }
  }

  /// The file of a segment, and where what counts of it ends; `nil` when it cannot be read.
  private func openLines(of segment: UInt64) -> (file: FileDescriptor, end: Int)? {
    guard let file = try? reader.openSegment(segment) else { return nil }
    if segment == extent.segment { return (file, extent.byteCount) }
    guard let end = try? files.size(file) else {
      reader.close(file)
      return nil
    }
    return (file, end)
  }

  private func lineCount(of segment: UInt64) -> UInt64 {
    min(format.segmentSize, head.size - segment)
  }
}

/// Where in a segment a line is looked for, and what is known of where it is.
struct LineProbe {
  /// How much is looked at: some dozens of lines, and more than the longest.
  static let byteCount = 1 << 15
  static let triesMax = 8
  /// How much of that lies before where the line should begin.
  private static let leadByteCount = 1 << 13

  /// The beginnings of two lines between which the line is, or the end of all.
  private var low: (offset: Int, position: UInt64)
  private var high: (offset: Int, position: UInt64)

  init(first: UInt64, lines: UInt64, end: Int) {
    low = (0, first)
    high = (end, first + lines)
  }

  enum Outcome {
    /// The line, with its LF.
    case found(Range<Int>)
    /// It is elsewhere, and where is known better now.
    case nearer
    /// The lines say nothing that can be followed.
    case astray
  }

  /// The bytes in which a line should be.
  func range(around wanted: UInt64) -> Range<Int> {
    guard wanted >= low.position, wanted < high.position, high.offset > low.offset else {
      return low.offset..<low.offset
    }
    let share = Double(wanted - low.position) / Double(high.position - low.position)
    let guess = low.offset + Int(share * Double(high.offset - low.offset))
    let begin = max(low.offset, guess - LineProbe.leadByteCount)
    return begin..<min(begin + LineProbe.byteCount, high.offset)
  }

  /// Looks for a line in the bytes of its range.
  mutating func look(
    for wanted: UInt64, in bytes: UnsafeRawBufferPointer, at offset: Int
  ) -> Outcome {
    // Only what begins where a line does begins with one.
    var begin = offset == low.offset ? 0 : lineFeed(in: bytes, from: 0) + 1
    guard begin < bytes.count, var position = LineProbe.position(in: bytes, at: begin),
      position >= low.position, position < high.position
    else { return .astray }
    if position > wanted {
      high = (offset + begin, position)
      return .nearer
    }
    while begin < bytes.count {
      let end = lineFeed(in: bytes, from: begin)
      guard end < bytes.count else { break }
      if position == wanted { return .found(begin..<end + 1) }
      position += 1
      begin = end + 1
    }
    guard offset + begin > low.offset else { return .astray }
    low = (offset + begin, position)
    return .nearer
  }

  /// The position that a line says it has.
  private static func position(in bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64? {
    var reader = JSONReader(UnsafeRawBufferPointer(rebasing: bytes[offset...]))
    do {
      try reader.take("{\"seq\":")
      return UInt64(exactly: try reader.integer())
    } catch {
      return nil
    }
  }
}
