import CanonicalJSON
import Chronology
import EventSourcing
import EventStore
import Events
import Projections
import Transparency

/// Some lines of the log, hashed and read for what permissions follow from: all that can be done before it is known what came before them.
///
/// One thread at a time fills it or takes from it. It keeps its memory from one filling to the next.
final class PermissionPiece: BlockPiece, @unchecked Sendable {
  let block = LineBlock()
  /// The position that the first line states; whoever takes the piece sees whether it goes on there.
  private(set) var first: UInt64 = 0
  /// How many of the lines count.
  private(set) var lineCount = 0
  /// How many bytes these have, with their line feeds.
  private(set) var byteCount = 0
  /// Whether the lines after those were recorded, or stand, after the last that counts.
  private(set) var isCut = false
  /// What concerns permissions, in the order of the log.
  private(set) var steps: [PermissionStep] = []
  /// The events that were read whole, one for each step that says so, in the same order.
  private(set) var events: [Recorded<AccessEvent>] = []
  /// The tree over the lines, when they are hashed.
  private(set) var run = MerkleRun(from: 0)
  /// What is wrong with the line after the last that counts.
  private(set) var failure: (any Error)?
  private var lines = LineHashes()
  private let span: PermissionSpan

  init(_ span: PermissionSpan) { self.span = span }

  func work() {
    steps.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    (failure, isCut, lineCount, byteCount) = (nil, false, 0, 0)
    lines.findLines(in: block.bytes)
    first = firstPosition
    run.restart(from: first)
    while lineCount < lines.ends.count, failure == nil, !isCut { readLine() }
    if span.isHashing {
      lines.hash(block.bytes, upTo: lineCount) { run.append(leafHashes: $0) }
    }
  }

  /// The lines as a log lends them.
  func chunk(from position: UInt64) -> RecordChunk {
    RecordChunk(
      first: position, count: lines.ends.count, segment: block.segment,
      byteOffset: block.byteOffset, bytes: block.bytes)
  }

  private var firstPosition: UInt64 {
    guard let end = lines.ends.first else { return 0 }
    return PermissionScanner.position(
      of: UnsafeRawBufferPointer(rebasing: block.bytes[..<Int(end)])) ?? 0
  }

  /// Reads the next line.
  private func readLine() {
    let line = UInt32(lineCount)
    let place = byteCount..<Int(lines.ends[lineCount])
    let position = first + UInt64(line)
    if let last = span.last, position > last {
      isCut = true
      return
    }
    let bytes = UnsafeRawBufferPointer(rebasing: block.bytes[place])
    var step: PermissionStep?
    do {
      switch PermissionScanner.read(bytes, at: position, knownAt: span.moment) {
      case .irrelevant: step = nil
      case .step(let read): step = read
      case .beyond:
        isCut = true
        return
      case .whole:
        step = .whole
        let event = try event(in: place, line: line)
        if let moment = span.moment, event.recorded > moment {
          isCut = true
          return
        }
        events.append(event)
      case .misplaced:
        throw chunk(from: first).damaged(
          at: position, offset: place.lowerBound, CanonicalJSONError(.valueOutOfRange, at: 7))
      }
    } catch {
      failure = error
      return
    }
    lineCount += 1
    byteCount = place.upperBound + 1
    guard var step else { return }
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
    let bytes = UnsafeRawBufferPointer(rebasing: block.bytes[place])
    let position = first + UInt64(line)
    let fields: RecordLine
    do { fields = try RecordLine(bytes) } catch {
      throw chunk(from: first).damaged(at: position, offset: place.lowerBound, error)
    }
    return try Ledger.event(
      of: Record(position: position, line: bytes, fields: fields, leaf: nil))
  }
}

/// How much of the log permissions are folded from.
struct PermissionSpan: Sendable {
  /// The last position, and the last moment of record, that count.
  var last: UInt64?
  var moment: Instant?
  /// Whether the lines are hashed.
  var isHashing: Bool
}
