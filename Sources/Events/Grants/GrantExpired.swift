public import AccessModel
public import CanonicalJSON
public import Chronology

/// It was noticed that the grant had ended by itself.
///
/// It does not say: that it ended then: it ended when its time had come, noticed or not.
public struct GrantExpired: EventPayload {
  public var grant: GrantID
  public var expired: Instant
  public var cause: ExpiryCause

  public init(
    grant: GrantID, expired: Instant, cause: ExpiryCause
  ) {
    self.grant = grant
    self.expired = expired
    self.cause = cause
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), expired: Instant(milliseconds: 0), cause: .period)
  }

  public static let kind = EventKind.grantExpired
  public static let description = EventDescription(
    about: "It was noticed that the grant had ended by itself.",
    recordedBy: "A scheduled job.",
    doesNotSay: "That it ended then: it ended when its time had come, noticed or not.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The grant's identifier.")
    try visitor.field("expired", &expired, "When it ended.")
    try visitor.field("cause", &cause, "What ended it.")
  }
}
