public import AccessModel
public import CanonicalJSON

/// The requester takes the request back.
///
/// It does not say: that the need was not there.
public struct RequestWithdrawn: EventPayload {
  public var request: RequestID

  public init(
    request: RequestID
  ) {
    self.request = request
  }

  public init(blank: Void) {
    self.init(
      request: RequestID(blank: ()))
  }

  public static let kind = EventKind.requestWithdrawn
  public static let description = EventDescription(
    about: "The requester takes the request back.",
    recordedBy: "The requester, or the person it is about.",
    doesNotSay: "That the need was not there.")

  public var stream: StreamID { StreamID(.request, request) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("request", &request, "The request's identifier.")
  }
}
