/// A calendar day of the proleptic Gregorian calendar, with no time and no time zone.
///
/// Written `2026-11-23`. The range is the years 0001 to 9999, and no value lies outside it: what
/// would be earlier or later becomes the first or the last day, unless the caller asks for an exact
/// answer.
@frozen
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it; -719,162 to 2,932,896.
  public let number: Int32

  /// The day that is `number` days after 1970-01-01, or the nearest day that the calendar has.
  @inlinable
  public init(number: Int32) {
    self.number = min(max(number, -719_162), 2_932_896)
  }

  /// The first day: 0001-01-01.
  public static let earliest = Day(number: -719_162)
  /// The last day: 9999-12-31.
  public static let latest = Day(number: 2_932_896)

  /// The day of that date; `nil` when the calendar has no such day.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1, year <= 9_999, month >= 1, month <= 12, day >= 1,
      day <= Day.count(ofMonth: month, year: year)
    else { return nil }
    self.number = Int32(truncatingIfNeeded: Day.number(year: year, month: month, day: day))
  }

  /// Days from 1970-01-01 to a date that is known to exist, in any year within a few million of
  /// ours.
  @inlinable
  static func number(year: Int, month: Int, day: Int) -> Int {
    // Years begin in March here, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year &- 1
    let era = (shifted >= 0 ? shifted : shifted &- 399) / 400
    let yearOfEra = shifted &- era &* 400
    let monthFromMarch = month > 2 ? month &- 3 : month &+ 9
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ day &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return era &* 146_097 &+ dayOfEra &- 719_468
  }

  @inlinable
  public static func < (lhs: Day, rhs: Day) -> Bool {
    lhs.number < rhs.number
  }

  /// The number of days in a month, 28 to 31; `month` is 1 to 12.
  @inlinable
  public static func count(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day `days` later, earlier when negative; the first or the last day when there is no such
  /// day.
  @inlinable
  public func advanced(byDays days: Int) -> Day {
    // No step longer than the calendar can matter, and a shorter one cannot overflow.
    Day(number: number &+ Int32(truncatingIfNeeded: min(max(days, -4_000_000), 4_000_000)))
  }

  /// The day `days` later, earlier when negative; `nil` when it is outside the years 1 to 9999.
  @inlinable
  public func advanced(exactlyByDays days: Int) -> Day? {
    let day = advanced(byDays: days)
    return Int(day.number) &- Int(number) == days ? day : nil
  }

  var civil: (year: Int, month: Int, day: Int) {
    Day.civil(number: Int(number))
  }

  /// The date that is `number` days after 1970-01-01, in any year within a few million of ours.
  static func civil(number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
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
    guard text.utf8.count == 10 else { return nil }
    let bytes = Array(text.utf8)
    guard bytes[4] == 45, bytes[7] == 45 else { return nil }
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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    bytes.appendDigits(of: year, width: 4)
    bytes.append(45)
    bytes.appendDigits(of: month, width: 2)
    bytes.append(45)
    bytes.appendDigits(of: day, width: 2)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends the last `width` decimal digits of a number that is not negative, with leading zeros.
  mutating func appendDigits(of value: Int, width: Int) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(48 + value / divisor % 10))
      divisor /= 10
    }
  }
}
