public import AccessModel
public import CanonicalJSON
public import Chronology

/// The delegation holds no more from the effective moment on, or from a later one that is named.
///
/// It does not say: that decisions made on it before are undone: they stand.
public struct DelegationRevoked: EventPayload {
  public var delegation: DelegationID
  public var until: Instant?

  public init(
    delegation: DelegationID, until: Instant? = nil
  ) {
    self.delegation = delegation
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      delegation: DelegationID(blank: ()))
  }

  public static let kind = EventKind.delegationRevoked
  public static let description = EventDescription(
    about:
      "The delegation holds no more from the effective moment on, or from a later one that is named.",
    recordedBy: "The registrar.",
    doesNotSay: "That decisions made on it before are undone: they stand.")

  public var stream: StreamID { StreamID(.delegation, delegation) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("delegation", &delegation, "The delegation's identifier.")
    try visitor.optional(
      "until", &until,
      "The first moment without it, when a last day was given; until then the delegation holds.")
  }
}
