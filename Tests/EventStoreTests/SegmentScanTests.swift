import Glibc
import Testing

@testable import EventStore

@Suite struct `Reading a segment in pieces` {
  /// A segment of 65,536 lines may be a gigabyte long; here it is mostly a hole, which no disk has to keep.
  @Test(arguments: [0, 7])
  func `takes a long one in whole lines, from wherever it begins`(begin: Int) throws {
    let path = freshPath()
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    try #require(descriptor >= 0)
    defer { unlink(path) }
    let spacing = 1 << 14
    let count = 6_000
    for line in 1...count { #expect(pwrite(descriptor, "\n", 1, line * spacing - 1) == 1) }
    close(descriptor)
    let files = LinuxFileSystem()
    let file = try files.open(path, .reading)
    var scan = SegmentScan(files, file, from: begin * spacing, to: count * spacing)
    var next = begin * spacing
    while let (lines, offset) = try scan.next() {
      #expect(offset == next)
      #expect(lines.count % spacing == 0 && lines.count <= SegmentScan.bufferByteCount)
      next += lines.count
    }
    #expect(next == count * spacing)
    try files.close(file)
  }
}
