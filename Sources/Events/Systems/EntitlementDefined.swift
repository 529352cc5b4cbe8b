public import AccessModel
public import CanonicalJSON

/// The right can be requested and granted.
///
/// It does not say: that anybody has it.
public struct EntitlementDefined: EventPayload {
  public var entitlement: EntitlementID
  public var name: Label
  public var description: Label
  public var account: AccountKind
  public var privilege: Privilege
  public var decidedBy: Role
  public var conditions: EntitlementConditions

  public init(
    entitlement: EntitlementID, name: Label, description: Label, account: AccountKind,
    privilege: Privilege, decidedBy: Role,
    conditions: EntitlementConditions = EntitlementConditions()
  ) {
    self.entitlement = entitlement
    self.name = name
    self.description = description
    self.account = account
    self.privilege = privilege
    self.decidedBy = decidedBy
    self.conditions = conditions
  }

  public init(blank: Void) {
    self.init(
      entitlement: EntitlementID(blank: ()), name: Label(blank: ()), description: Label(blank: ()),
      account: .personal, privilege: .ordinary, decidedBy: .auditor)
  }

  public static let kind = EventKind.entitlementDefined
  public static let description = EventDescription(
    about: "The right can be requested and granted.",
    recordedBy: "The steward, the deputy, or the owner.",
    doesNotSay: "That anybody has it.")

  public var stream: StreamID { StreamID(.system, entitlement.system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("entitlement", &entitlement, "The entitlement's identifier, `SYSTEM/NAME`.")
    try visitor.field("name", &name, "What the right is called.")
    try visitor.field("description", &description, "What it lets its holder do, in plain words.")
    try visitor.field("account", &account, "Through what kind of account it is held.")
    try visitor.field("privilege", &privilege, "Whether it gives power over the system itself.")
    try visitor.field(
      "decidedBy", &decidedBy, "Which role decides on it: owner, steward, manager or head.")
    try conditions.visitFields(&visitor)
  }
}
