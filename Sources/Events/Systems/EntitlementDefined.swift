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
  public var validityDaysMax: Int64?
  public var reviewDays: Int64?
  public var level: Int64?
  public var matter: MatterCode?
  public var position: PositionCode?
  public var courses: [CourseCode]
  public var emergency: Answer?
  public var yearlyCost: Int64?

  public init(
    entitlement: EntitlementID, name: Label, description: Label, account: AccountKind,
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
    try visitor.optional(
      "validityDaysMax", &validityDaysMax,
      "The longest time a grant may run, in days, when shorter than the rules say.")
    try visitor.optional(
      "reviewDays", &reviewDays,
      "The longest time between reviews, in days, when shorter than the rules say.")
    try visitor.optional("level", &level, "The level of its own, 0 to 4, when above the system's.")
    try visitor.optional(
      "matter", &matter,
      "The group of matters in delegation orders; when there is one, it is decided on delegation and not in a role."
    )
    try visitor.optional("position", &position, "The position its holder must have.")
    try visitor.field(
      "courses", &courses, "The courses its holder must have completed, all of them.")
    try visitor.optional("emergency", &emergency, "Whether it may be activated in an emergency.")
    try visitor.optional(
      "yearlyCost", &yearlyCost, "What one holder costs in a year, in whole kronor.")
  }
}
