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
  public var validityDaysMax: Int64?
  public var reviewDays: Int64?
  public var level: Int64?
  public var matter: MatterCode?
  public var position: PositionCode?
  public var courses: [CourseCode]
  public var emergency: Answer?
  public var yearlyCost: Int64?

  public init(
    entitlement: EntitlementID, name: Label? = nil, description: Label? = nil,
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
    try visitor.optional(
      "validityDaysMax", &validityDaysMax, "The longest time a grant may run, in days.")
    try visitor.optional("reviewDays", &reviewDays, "The longest time between reviews, in days.")
    try visitor.optional("level", &level, "The level of its own, 0 to 4, when above the system's.")
    try visitor.optional(
      "matter", &matter, "The group of matters it belongs to in delegation orders.")
    try visitor.optional("position", &position, "The position its holder must have.")
    try visitor.field(
      "courses", &courses,
      "The courses its holder must have completed, all of them; empty for as before.")
    try visitor.optional("emergency", &emergency, "Whether it may be activated in an emergency.")
    try visitor.optional(
      "yearlyCost", &yearlyCost, "What one holder costs in a year, in whole kronor.")
  }
}
