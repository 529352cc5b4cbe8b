public import AccessModel
public import CanonicalJSON
public import Chronology

/// The grant has no effect from the effective moment until it is resumed or a set time has
/// come; its end does not move.
///
/// It does not say: that it has ended.
public struct GrantSuspended: EventPayload {
  public var grant: GrantID
  public var by: PersonID
  public var cause: SuspensionCause
  public var until: Instant?

  public init(
    grant: GrantID, by: PersonID, cause: SuspensionCause, until: Instant? = nil
  ) {
    self.grant = grant
    self.by = by
    self.cause = cause
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), by: PersonID(blank: ()), cause: .risk)
  }

  public static let kind = EventKind.grantSuspended
  public static let description = EventDescription(
    about:
      "The grant has no effect from the effective moment until it is resumed or a set time has come; its end does not move.",
    recordedBy:
      "A manager, the head of administration, the steward, the deputy, the owner, the administrator, the information-security coordinator, a job, the custodian, or the holder.",
    doesNotSay: "That it has ended.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The grant's identifier.")
    try visitor.field("by", &by, "Who suspended it.")
    try visitor.field("cause", &cause, "Why.")
    try visitor.optional("until", &until, "The first moment after, when one was set.")
  }
}
