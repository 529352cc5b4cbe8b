import Glibc

/// The offset of the first LF at or after `offset`; the count when there is none.
@usableFromInline
func lineFeed(in bytes: UnsafeRawBufferPointer, from offset: Int) -> Int {
  guard let base = bytes.baseAddress, offset < bytes.count else { return bytes.count }
  guard let found = memchr(base + offset, 0x0A, bytes.count - offset) else { return bytes.count }
  return UnsafeRawPointer(found) - base
}

/// The offset after the last LF; 0 when there is none.
func endOfLastLine(in bytes: UnsafeRawBufferPointer) -> Int {
  var end = bytes.count
  while end > 0, bytes[end - 1] != 0x0A { end -= 1 }
  return end
}

/// Calls the closure with each line without its LF and its offset; bytes after the last LF are left
/// out.
func forEachLine<Failure: Error>(
  in bytes: UnsafeRawBufferPointer,
  _ body: (UnsafeRawBufferPointer, Int) throws(Failure) -> Void
) throws(Failure) {
  var offset = 0
  while offset < bytes.count {
    let end = lineFeed(in: bytes, from: offset)
    guard end < bytes.count else { return }
    try body(UnsafeRawBufferPointer(rebasing: bytes[offset..<end]), offset)
    offset = end + 1
  }
}
