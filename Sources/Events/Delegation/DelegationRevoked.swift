public import AccessModel
public import CanonicalJSON

/// The delegation holds no more from the effective moment on.
///
/// It does not say: that decisions made on it before are undone: they stand.
public struct DelegationRevoked: EventPayload {
  public var delegation: DelegationID

  public init(
    delegation: DelegationID
  ) {
    self.delegation = delegation
  }

  public init(blank: Void) {
    self.init(
      delegation: DelegationID(blank: ()))
  }

  public static let kind = EventKind.delegationRevoked
  public static let description = EventDescription(
    about: "The delegation holds no more from the effective moment on.",
    recordedBy: "The registrar.",
    doesNotSay: "That decisions made on it before are undone: they stand.")

  public var stream: StreamID { StreamID(.delegation, delegation) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("delegation", &delegation, "The delegation's identifier.")
  }
}
