import Chronology
import Testing

struct OfficeCalendarTests {
  private let calendar = OfficeCalendar()

  @Test func `Easter falls on its known dates`() {
    let dates = [
      "1583-04-10", "1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18", "1981-04-19",
      "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20",
      "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25",
      "2049-04-18", "2076-04-19", "2285-03-22",
    ]
    for date in dates {
      let easter = Day(date).flatMap { OfficeCalendar.easterSunday(year: $0.year) }
      #expect(easter?.description == date)
    }
    #expect(OfficeCalendar.easterSunday(year: 0) == nil)
    #expect(OfficeCalendar.easterSunday(year: .max) == nil)
    for year in 1...9_999 {
      guard let easter = OfficeCalendar.easterSunday(year: year), easter.weekday == 7,
        (3...4).contains(easter.month)
      else {
        Issue.record("Easter of \(year)")
        continue
      }
    }
  }

  /// The days from Monday to Friday on which offices are closed, from the official calendar of each
  /// year.
  @Test func `the closed weekdays of 2025, 2026 and 2027 are those of the calendar on the wall`() {
    let table: [Int: [String]] = [
      2025: [
        "01-01", "01-06", "04-18", "04-21", "05-01", "05-29", "06-06", "06-20", "12-24", "12-25",
        "12-26", "12-31",
      ],
      2026: [
        "01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "06-19", "12-24", "12-25", "12-31",
      ],
      2027: ["01-01", "01-06", "03-26", "03-29", "05-06", "06-25", "12-24", "12-31"],
    ]
    for (year, expected) in table {
      var closed: [String] = []
      var day = Day(year: year, month: 1, day: 1) ?? .latest
      while day.year == year {
        if day.weekday < 6, !calendar.isOfficeDay(day) {
          closed.append(String(day.description.dropFirst(5)))
        }
        day = day.advanced(byDays: 1)
      }
      #expect(closed == expected)
    }
  }

  @Test func `movable holidays at the weekend are holidays too`() throws {
    let holidays = [
      "2026-04-05", "2026-05-24", "2026-06-20", "2026-10-31", "2026-12-26", "2025-11-01",
      "2026-06-06",
    ]
    for text in holidays { #expect(OfficeCalendar.isHoliday(try #require(Day(text))), "\(text)") }
    let others = [
      "2026-11-07", "2026-06-27", "2026-06-13", "2026-05-25", "2026-04-04", "2026-11-29",
    ]
    for text in others { #expect(!OfficeCalendar.isHoliday(try #require(Day(text))), "\(text)") }
  }

  @Test func `the next office day passes over weekends, holidays and closed days`() throws {
    let day = { (text: String) in try #require(Day(text)) }
    #expect(calendar.officeDay(onOrAfter: try day("2026-04-02"))?.description == "2026-04-02")
    #expect(calendar.officeDay(after: try day("2026-04-02"))?.description == "2026-04-07")
    #expect(calendar.officeDay(onOrBefore: try day("2026-04-06"))?.description == "2026-04-02")
    #expect(calendar.officeDay(onOrAfter: try day("2026-12-24"))?.description == "2026-12-28")
    let bridging = OfficeCalendar(alsoClosed: [try day("2026-05-15")])
    #expect(bridging.officeDay(after: try day("2026-05-13"))?.description == "2026-05-18")
    #expect(calendar.officeDay(after: try day("2026-05-13"))?.description == "2026-05-15")
  }

  @Test func `office days are counted forward and back`() throws {
    let start = try #require(Day("2026-04-02"))
    #expect(calendar.day(1, officeDaysAfter: start)?.description == "2026-04-07")
    #expect(calendar.day(5, officeDaysAfter: start)?.description == "2026-04-13")
    #expect(calendar.day(-1, officeDaysAfter: start)?.description == "2026-04-01")
    #expect(calendar.day(0, officeDaysAfter: start) == start)
    let saturday = try #require(Day("2026-11-28"))
    #expect(calendar.day(1, officeDaysAfter: saturday)?.description == "2026-11-30")
    #expect(calendar.day(-1, officeDaysAfter: saturday)?.description == "2026-11-27")
    #expect(calendar.day(0, officeDaysAfter: saturday) == saturday)
  }

  @Test func `beyond the calendar or the largest count there is no office day`() {
    #expect(calendar.day(.max, officeDaysAfter: .earliest) == nil)
    #expect(calendar.day(.min, officeDaysAfter: .latest) == nil)
    #expect(calendar.day(1, officeDaysAfter: .latest) == nil)
    // 9999-12-31 is New Year's Eve.
    #expect(calendar.officeDay(onOrAfter: .latest) == nil)
    #expect(calendar.officeDay(after: .latest) == nil)
    #expect(calendar.officeDay(onOrBefore: .earliest) == nil)
    #expect(calendar.day(OfficeCalendar.countMax, officeDaysAfter: .earliest) != nil)
  }
}
