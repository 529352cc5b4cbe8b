public import AccessModel

/// Define a right that can be granted.
public struct DefineEntitlement: Sendable {
  public var entitlement: EntitlementID
  public var name: String
  public var description: String
  public var account: AccountKind
  public var privilege: Privilege
  public var decidedBy: Role
  public var validityDaysMax: Int64?
  public var reviewDays: Int64?
  /// The level of its own, 0 to 4.
  public var level: Int64?
  public var matter: MatterCode?
  /// The position its holder must have.
  public var position: PositionCode?
  /// The courses its holder must have completed.
  public var courses: [CourseCode]
  public var emergency: Answer?
  /// In whole kronor.
  public var yearlyCost: Int64?

  public init(
    entitlement: EntitlementID, name: String, description: String, account: AccountKind,
    privilege: Privilege, decidedBy: Role, validityDaysMax: Int64? = nil, reviewDays: Int64? = nil,
    level: Int64? = nil, matter: MatterCode? = nil, position: PositionCode? = nil,
    courses: [CourseCode] = [], emergency: Answer? = nil, yearlyCost: Int64? = nil
  ) {
    self.entitlement = entitlement
    self.name = name
    self.description = description
    self.account = account
    self.privilege = privilege
    self.decidedBy = decidedBy
    self.validityDaysMax = validityDaysMax
    self.reviewDays = reviewDays
    self.level = level
    self.matter = matter
    self.position = position
    self.courses = courses
    self.emergency = emergency
    self.yearlyCost = yearlyCost
  }
}

/// Change what is said of a right; what is `nil` stays as it is.
public struct ChangeEntitlement: Sendable {
  public var entitlement: EntitlementID
  public var name: String?
  public var description: String?
  public var privilege: Privilege?
  public var decidedBy: Role?
  public var validityDaysMax: Int64?
  public var reviewDays: Int64?
  public var level: Int64?
  public var matter: MatterCode?
  public var position: PositionCode?
  /// The courses instead of those before; empty for as before.
  public var courses: [CourseCode]
  public var emergency: Answer?
  public var yearlyCost: Int64?

  public init(
    entitlement: EntitlementID, name: String? = nil, description: String? = nil,
    privilege: Privilege? = nil, decidedBy: Role? = nil, validityDaysMax: Int64? = nil,
    reviewDays: Int64? = nil, level: Int64? = nil, matter: MatterCode? = nil,
    position: PositionCode? = nil, courses: [CourseCode] = [], emergency: Answer? = nil,
    yearlyCost: Int64? = nil
  ) {
    self.entitlement = entitlement
    self.name = name
    self.description = description
    self.privilege = privilege
    self.decidedBy = decidedBy
    self.validityDaysMax = validityDaysMax
    self.reviewDays = reviewDays
    self.level = level
    self.matter = matter
    self.position = position
    self.courses = courses
    self.emergency = emergency
    self.yearlyCost = yearlyCost
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
