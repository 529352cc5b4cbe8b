/// The days on which Swedish offices are open.
///
/// Closed are Saturdays and Sundays, the public holidays of lag (1989:253) om allmänna helgdagar,
/// and Midsummer Eve, Christmas Eve and New Year's Eve, which lag (1930:173) om beräkning av
/// lagstadgad tid, 2 §, puts beside them. The law is that in force since 2005 and is applied to
/// every year.
public struct OfficeCalendar: Hashable, Sendable {
  /// Days on which the organisation is closed besides, such as a bridging Friday.
  public var alsoClosed: Set<Day>

  public init(alsoClosed: Set<Day> = []) {
    self.alsoClosed = alsoClosed
  }

  /// Whether the office is open that day.
  public func isOfficeDay(_ day: Day) -> Bool {
    day.weekday < 6 && !OfficeCalendar.isHoliday(day) && !alsoClosed.contains(day)
  }

  /// The day itself when the office is open, else the next day when it is; `nil` when the calendar
  /// ends before.
  public func officeDay(onOrAfter day: Day) -> Day? {
    search(from: day, step: 1)
  }

  /// The first office day after the day; `nil` when the calendar ends before.
  public func officeDay(after day: Day) -> Day? {
    day.advanced(exactlyByDays: 1).flatMap { search(from: $0, step: 1) }
  }

  /// The day itself when the office is open, else the last day before when it was; `nil` when the
  /// calendar begins after.
  public func officeDay(onOrBefore day: Day) -> Day? {
    search(from: day, step: -1)
  }

  /// The most office days that `day(_:officeDaysAfter:)` counts, about forty years.
  public static let countMax = 10_000

  /// The day so many office days later, or earlier when negative; the day itself, open or not, when
  /// zero. `nil` when more than `countMax` are asked for or the calendar ends before.
  public func day(_ count: Int, officeDaysAfter day: Day) -> Day? {
    guard count.magnitude <= OfficeCalendar.countMax else { return nil }
    let step = count < 0 ? -1 : 1
    var result = day
    for _ in 0..<abs(count) {
      guard let next = result.advanced(exactlyByDays: step),
        let open = search(from: next, step: step)
      else { return nil }
      result = open
    }
    return result
  }

  private func search(from day: Day, step: Int) -> Day? {
    var candidate = day
    while !isOfficeDay(candidate) {
      guard let next = candidate.advanced(exactlyByDays: step) else { return nil }
      candidate = next
    }
    return candidate
  }

  /// Whether the day is a public holiday other than an ordinary Sunday, or one of the three eves.
  public static func isHoliday(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.civil
    switch (month, dayOfMonth, day.weekday) {
    case (1, 1, _), (1, 6, _), (5, 1, _), (6, 6, _): return true
    case (12, 24...26, _), (12, 31, _): return true
    // Midsummer Day is the Saturday from 20 to 26 June, its eve the Friday before.
    case (6, 19...25, 5), (6, 20...26, 6): return true
    // All Saints' Day is the Saturday from 31 October to 6 November.
    case (10, 31, 6), (11, 1...6, 6): return true
    // Only from March to June can a day follow from Easter.
    case (3...6, _, _): break
    default: return false
    }
    // Good Friday, Easter Sunday and Monday, Ascension Day and Whit Sunday.
    let daysFromEaster = Int(day.number) - easterNumber(year: year)
    return [-2, 0, 1, 39, 49].contains(daysFromEaster)
  }

  /// Easter Sunday of the Gregorian calendar; `nil` when the year is not 1 to 9999.
  public static func easterSunday(year: Int) -> Day? {
    guard (1...9_999).contains(year) else { return nil }
    return Day(number: Int32(easterNumber(year: year)))
  }

  /// The day number of Easter Sunday, by the computation of Meeus, Jones and Butcher.
  private static func easterNumber(year: Int) -> Int {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let dayFromMarch = epact + weekday - 7 * shift + 114
    return Day.number(year: year, month: dayFromMarch / 31, day: dayFromMarch % 31 + 1)
  }
}
