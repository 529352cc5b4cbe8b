/// A calendar day of the proleptic Gregorian calendar, with no time and no time zone.
///
/// Written `2026-11-23`. The range is the years 0001 to 9999.
@frozen
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public var number: Int32

  /// The day that is `number` days after 1970-01-01.
  @inlinable
  public init(number: Int32) {
    self.number = number
  }

  /// The day of that date; `nil` when the calendar has no such day.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1, year <= 9_999, month >= 1, month <= 12, day >= 1,
      day <= Day.count(ofMonth: month, year: year)
    else { return nil }
    // Days from civil: years begin in March, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year &- 1
    let era = shifted / 400
    let yearOfEra = shifted &- era &* 400
    let monthFromMarch = month > 2 ? month &- 3 : month &+ 9
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ day &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    self.number = Int32(truncatingIfNeeded: era &* 146_097 &+ dayOfEra &- 719_468)
  }

  @inlinable
  public static func < (lhs: Day, rhs: Day) -> Bool {
    lhs.number < rhs.number
  }

  /// The number of days in a month, 28 to 31.
  @inlinable
  public static func count(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day `days` later.
  @inlinable
  public func advanced(byDays days: Int) -> Day {
    Day(number: number + Int32(days))
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The year, 1 to 9999.
  public var year: Int { civil.year }
  /// The month, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  public var day: Int { civil.day }

  /// The weekday by ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    (Int(number) % 7 + 10) % 7 + 1
  }
}

extension Day: CustomStringConvertible {
  /// Reads `YYYY-MM-DD`; `nil` for anything else and for a day the calendar does not have.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The written form, `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
