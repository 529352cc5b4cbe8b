public import AccessModel
public import CanonicalJSON
public import Chronology

/// The grant covers less or ends earlier from the effective moment on.
///
/// It does not say: that it has been carried out in the system.
public struct GrantNarrowed: EventPayload {
  public var grant: GrantID
  public var by: PersonID
  public var scope: ScopeName?
  public var until: Instant?
  public var reviewDays: Int64?

  public init(
    grant: GrantID, by: PersonID, scope: ScopeName? = nil, until: Instant? = nil,
    reviewDays: Int64? = nil
  ) {
    self.grant = grant
    self.by = by
    self.scope = scope
    self.until = until
    self.reviewDays = reviewDays
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), by: PersonID(blank: ()))
  }

  public static let kind = EventKind.grantNarrowed
  public static let description = EventDescription(
    about: "The grant covers less or ends earlier from the effective moment on.",
    recordedBy:
      "A manager, the head of administration, the steward, the deputy, the owner, the administrator, the custodian, or the holder.",
    doesNotSay: "That it has been carried out in the system.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The grant's identifier.")
    try visitor.field("by", &by, "Who narrowed it.")
    try visitor.optional("scope", &scope, "The part of the system it is limited to, when narrower.")
    try visitor.optional("until", &until, "The first moment after, when earlier.")
    try visitor.optional(
      "reviewDays", &reviewDays, "How often it is reviewed, in days, when more often.")
  }
}
