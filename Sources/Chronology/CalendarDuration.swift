/// A length of time by the calendar and the clock: so many years, months, weeks, days, hours,
/// minutes and seconds.
///
/// Written as ISO 8601, `P1Y6M` or `PT12H`. The parts are kept as they are: a month has no fixed
/// number of days, so `P1M` and `P30D` differ, and so do `P1Y` and `P12M`. A duration is never
/// negative.
public struct CalendarDuration: Hashable, Sendable {
  /// The largest number that a part may have.
  public static let partMax = 999_999_999

  public let years: Int
  public let months: Int
  public let weeks: Int
  public let days: Int
  public let hours: Int
  public let minutes: Int
  public let seconds: Int

  /// The duration with those parts; `nil` when one is negative or above `partMax`.
  public init?(
    years: Int = 0, months: Int = 0, weeks: Int = 0, days: Int = 0,
    hours: Int = 0, minutes: Int = 0, seconds: Int = 0
  ) {
    for part in [years, months, weeks, days, hours, minutes, seconds] {
      guard part >= 0, part <= CalendarDuration.partMax else { return nil }
    }
    self.init(parts: (years, months, weeks, days, hours, minutes, seconds))
  }

  private init(parts: (Int, Int, Int, Int, Int, Int, Int)) {
    (years, months, weeks, days, hours, minutes, seconds) = parts
  }

  /// The duration of no length, `P0D`.
  public static let zero = CalendarDuration(parts: (0, 0, 0, 0, 0, 0, 0))

  /// So many years by the calendar.
  public static func years(_ count: UInt16) -> CalendarDuration {
    CalendarDuration(parts: (Int(count), 0, 0, 0, 0, 0, 0))
  }

  /// So many months by the calendar.
  public static func months(_ count: UInt16) -> CalendarDuration {
    CalendarDuration(parts: (0, Int(count), 0, 0, 0, 0, 0))
  }

  /// So many weeks by the calendar.
  public static func weeks(_ count: UInt16) -> CalendarDuration {
    CalendarDuration(parts: (0, 0, Int(count), 0, 0, 0, 0))
  }

  /// So many days by the calendar; a day is 23 or 25 hours long when the clocks change.
  public static func days(_ count: UInt16) -> CalendarDuration {
    CalendarDuration(parts: (0, 0, 0, Int(count), 0, 0, 0))
  }

  /// So many hours of elapsed time.
  public static func hours(_ count: UInt16) -> CalendarDuration {
    CalendarDuration(parts: (0, 0, 0, 0, Int(count), 0, 0))
  }

  /// So many minutes of elapsed time.
  public static func minutes(_ count: UInt16) -> CalendarDuration {
    CalendarDuration(parts: (0, 0, 0, 0, 0, Int(count), 0))
  }

  /// Whether there are years, months, weeks or days in it.
  public var hasDatePart: Bool { years != 0 || months != 0 || weeks != 0 || days != 0 }

  /// Whether there are hours, minutes or seconds in it.
  public var hasTimePart: Bool { hours != 0 || minutes != 0 || seconds != 0 }

  /// The hours, minutes and seconds together, in milliseconds.
  public var timePartMilliseconds: Int64 {
    // With every part at its largest this is below 4 × 10^15, far from overflow.
    (Int64(hours) * 3_600 + Int64(minutes) * 60 + Int64(seconds)) * 1_000
  }
}
