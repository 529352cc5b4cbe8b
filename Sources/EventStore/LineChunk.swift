/// Memory that whole lines of a segment are read into, for as long as anybody needs the lines.
final class LineChunk: @unchecked Sendable {
  // Unchecked because one thread fills it, before any other has it.
  let buffer: UnsafeMutableRawBufferPointer
  /// The lines, each with its LF.
  private(set) var bytes: UnsafeRawBufferPointer

  init() {
    buffer = .allocate(byteCount: SegmentScan.bufferByteCount, alignment: 64)
    bytes = UnsafeRawBufferPointer(rebasing: buffer[..<0])
  }

  deinit { buffer.deallocate() }

  /// Says how many bytes of the buffer are lines.
  func hold(_ count: Int) {
    bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
  }

  /// Calls the closure with stretches of whole lines of about so many bytes each, and where they begin.
  func forEachPart(ofAbout byteCount: Int, _ body: (UnsafeRawBufferPointer, Int) -> Void) {
    var begin = 0
    while begin < bytes.count {
      let end = min(bytes.count, lineFeed(in: bytes, from: min(bytes.count, begin + byteCount)) + 1)
      body(UnsafeRawBufferPointer(rebasing: bytes[begin..<end]), begin)
      begin = end
    }
  }
}
