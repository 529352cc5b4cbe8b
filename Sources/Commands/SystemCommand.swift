public import AccessModel

/// What is asked about systems and what can be granted in them.
public enum SystemCommand: Sendable {
  case register(RegisterSystem)
  case classify(ClassifySystem)
  case changeStatus(ChangeSystemStatus)
  case define(DefineEntitlement)
  case findAccount(FindAccount)
}

/// Take a system into the register.
public struct RegisterSystem: Sendable {
  public var system: SystemID
  public var name: String
  public var owner: UnitID
  public var ownership: Ownership
  public var reviewDays: Int64?
  public var purpose: String?

  public init(
    system: SystemID, name: String, owner: UnitID, ownership: Ownership, reviewDays: Int64? = nil,
    purpose: String? = nil
  ) {
    self.system = system
    self.name = name
    self.owner = owner
    self.ownership = ownership
    self.reviewDays = reviewDays
    self.purpose = purpose
  }
}

/// Set a system's levels of confidentiality, integrity and availability.
public struct ClassifySystem: Sendable {
  public var system: SystemID
  public var classification: Classification

  public init(
    system: SystemID, classification: Classification
  ) {
    self.system = system
    self.classification = classification
  }
}

/// Move a system on in its life.
public struct ChangeSystemStatus: Sendable {
  public var system: SystemID
  public var status: SystemStatus

  public init(
    system: SystemID, status: SystemStatus
  ) {
    self.system = system
    self.status = status
  }
}

/// Define a right that can be granted.
public struct DefineEntitlement: Sendable {
  public var entitlement: EntitlementID
  public var name: String
  public var description: String
  public var account: AccountKind
  public var privilege: Privilege
  public var decidedBy: Role
  public var validityDaysMax: Int64?
  /// Whether it is set apart for emergency access.
  public var emergency: Answer?

  public init(
    entitlement: EntitlementID, name: String, description: String, account: AccountKind,
    privilege: Privilege, decidedBy: Role, validityDaysMax: Int64? = nil, emergency: Answer? = nil
  ) {
    self.emergency = emergency
    self.entitlement = entitlement
    self.name = name
    self.description = description
    self.account = account
    self.privilege = privilege
    self.decidedBy = decidedBy
    self.validityDaysMax = validityDaysMax
  }
}

/// Record an account that was found in a system.
public struct FindAccount: Sendable {
  public var account: AccountID
  public var system: SystemID
  public var kind: AccountKind
  public var person: PersonID?

  public init(
    account: AccountID, system: SystemID, kind: AccountKind, person: PersonID? = nil
  ) {
    self.account = account
    self.system = system
    self.kind = kind
    self.person = person
  }
}
