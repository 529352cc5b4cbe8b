public import AccessModel
public import CanonicalJSON
public import Chronology

/// The grant has no effect from the effective moment on, or from a later one that is named, and must
/// then be removed in the system.
///
/// It does not say: that it has been removed: that is confirmed by its own event.
public struct GrantRevoked: EventPayload {
  public var grant: GrantID
  public var by: PersonID
  public var cause: RevocationCause
  public var until: Instant?

  public init(
    grant: GrantID, by: PersonID, cause: RevocationCause, until: Instant? = nil
  ) {
    self.grant = grant
    self.by = by
    self.cause = cause
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), by: PersonID(blank: ()), cause: .unstated)
  }

  public static let kind = EventKind.grantRevoked
  public static let description = EventDescription(
    about:
      "The grant has no effect from the effective moment on, or from a later one that is named, and must then be removed in the system.",
    recordedBy:
      "The manager, the head of administration, the steward, the owner, the administrator, or the holder: reducing access needs no approval.",
    doesNotSay: "That it has been removed: that is confirmed by its own event.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The grant's identifier.")
    try visitor.field("by", &by, "Who ended it.")
    try visitor.field("cause", &cause, "Why.")
    try visitor.optional(
      "until", &until,
      "The first moment without effect, when a last day was given; until then the grant holds.")
  }
}
