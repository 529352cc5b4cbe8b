import CanonicalJSON
import EventSourcing
import EventStore
import Events
import Projections
import Transparency

/// Some lines of the log, hashed and read for what permissions follow from: all that can be done before it is known what came before them.
///
/// One thread at a time fills it or takes from it. It keeps its memory from one filling to the next.
final class PermissionPiece: @unchecked Sendable {
  private(set) var chunk = RecordChunk(
    first: 0, count: 0, segment: 0, byteOffset: 0, bytes: .init(start: nil, count: 0))
  /// What concerns permissions, in the order of the log.
  private(set) var steps: [PermissionStep] = []
  /// The events that were read whole, one for each step that says so, in the same order.
  private(set) var events: [Recorded<AccessEvent>] = []
  /// The tree over the lines, when they are hashed.
  private(set) var run = MerkleRun(from: 0)
  /// What is wrong with a line, and which line that is.
  private(set) var failure: (line: UInt32, error: any Error)?
  private var lines = LineHashes()

  func read(_ chunk: RecordChunk, isHashing: Bool) {
    self.chunk = chunk
    steps.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    run.restart(from: chunk.first)
    failure = nil
    lines.findLines(in: chunk.bytes)
    var begin = 0
    for (line, end) in lines.ends.enumerated() where failure == nil {
      read(begin..<Int(end), line: UInt32(line))
      begin = Int(end) + 1
    }
    if isHashing { lines.hash(chunk.bytes) { run.append(leafHashes: $0) } }
  }

  private func read(_ place: Range<Int>, line: UInt32) {
    let bytes = UnsafeRawBufferPointer(rebasing: chunk.bytes[place])
    var step: PermissionStep
    do {
      let position = chunk.first + UInt64(line)
      guard PermissionScanner.position(of: bytes) == position else {
        throw chunk.damaged(
          at: position, offset: place.lowerBound, CanonicalJSONError(.valueOutOfRange, at: 7))
      }
      switch PermissionScanner.read(bytes) {
      case .irrelevant: return
      case .step(let read): step = read
      case .whole:
        step = .whole
        events.append(try event(in: place, line: line))
      }
    } catch {
      failure = (line, error)
      return
    }
    step.line = line
    step.begin = UInt32(place.lowerBound)
    step.end = UInt32(place.upperBound)
    steps.append(step)
  }

  /// The event of a step, read whole.
  func event(of step: PermissionStep) throws -> Recorded<AccessEvent> {
    try event(in: Int(step.begin)..<Int(step.end), line: step.line)
  }

  private func event(in place: Range<Int>, line: UInt32) throws -> Recorded<AccessEvent> {
    let bytes = UnsafeRawBufferPointer(rebasing: chunk.bytes[place])
    let position = chunk.first + UInt64(line)
    let fields: RecordLine
    do { fields = try RecordLine(bytes) } catch {
      throw chunk.damaged(at: position, offset: place.lowerBound, error)
    }
    return try Ledger.event(
      of: Record(position: position, line: bytes, fields: fields, leaf: nil))
  }
}
