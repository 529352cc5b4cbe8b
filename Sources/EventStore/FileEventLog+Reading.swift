import Diagnostics
import Transparency

extension FileEventLog {
  public func makeBlocks() -> any BlockReading {
    SegmentBlocks(reader, size: head.size, last: (extent.segment, extent.byteCount))
  }

  public func readChunks(
    from position: UInt64, _ body: (RecordChunk) throws -> ReadingStep
  ) throws {
    let size = head.size
    guard position < size else { return }
    let last = extent.segment
    let buffers = SegmentBuffers()
    var segment = position / format.segmentSize * format.segmentSize
    while segment < size {
      let file = try reader.openSegment(segment)
      defer { reader.close(file) }
      let end =
        segment == last
        ? extent.byteCount
        : try reporting { () throws(SystemError) in
          try files.size(file)
        }
      let segmentEnd = min(segment + format.segmentSize, size)
      let step = try readSegment(
        segment, file, end: end, lines: segmentEnd - segment,
        from: max(position, segment), buffers, body)
      if step == .stop { return }
      segment = segmentEnd
    }
  }

  /// Lets the system read the next segment while this one is worked on. That it is there is for whoever opens it to see.
  private func expectReading(of segment: UInt64) {
    guard segment <= extent.segment, let file = try? reader.openSegment(segment) else { return }
    files.expectReading(file)
    reader.close(file)
  }

  private func readSegment(
    _ segment: UInt64, _ file: FileDescriptor, end: Int, lines: UInt64, from position: UInt64,
    _ buffers: SegmentBuffers, _ body: (RecordChunk) throws -> ReadingStep
  ) throws -> ReadingStep {
    var (begin, next) = (0, segment)
    if position > segment {
      let search = SegmentSearch(files, file, first: segment, lines: lines, end: end)
      (begin, next) = try reporting { () throws(SystemError) in try search.place(of: position) }
    }
    var isExpected = false
    var scan = SegmentScan(files, file, from: begin, to: end, buffers: buffers)
    do {
      while let (bytes, offset) = try scan.next() {
        var count = 0
        var skipped = 0
        forEachLine(in: bytes) { line, start in
          if next + UInt64(count) < position { skipped = start + line.count + 1 }
          count += 1
        }
        let first = max(next, position)
        next += UInt64(count)
        guard next <= segment + lines else { throw reader.corruption(segment, at: offset) }
        if next <= position { continue }
        let chunk = RecordChunk(
          first: first, count: Int(next - first), segment: segment, byteOffset: offset + skipped,
          bytes: UnsafeRawBufferPointer(rebasing: bytes[skipped...]), keeper: buffers)
        if try body(chunk) == .stop { return .stop }
        // Whoever asks for one event has it by now; whoever goes on will come to the next segment.
        if !isExpected { expectReading(of: segment + format.segmentSize) }
        isExpected = true
      }
    } catch let fault as SegmentScan.Fault {
      switch fault {
      case .system(let error): throw error.diagnostic()
      case .noLineFeed(let offset): throw reader.corruption(segment, at: offset)
      }
    }
    guard next == segment + lines else { throw reader.corruption(segment, at: end) }
    return .proceed
  }
}
