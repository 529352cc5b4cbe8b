public import Chronology

extension TimeSpan {
  /// The moment that much later, by the calendar and clock of the zone; the last of all when it is beyond the calendar.
  ///
  /// A month after 31 January is the last of February; hours are elapsed hours. Office days are over when the office day is.
  public func deadline(
    after moment: Instant, in zone: TimeZoneRules, office: OfficeCalendar = OfficeCalendar()
  ) -> Instant {
    switch self {
    case .calendar(let duration):
      return moment.adding(duration, in: zone) ?? .latest
    case .officeDays(let count):
      return office.day(count, officeDaysAfter: zone.day(of: moment)).map { zone.end(of: $0) }
        ?? .latest
    }
  }

  /// The latest end of a period of that length that begins at a moment.
  ///
  /// A period counted in days, months or years may have the same date as its last day: twelve months from 1 March run through 1 March
  /// of the next year. One counted in hours ends on the hour.
  public func latestEnd(
    from moment: Instant, in zone: TimeZoneRules, office: OfficeCalendar = OfficeCalendar()
  ) -> Instant {
    let end = deadline(after: moment, in: zone, office: office)
    switch self {
    case .calendar(let duration) where !duration.hasTimePart && duration.hasDatePart:
      return zone.end(of: zone.day(of: end))
    case .calendar, .officeDays: return end
    }
  }

  /// The moment that much earlier; the first of all when it is before the calendar.
  public func beginning(
    before moment: Instant, in zone: TimeZoneRules, office: OfficeCalendar = OfficeCalendar()
  ) -> Instant {
    switch self {
    case .calendar(let duration):
      return moment.subtracting(duration, in: zone) ?? .earliest
    case .officeDays(let count):
      return office.day(-count, officeDaysAfter: zone.day(of: moment)).map { zone.instant(of: $0) }
        ?? .earliest
    }
  }
}
