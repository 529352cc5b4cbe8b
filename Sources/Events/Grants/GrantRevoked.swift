public import AccessModel
public import CanonicalJSON

/// The grant has no effect from the effective moment on and must be removed in the system.
///
/// It does not say: that it has been removed: that is confirmed by its own event.
public struct GrantRevoked: EventPayload {
  public var grant: GrantID
  public var by: PersonID
  public var cause: RevocationCause

  public init(
    grant: GrantID, by: PersonID, cause: RevocationCause
  ) {
    self.grant = grant
    self.by = by
    self.cause = cause
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), by: PersonID(blank: ()), cause: .unstated)
  }

  public static let kind = EventKind.grantRevoked
  public static let description = EventDescription(
    about:
      "The grant has no effect from the effective moment on and must be removed in the system.",
    recordedBy:
      "The manager, the steward, the owner, the administrator, or the holder: reducing access needs no approval.",
    doesNotSay: "That it has been removed: that is confirmed by its own event.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The grant's identifier.")
    try visitor.field("by", &by, "Who ended it.")
    try visitor.field("cause", &cause, "Why.")
  }
}
