public import AccessModel
public import Chronology

/// How soon access that is over must be gone from its system.
public struct RemovalDeadline: Hashable, Sendable {
  /// The hours for privileged access, whatever the level.
  public var privilegedHours: Int64
  /// The hours at level 3 and above.
  public var highHours: Int64
  /// The office days at level 2.
  public var mediumOfficeDays: Int
  /// The days of 24 hours at level 0 and 1.
  public var lowDays: Int64

  public static let standard = RemovalDeadline(
    privilegedHours: 4, highHours: 24, mediumOfficeDays: 1, lowDays: 3)

  public init(privilegedHours: Int64, highHours: Int64, mediumOfficeDays: Int, lowDays: Int64) {
    self.privilegedHours = privilegedHours
    self.highHours = highHours
    self.mediumOfficeDays = mediumOfficeDays
    self.lowDays = lowDays
  }

  /// The moment by which access that ended at `end` must be removed.
  ///
  /// Hours and days pass through nights, weekends and changes of the clock. An office day is over when the next office day after
  /// the one on which it ended is.
  public func due(
    after end: Instant, privilege: Privilege, level: Int, in zone: TimeZoneRules,
    _ calendar: OfficeCalendar = OfficeCalendar()
  ) -> Instant {
    func hours(_ count: Int64) -> Instant { end.advanced(byMilliseconds: count * 3_600_000) }
    if privilege == .privileged { return hours(privilegedHours) }
    if level >= 3 { return hours(highHours) }
    guard level == 2 else { return hours(lowDays * 24) }
    let day = zone.day(of: end)
    guard let last = calendar.day(mediumOfficeDays, officeDaysAfter: day) else {
      return hours(Int64(mediumOfficeDays) * 24)
    }
    return zone.end(of: last)
  }
}
