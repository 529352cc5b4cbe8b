public import Chronology

/// How soon a decision must be carried out in its system.
public enum ExecutionDeadline {
  /// The office days that it may take.
  public static let officeDaysMax = 1

  /// The end of the last office day on which it is in time.
  public static func due(
    after decided: Instant, in zone: TimeZoneRules, officeDaysMax: Int = officeDaysMax,
    _ calendar: OfficeCalendar = OfficeCalendar()
  ) -> Instant {
    guard let last = calendar.day(officeDaysMax, officeDaysAfter: zone.day(of: decided)) else {
      return decided.advanced(byMilliseconds: Int64(officeDaysMax) * 86_400_000)
    }
    return zone.end(of: last)
  }
}
