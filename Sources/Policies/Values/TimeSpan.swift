public import Chronology
public import Diagnostics

/// One length of time that rules speak of: by calendar and clock, or in days when the office is open.
public enum TimeSpan: Hashable, Sendable {
  case calendar(CalendarDuration)
  /// 1 to 1,000 days on which the office is open.
  case officeDays(Int)

  /// The longest span that rules may speak of, in days.
  public static let daysMax = 36_600

  /// The most office days.
  public static let officeDaysMax = 1_000
}

extension TimeSpan: CustomStringConvertible {
  /// Reads an ISO 8601 duration or `3 office days`; `nil` for anything else, and for more than a hundred years.
  public init?(_ text: String) {
    if let duration = CalendarDuration(text) {
      self = .calendar(duration)
      guard daysRange.upperBound <= TimeSpan.daysMax else { return nil }
      return
    }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == "office", let count = Int(parts[0]),
      parts[0] == "\(count)", (1...TimeSpan.officeDaysMax).contains(count),
      parts[2] == (count == 1 ? "day" : "days")
    else { return nil }
    self = .officeDays(count)
  }

  /// The one written form.
  public var description: String {
    switch self {
    case .calendar(let duration): duration.description
    case .officeDays(let count): count == 1 ? "1 office day" : "\(count) office days"
    }
  }

  /// The span as people say it: `12 months`.
  public var phrase: Localized {
    switch self {
    case .officeDays(1): return Localized(en: "1 office day", sv: "1 arbetsdag")
    case .officeDays(let count):
      return Localized(en: "\(count) office days", sv: "\(count) arbetsdagar")
    case .calendar(let duration):
      let parts: [(Int, Localized, Localized)] = [
        (duration.years, .init(en: "year", sv: "år"), .init(en: "years", sv: "år")),
        (duration.months, .init(en: "month", sv: "månad"), .init(en: "months", sv: "månader")),
        (duration.weeks, .init(en: "week", sv: "vecka"), .init(en: "weeks", sv: "veckor")),
        (duration.days, .init(en: "day", sv: "dag"), .init(en: "days", sv: "dagar")),
        (duration.hours, .init(en: "hour", sv: "timme"), .init(en: "hours", sv: "timmar")),
        (duration.minutes, .init(en: "minute", sv: "minut"), .init(en: "minutes", sv: "minuter")),
        (duration.seconds, .init(en: "second", sv: "sekund"), .init(en: "seconds", sv: "sekunder")),
      ]
      let said = parts.filter { $0.0 > 0 }.map { count, one, many in
        let word = count == 1 ? one : many
        return Localized(en: "\(count) \(word.english)", sv: "\(count) \(word.swedish)")
      }
      guard !said.isEmpty else { return Localized(en: "no time", sv: "ingen tid") }
      return Localized(
        en: said.map(\.english).joined(separator: " "),
        sv: said.map(\.swedish).joined(separator: " "))
    }
  }
}

extension TimeSpan {
  /// The fewest and the most whole days of the date part, from whatever day it is counted.
  ///
  /// Months have no fixed length: 12 months are 365 or 366 days. The most is never too low and the fewest never too high. What is
  /// too long to be a rule is taken as a hundred and one years.
  var daysRange: ClosedRange<Int> {
    switch self {
    case .officeDays(let count): return count...max(count, count * 12)
    case .calendar(let duration):
      let months = duration.years * 12 + duration.months
      let days = duration.weeks * 7 + duration.days
      let beyond = TimeSpan.daysMax + 366
      guard months <= 1_212, days <= beyond,
        duration.timePartMilliseconds <= Int64(beyond) * TimeSpan.dayMilliseconds
      else { return beyond...beyond }
      let (years, rest) = (months / 12, months % 12)
      let fewestLeapDays = max(0, years / 4 - 1 - years / 100)
      return
        (years * 365 + fewestLeapDays + TimeSpan.fewestDays[rest] + days)...(years * 365
        + (years + 3) / 4 + TimeSpan.mostDays[rest] + days)
    }
  }

  /// The fewest days in so many months in a row, counted from any day of the year.
  private static let fewestDays = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]
  private static let mostDays = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337]

  static let dayMilliseconds: Int64 = 86_400_000

  /// The most whole days it can be, the time part counted as the day it ends in.
  public var daysMax: Int64 {
    switch self {
    case .officeDays: return Int64(daysRange.upperBound)
    case .calendar(let duration):
      let begun =
        (duration.timePartMilliseconds + TimeSpan.dayMilliseconds - 1) / TimeSpan.dayMilliseconds
      return Int64(daysRange.upperBound) + begun
    }
  }

  /// Whether it is certain that this span is over no later than the other, from whatever moment both are counted.
  ///
  /// `P3M` is within `P6M` and `P30D` within `P2M`, but of `P1M` and `P30D` neither is within the other: it depends on the month.
  public func isWithin(_ other: TimeSpan) -> Bool {
    switch (self, other) {
    case (.officeDays(let one), .officeDays(let other)): return one <= other
    case (.officeDays, .calendar): return false
    case (.calendar(let duration), .officeDays(let count)):
      // Office days run to the end of the last, and a period in whole days may do so too.
      if duration.hasDatePart, !duration.hasTimePart { return daysRange.upperBound <= count }
      return mostMilliseconds <= Int64(count) * TimeSpan.dayMilliseconds - 2 * 3_600_000
    case (.calendar(let one), .calendar(let two)):
      let (oneTime, twoTime) = (one.timePartMilliseconds, two.timePartMilliseconds)
      // A period in whole days may run to the end of its last day, one with hours may not.
      let isCountedAlike =
        !one.hasDatePart || two.hasDatePart && one.hasTimePart == two.hasTimePart
      if isCountedAlike, oneTime <= twoTime {
        if one.years * 12 + one.months <= two.years * 12 + two.months,
          one.weeks * 7 + one.days <= two.weeks * 7 + two.days
        {
          return true
        }
        if one.hasDatePart, daysRange.upperBound <= other.daysRange.lowerBound { return true }
      }
      let fewest =
        Int64(other.daysRange.lowerBound) * TimeSpan.dayMilliseconds + twoTime
        - (two.hasDatePart ? 2 * 3_600_000 : 0)
      return mostMilliseconds <= fewest
    }
  }

  /// The longest that a span by the calendar can be, to the end of its last day; days are 23 to 25 hours long.
  private var mostMilliseconds: Int64 {
    guard case .calendar(let duration) = self else { return .max }
    return Int64(daysRange.upperBound) * TimeSpan.dayMilliseconds
      + duration.timePartMilliseconds + (duration.hasDatePart ? 26 * 3_600_000 : 0)
  }
}
