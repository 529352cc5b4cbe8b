/// What is said of a right besides what it is and who decides on it: how long it may run, and what its holder must have.
///
/// Of a change, what is `nil`, and courses when there are none, stay as before.
public struct EntitlementConditions: Hashable, Sendable {
  /// The longest time a grant may run, in days; `nil` for as the rules say.
  public var validityDaysMax: Int64?
  /// The longest time between reviews, in days; `nil` for as the rules say.
  public var reviewDays: Int64?
  /// The level of its own, 0 to 4; `nil` for the system's.
  public var level: Int64?
  /// The group of matters in delegation orders; when there is one, it is decided on delegation and not in a role.
  public var matter: MatterCode?
  /// The position its holder must have.
  public var position: PositionCode?
  /// The courses its holder must have completed, all of them.
  public var courses: [CourseCode]
  /// Whether it may be activated in an emergency.
  public var emergency: Answer?
  /// What one holder costs in a year, in whole kronor.
  public var yearlyCost: Int64?

  public init(
    validityDaysMax: Int64? = nil, reviewDays: Int64? = nil, level: Int64? = nil,
    matter: MatterCode? = nil, position: PositionCode? = nil, courses: [CourseCode] = [],
    emergency: Answer? = nil, yearlyCost: Int64? = nil
  ) {
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
