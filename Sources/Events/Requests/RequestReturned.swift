public import AccessModel
public import CanonicalJSON
public import Chronology

/// The request is sent back with a question, which is the reason of the event.
///
/// It does not say: that it is denied.
public struct RequestReturned: EventPayload {
  public var request: RequestID
  public var by: PersonID
  public var due: Instant

  public init(
    request: RequestID, by: PersonID, due: Instant
  ) {
    self.request = request
    self.by = by
    self.due = due
  }

  public init(blank: Void) {
    self.init(
      request: RequestID(blank: ()), by: PersonID(blank: ()), due: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.requestReturned
  public static let description = EventDescription(
    about: "The request is sent back with a question, which is the reason of the event.",
    recordedBy:
      "The steward, the deputy, the owner, a manager, the administrator, or the custodian.",
    doesNotSay: "That it is denied.")

  public var stream: StreamID { StreamID(.request, request) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("request", &request, "The request's identifier.")
    try visitor.field("by", &by, "Who asks.")
    try visitor.field("due", &due, "When an answer is expected.")
  }
}
