import Diagnostics

/// Buffers that are filled in turn, so that what was read stands while the next two are read.
final class SegmentBuffers {
  private let buffers: [UnsafeMutableRawBufferPointer]
  private var turn = 0

  init(byteCount: Int = SegmentScan.bufferByteCount) {
    buffers = (0..<3).map { _ in .allocate(byteCount: max(1, byteCount), alignment: 64) }
  }

  deinit { for buffer in buffers { buffer.deallocate() } }

  func next() -> UnsafeMutableRawBufferPointer {
    turn = (turn + 1) % buffers.count
    return buffers[turn]
  }
}

/// Reads a part of a segment in whole lines through reused buffers.
struct SegmentScan: ~Copyable {
  let files: any FileSystem
  let file: FileDescriptor
  /// Where the next read begins.
  private(set) var offset: Int
  /// Where the part ends; the byte before it must be an LF.
  let end: Int
  private let buffers: SegmentBuffers
  /// How much to read next: little at first for who begins in the middle and may want one line, twice as much each time.
  private var step: Int

  static let bufferByteCount = 1 << 20
  private static let firstByteCount = 1 << 15

  /// - Parameter buffers: those of a reading that goes on from segment to segment.
  init(
    _ files: any FileSystem, _ file: FileDescriptor, from offset: Int, to end: Int,
    buffers: SegmentBuffers? = nil
  ) {
    self.files = files
    self.file = file
    self.offset = offset
    self.end = end
    // A line fits in any step that is not the last one.
    step = offset == 0 ? Self.bufferByteCount : Self.firstByteCount
    self.buffers =
      buffers ?? SegmentBuffers(byteCount: min(Self.bufferByteCount, end - offset))
  }

  /// What the scan met instead of a whole line.
  enum Fault: Error {
    case system(SystemError)
    /// The file ends, or the part does, or 16 KiB pass, with no LF.
    case noLineFeed(at: Int)
  }

  /// The next whole lines and where they begin, good until two more were read; `nil` at the end.
  mutating func next() throws(Fault) -> (bytes: UnsafeRawBufferPointer, offset: Int)? {
    guard offset < end else { return nil }
    let buffer = buffers.next()
    let wanted = UnsafeMutableRawBufferPointer(
      rebasing: buffer[..<min(buffer.count, step, end - offset)])
    step = min(2 * step, Self.bufferByteCount)
    let lines = try Self.fill(wanted, files, file, from: offset)
    let begin = offset
    offset += lines
    return (UnsafeRawBufferPointer(rebasing: wanted[..<lines]), begin)
  }

  /// Fills a buffer from a place in a file, and gives the number of bytes up to the last LF.
  static func fill(
    _ wanted: UnsafeMutableRawBufferPointer, _ files: any FileSystem, _ file: FileDescriptor,
    from offset: Int
  ) throws(Fault) -> Int {
    let count: Int
    do throws(SystemError) {
      count = try files.readFully(file, into: wanted, at: offset)
    } catch {
      throw .system(error)
    }
    let lines = endOfLastLine(in: UnsafeRawBufferPointer(rebasing: wanted[..<count]))
    guard lines > 0, count == wanted.count || lines == count else { throw .noLineFeed(at: offset) }
    return lines
  }
}
