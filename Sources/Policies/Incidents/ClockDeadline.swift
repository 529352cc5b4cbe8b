public import Chronology

/// When a clock of an incident is out, counted in both ways that may be meant.
///
/// Hours are elapsed hours, through nights, weekends and changes of the clock. A period in days, weeks, months or years ends at the same time
/// of day on the day that the calendar says, the last of the month where the month has no such day. The rules on statutory time move an end
/// that falls on a day when the office is closed to the next day when it is open. Whichever comes first is what is warned of.
public struct ClockDeadline: Hashable, Sendable {
  /// When the clock began.
  public var start: Instant
  /// The first moment after, by the calendar and the clock.
  public var calendar: Instant
  /// The last day under the rules on statutory time; `nil` for hours, which run through all days, and for what no law sets.
  public var statutory: Day?
  /// The first moment after, in whichever way comes first.
  public var due: Instant

  /// - Parameter isStatutory: whether the time is set by law, so that the rules on statutory time apply.
  public init(
    after start: Instant, _ span: TimeSpan, in zone: TimeZoneRules, isStatutory: Bool = true,
    office: OfficeCalendar = OfficeCalendar()
  ) {
    self.start = start
    calendar = span.deadline(after: start, in: zone, office: office)
    due = calendar
    guard isStatutory, case .calendar(let duration) = span, duration.hasDatePart,
      !duration.hasTimePart
    else { return }
    statutory = office.officeDay(onOrAfter: zone.day(of: calendar))
    due = min(calendar, statutory.map { zone.end(of: $0) } ?? calendar)
  }
}
