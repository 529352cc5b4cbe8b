public import AccessModel
public import CanonicalJSON

/// The suspension is over from the effective moment on.
///
/// It does not say: that the grant has got a later end.
public struct GrantResumed: EventPayload {
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

  public static let kind = EventKind.grantResumed
  public static let description = EventDescription(
    about: "The suspension is over from the effective moment on.",
    recordedBy:
      "A manager, the head of administration, the steward, the deputy, or the owner, or the custodian with the case that shows it; never the holder.",
    doesNotSay: "That the grant has got a later end.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The grant's identifier.")
    try visitor.field("by", &by, "Who resumed it.")
  }
}
