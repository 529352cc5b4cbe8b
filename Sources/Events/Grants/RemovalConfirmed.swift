public import AccessModel
public import CanonicalJSON

/// The access is gone from the system.
///
/// It does not say: why it ended: that is the revocation's, or time's.
public struct RemovalConfirmed: EventPayload {
  public var grant: GrantID
  public var by: PersonID

  public init(
    grant: GrantID, by: PersonID
  ) {
    self.grant = grant
    self.by = by
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), by: PersonID(blank: ()))
  }

  public static let kind = EventKind.removalConfirmed
  public static let description = EventDescription(
    about: "The access is gone from the system.",
    recordedBy: "The system's administrator, or an import.",
    doesNotSay: "Why it ended: that is the revocation's, or time's.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The grant's identifier.")
    try visitor.field("by", &by, "Who removed it, or saw that it is gone.")
  }
}
