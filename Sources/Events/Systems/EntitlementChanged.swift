public import AccessModel
public import CanonicalJSON

/// What is said of the right has changed from the effective moment on; what is absent is as
/// before.
///
/// It does not say: that those who hold it should go on holding it.
public struct EntitlementChanged: EventPayload {
  public var entitlement: EntitlementID
  public var name: Label?
  public var description: Label?
  public var privilege: Privilege?
  public var decidedBy: Role?
  public var conditions: EntitlementConditions

  public init(
    entitlement: EntitlementID, name: Label? = nil, description: Label? = nil,
    privilege: Privilege? = nil, decidedBy: Role? = nil,
    conditions: EntitlementConditions = EntitlementConditions()
  ) {
    self.entitlement = entitlement
    self.name = name
    self.description = description
    self.privilege = privilege
    self.decidedBy = decidedBy
    self.conditions = conditions
  }

  public init(blank: Void) {
    self.init(
      entitlement: EntitlementID(blank: ()))
  }

  public static let kind = EventKind.entitlementChanged
  public static let description = EventDescription(
    about:
      "What is said of the right has changed from the effective moment on; what is absent is as before.",
    recordedBy: "The steward, the deputy, or the owner.",
    doesNotSay: "That those who hold it should go on holding it.")

  public var stream: StreamID { StreamID(.system, entitlement.system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("entitlement", &entitlement, "The entitlement, `SYSTEM/NAME`.")
    try visitor.optional("name", &name, "What the right is called.")
    try visitor.optional("description", &description, "What it lets its holder do, in plain words.")
    try visitor.optional("privilege", &privilege, "Whether it gives power over the system itself.")
    try visitor.optional("decidedBy", &decidedBy, "Which role decides on it.")
    try conditions.visitFields(&visitor)
  }
}
