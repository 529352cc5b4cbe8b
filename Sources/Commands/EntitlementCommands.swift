public import AccessModel

/// Define a right that can be granted.
public struct DefineEntitlement: Sendable {
  public var entitlement: EntitlementID
  public var name: String
  public var description: String
  public var account: AccountKind
  public var privilege: Privilege
  public var decidedBy: Role
  public var conditions: EntitlementConditions

  public init(
    entitlement: EntitlementID, name: String, description: String, account: AccountKind,
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
}

/// Change what is said of a right; what is `nil` stays as it is.
public struct ChangeEntitlement: Sendable {
  public var entitlement: EntitlementID
  public var name: String?
  public var description: String?
  public var privilege: Privilege?
  public var decidedBy: Role?
  public var conditions: EntitlementConditions

  public init(
    entitlement: EntitlementID, name: String? = nil, description: String? = nil,
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
}

/// Grant a right no more.
public struct RetireEntitlement: Sendable {
  public var entitlement: EntitlementID
  /// The right in the same system that takes its place.
  public var successor: EntitlementName?

  public init(
    entitlement: EntitlementID, successor: EntitlementName? = nil
  ) {
    self.entitlement = entitlement
    self.successor = successor
  }
}
