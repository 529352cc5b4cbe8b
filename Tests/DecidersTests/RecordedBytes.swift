import AccessModel
import CanonicalJSON
import Chronology
import EventSourcing
import Events
import Projections

/// What a log keeps of played events: bytes, and when each was recorded. Everything read from it is read from the bytes.
struct RecordedBytes {
  private(set) var lines: [(recorded: Instant, bytes: [UInt8])] = []
  /// What all of it folds to.
  private(set) var register = Register()

  mutating func append(_ fact: Recorded<AccessEvent>) throws {
    var json = JSONWriter()
    SignedEvent(
      id: fact.id, revision: fact.revision, effective: fact.effective, actor: fact.actor,
      command: fact.command, caseNumber: fact.caseNumber, reason: fact.reason, basis: nil,
      event: fact.event
    ).write(to: &json)
    lines.append((fact.recorded, json.bytes))
    let read = try event(at: lines.count - 1)
    if read.event.correction == nil {
      register.apply(read, by: Corrections(register.corrections))
    } else {
      // What is corrected was folded long ago.
      register = try fold(lines.count)
    }
  }

  func event(at position: Int) throws -> Recorded<AccessEvent> {
    let (recorded, bytes) = lines[position]
    return try bytes.withUnsafeBytes {
      try SignedEvent(bytes: $0).recorded(at: UInt64(position), recorded)
    }
  }

  /// So many of the first events.
  func events(_ count: Int) throws -> [Recorded<AccessEvent>] {
    try (0..<count).map { try event(at: $0) }
  }

  /// What the first so many events fold to, as they then read.
  func fold(_ count: Int) throws -> Register {
    let events = try events(count)
    let corrections = Corrections(
      events.compactMap { event in event.event.correction.map { CorrectionRow($0, in: event) } })
    var register = Register()
    for event in events { register.apply(event, by: corrections) }
    return register
  }

  /// How many were recorded by a moment.
  func count(knownAt moment: Instant) -> Int {
    lines.firstIndex { moment < $0.recorded } ?? lines.count
  }
}
