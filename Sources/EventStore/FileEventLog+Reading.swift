public import Chronology
public import Diagnostics
import Transparency

extension FileEventLog {
  public func makeBlocks() -> any BlockReading {
    makeBlocks(from: 0)
  }

  /// A reading from the first event of a segment to `head` for many threads.
  ///
  /// - Parameter segment: the first position of one of the segments.
  public func makeBlocks(from segment: UInt64) -> any BlockReading {
    SegmentBlocks(
      reader, from: segment, size: head.size, last: (extent.segment, extent.byteCount))
  }

  /// The first position of the segment that an event is in.
  func segment(of position: UInt64) -> UInt64 {
    position / format.segmentSize * format.segmentSize
  }

  /// The first position of the last segment that was begun no later than a moment of record; of the first one when none was.
  ///
  /// Looks at a few first lines, for times of record never decrease.
  public func segment(recordedBy moment: Instant) throws(Diagnostic) -> UInt64 {
    var (low, high) = (UInt64(0), (head.size + format.segmentSize - 1) / format.segmentSize)
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if try reader.firstRecorded(middle * format.segmentSize) <= moment {
        low = middle
      } else {
        high = middle
      }
    }
    return low * format.segmentSize
  }

  public func readChunks(
    from position: UInt64, _ body: (RecordChunk) throws -> ReadingStep
  ) throws {
    let size = head.size
    guard position < size else { return }
    let last = extent.segment
    let buffers = SegmentBuffers()
    var segment = segment(of: position)
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
