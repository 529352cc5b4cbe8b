public import AccessModel
public import CanonicalJSON
public import Chronology

/// The machine's clock stands behind the last recorded time by more than two minutes.
///
/// It does not say: which of the two times is right.
public struct ClockStepped: EventPayload {
  public var lastRecorded: Instant
  public var clock: Instant

  public init(
    lastRecorded: Instant, clock: Instant
  ) {
    self.lastRecorded = lastRecorded
    self.clock = clock
  }

  public init(blank: Void) {
    self.init(
      lastRecorded: Instant(milliseconds: 0), clock: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.clockStepped
  public static let description = EventDescription(
    about: "The machine's clock stands behind the last recorded time by more than two minutes.",
    recordedBy: "The ledger itself, with the next command's key.",
    doesNotSay: "Which of the two times is right.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("lastRecorded", &lastRecorded, "The time of the last event.")
    try visitor.field("clock", &clock, "What the clock showed.")
  }
}
