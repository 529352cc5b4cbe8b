public import AccessModel
public import CanonicalJSON

/// The right is granted no more from the effective moment on.
///
/// It does not say: that those who hold it have lost it.
public struct EntitlementRetired: EventPayload {
  public var entitlement: EntitlementID
  public var successor: EntitlementName?

  public init(
    entitlement: EntitlementID, successor: EntitlementName? = nil
  ) {
    self.entitlement = entitlement
    self.successor = successor
  }

  public init(blank: Void) {
    self.init(
      entitlement: EntitlementID(blank: ()))
  }

  public static let kind = EventKind.entitlementRetired
  public static let description = EventDescription(
    about: "The right is granted no more from the effective moment on.",
    recordedBy: "The steward, the deputy, or the owner.",
    doesNotSay: "That those who hold it have lost it.")

  public var stream: StreamID { StreamID(.system, entitlement.system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("entitlement", &entitlement, "The entitlement, `SYSTEM/NAME`.")
    try visitor.optional(
      "successor", &successor, "The right in the same system that takes its place.")
  }
}
