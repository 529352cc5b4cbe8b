public import AccessModel
public import CanonicalJSON
public import Chronology

/// The decisions made on delegation in a period have been reported to the body.
///
/// It does not say: that the body agreed with them.
public struct DelegationReported: EventPayload {
  public var body: UnitID
  public var meeting: Day
  public var from: Instant
  public var until: Instant
  public var requests: [RequestID]
  public var left: [RequestID]
  public var minutes: Label

  public init(
    body: UnitID, meeting: Day, from: Instant, until: Instant, requests: [RequestID] = [],
    left: [RequestID] = [], minutes: Label
  ) {
    self.body = body
    self.meeting = meeting
    self.from = from
    self.until = until
    self.requests = requests
    self.left = left
    self.minutes = minutes
  }

  public init(blank: Void) {
    self.init(
      body: UnitID(blank: ()), meeting: Day(number: 0), from: Instant(milliseconds: 0),
      until: Instant(milliseconds: 0), minutes: Label(blank: ()))
  }

  public static let kind = EventKind.delegationReported
  public static let description = EventDescription(
    about: "The decisions made on delegation in a period have been reported to the body.",
    recordedBy: "The registrar.",
    doesNotSay: "That the body agreed with them.")

  public var stream: StreamID { StreamID(.unit, body) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("body", &body, "The body they were reported to.")
    try visitor.field("meeting", &meeting, "The day of the meeting.")
    try visitor.field("from", &from, "The first moment of the period.")
    try visitor.field("until", &until, "The first moment after it.")
    try visitor.field("requests", &requests, "The requests that were decided.")
    try visitor.field("left", &left, "Decisions of the period that were left for another meeting.")
    try visitor.field("minutes", &minutes, "The minutes' reference.")
  }
}
