public import AccessModel
public import Chronology
import Events

/// What is said of a right at one moment.
public struct EntitlementTerms: Hashable, Sendable {
  public var name: Label
  /// What it lets its holder do.
  public var description: Label
  /// Through what kind of account it is held.
  public var account: AccountKind
  public var privilege: Privilege
  /// Which role decides on it.
  public var decidedBy: Role
  /// The longest time a grant may run, in days; `nil` for as the rules say.
  public var validityDaysMax: Int64?
  /// The longest time between reviews, in days; `nil` for as the rules say.
  public var reviewDays: Int64?
  /// The level of its own, 0 to 4; `nil` for the system's.
  public var level: Int64?
  public var matter: MatterCode?
  /// The position its holder must have.
  public var position: PositionCode?
  /// The courses its holder must have completed, all of them.
  public var courses: [CourseCode]
  /// Whether it may be activated in an emergency.
  public var isForEmergency: Bool
  /// What one holder costs in a year, in whole kronor.
  public var yearlyCost: Int64?
}

extension EntitlementRow {
  /// What is said of the right at a moment; before it was defined, what the definition said.
  public func terms(at moment: Instant) -> EntitlementTerms {
    var terms = definedTerms
    for row in changes.inForce(at: moment, by: \.fact) { terms.apply(row.change) }
    return terms
  }

  /// Whether the right is granted no more at a moment.
  public func isRetired(at moment: Instant) -> Bool {
    retired.map { $0.effective <= moment } ?? false
  }

  /// When the right last came to give more than before: another description, power over the system, a higher level, or
  /// use in emergencies. `nil` when it never has up to the moment.
  ///
  /// Whether a new description gives more is for the reviewers of its holders to say, so every new one counts.
  public func lastWidening(at moment: Instant) -> Instant? {
    var terms = definedTerms
    var found: Instant?
    for row in changes.inForce(at: moment, by: \.fact) {
      let before = terms
      terms.apply(row.change)
      let isWider =
        terms.description != before.description
        || terms.privilege == .privileged && before.privilege == .ordinary
        || (terms.level ?? 0) > (before.level ?? 0)
        || terms.isForEmergency && !before.isForEmergency
      if isWider { found = row.fact.effective }
    }
    return found
  }

  private var definedTerms: EntitlementTerms {
    EntitlementTerms(
      name: name, description: description, account: account, privilege: privilege,
      decidedBy: decidedBy, validityDaysMax: validityDaysMax, reviewDays: reviewDays,
      level: level, matter: matter, position: position, courses: courses,
      isForEmergency: emergency == .yes, yearlyCost: yearlyCost)
  }
}

extension EntitlementTerms {
  fileprivate mutating func apply(_ change: EntitlementChanged) {
    if let name = change.name { self.name = name }
    if let description = change.description { self.description = description }
    if let privilege = change.privilege { self.privilege = privilege }
    if let role = change.decidedBy { decidedBy = role }
    if let days = change.conditions.validityDaysMax { validityDaysMax = days }
    if let days = change.conditions.reviewDays { reviewDays = days }
    if let level = change.conditions.level { self.level = level }
    if let matter = change.conditions.matter { self.matter = matter }
    if let position = change.conditions.position { self.position = position }
    if !change.conditions.courses.isEmpty { courses = change.conditions.courses }
    if let answer = change.conditions.emergency { isForEmergency = answer == .yes }
    if let cost = change.conditions.yearlyCost { yearlyCost = cost }
  }
}
