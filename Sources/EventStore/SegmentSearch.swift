import CanonicalJSON
import Diagnostics

/// Finds about where a line stands in a segment, without an index: lines say their own positions, and are about equally long.
struct SegmentSearch {
  let files: any FileSystem
  let file: FileDescriptor
  /// The first position of the segment.
  let first: UInt64
  let lines: UInt64
  /// Where the part that counts ends, in bytes.
  let end: Int

  /// A line and what it takes for its line end to be met.
  private static let probeByteCount = RecordLine.byteCountMax + 64
  /// So near before the line wanted, reading on is cheaper than another probe.
  private static let nearByteCount = 1 << 14

  init(
    _ files: any FileSystem, _ file: FileDescriptor, first: UInt64, lines: UInt64, end: Int
  ) {
    self.files = files
    self.file = file
    self.first = first
    self.lines = lines
    self.end = end
  }

  /// The start of a line at or before the one wanted, and that line's position; the start of the segment when its lines say nothing
  /// that can be followed, so that whoever reads from there meets what is wrong.
  func place(of wanted: UInt64) throws(SystemError) -> (offset: Int, position: UInt64) {
    var low = (offset: 0, position: first)
    var high = (offset: end, position: first + lines)
    // Interpolation takes a few probes; lines of very different lengths some more.
    for _ in 0..<24 {
      guard wanted > low.position, high.position > low.position,
        high.offset - low.offset > Self.nearByteCount
      else { break }
      let share = Double(wanted - low.position) / Double(high.position - low.position)
      let guess = low.offset + Int(share * Double(high.offset - low.offset))
      // A little before, so that the line found is rather before the one wanted than after it.
      let probe = max(low.offset, guess - Self.nearByteCount / 2)
      if probe == low.offset { break }
      guard let line = try line(after: probe, before: high.offset) else { break }
      guard line.position > low.position, line.position < high.position else { return (0, first) }
      if line.position <= wanted {
        low = line
        if guess - line.offset <= Self.nearByteCount { break }
      } else {
        high = line
      }
    }
    return low
  }

  /// The first line that begins after a place; `nil` when there is none or it does not say its position.
  private func line(
    after offset: Int, before limit: Int
  ) throws(SystemError) -> (offset: Int, position: UInt64)? {
    let bytes = try files.contents(
      of: file, from: offset, count: min(Self.probeByteCount, limit - offset))
    guard let feed = bytes.firstIndex(of: 0x0A), offset + feed + 1 < limit else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var reader = JSONReader(UnsafeRawBufferPointer(rebasing: bytes[(feed + 1)...]))
      do {
        try reader.take("{\"seq\":")
        let position = try reader.integer()
        return position >= 0 ? (offset + feed + 1, UInt64(position)) : nil
      } catch {
        return nil
      }
    }
  }
}
