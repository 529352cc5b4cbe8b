import Chronology
import Testing

struct CalendarDurationTests {
  @Test func `a duration has one text and a text one duration`() {
    let table: [(String, CalendarDuration?)] = [
      ("P0D", .zero), ("P1Y", .years(1)), ("P6M", .months(6)), ("P2W", .weeks(2)),
      ("P90D", .days(90)), ("PT12H", .hours(12)), ("PT30M", .minutes(30)),
      (
        "P1Y2M3W4DT5H6M7S",
        CalendarDuration(years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7)
      ),
      ("P1MT1M", CalendarDuration(months: 1, minutes: 1)),
      ("P999999999YT999999999S", CalendarDuration(years: 999_999_999, seconds: 999_999_999)),
    ]
    for (text, duration) in table {
      #expect(CalendarDuration(text) == duration)
      #expect(duration?.description == text)
    }
    var numbers = SeededNumbers(state: 7)
    for _ in 0..<500 {
      func part() -> Int {
        Bool.random(using: &numbers) ? 0 : .random(in: 0...999, using: &numbers)
      }
      let duration = CalendarDuration(
        years: part(), months: part(), weeks: part(), days: part(), hours: part(), minutes: part(),
        seconds: part())
      #expect(CalendarDuration(duration?.description ?? "") == duration)
    }
  }

  @Test func `anything but the one form is refused`() {
    let texts = [
      "", "P", "PT", "P1", "1D", "p1d", "P1DT", "P-1D", "-P1D", "+P1D", "P1.5D", "P1,5D", "P1D1M",
      "P1M1Y",
      "PT1S1M", "P1DT1D", "P1H", "PT1Y", "P1D1D", "P01D", "P0Y", "PT0S", "P1Y0M", "P1DT0S", " P1D",
      "P1D ",
      "P1000000000D", "P1Y2", "P1DT5", "PTT1H", "PT1HT1M", "P1WT", "PD", "P1Ð", "P1YT1H2M3S4",
      String(repeating: "P1D", count: 1_000), "P" + String(repeating: "9", count: 70) + "D",
    ]
    for text in texts { #expect(CalendarDuration(text) == nil, "\(text)") }
    #expect(CalendarDuration(days: -1) == nil)
    #expect(CalendarDuration(hours: 1_000_000_000) == nil)
    #expect(CalendarDuration(years: .min) == nil)
  }

  @Test func `a day moves by the calendar and stays within its month`() {
    let table = [
      ("2026-01-31", "P1M", "2026-02-28"), ("2024-01-31", "P1M", "2024-02-29"),
      ("2024-02-29", "P1Y", "2025-02-28"), ("2024-02-29", "P4Y", "2028-02-29"),
      ("2026-12-31", "P2M", "2027-02-28"), ("2026-10-31", "P1M", "2026-11-30"),
      ("2026-01-31", "P1M1D", "2026-03-01"), ("2026-11-25", "P1Y2M3W4D", "2028-02-19"),
      ("2026-11-25", "P14M", "2028-01-25"), ("2026-11-25", "P2W", "2026-12-09"),
      ("2026-11-25", "PT48H", "2026-11-25"), ("2026-11-25", "P0D", "2026-11-25"),
      ("9999-11-30", "P1M", "9999-12-30"),
    ]
    for (from, duration, to) in table {
      let moved = CalendarDuration(duration).flatMap { Day(from)?.adding($0) }
      #expect(moved?.description == to, "\(from) + \(duration)")
    }
    let back = [
      ("2026-03-31", "P1M", "2026-02-28"), ("2024-02-29", "P1Y", "2023-02-28"),
      ("2026-01-15", "P1M", "2025-12-15"), ("2026-03-01", "P1D", "2026-02-28"),
      ("2026-12-09", "P2W", "2026-11-25"), ("0001-02-01", "P1M", "0001-01-01"),
    ]
    for (from, duration, to) in back {
      let moved = CalendarDuration(duration).flatMap { Day(from)?.subtracting($0) }
      #expect(moved?.description == to, "\(from) - \(duration)")
    }
  }

  @Test func `a move out of the calendar gives nothing and never traps`() throws {
    let most = try #require(
      CalendarDuration(
        years: 999_999_999, months: 999_999_999, weeks: 999_999_999, days: 999_999_999,
        hours: 999_999_999, minutes: 999_999_999, seconds: 999_999_999))
    for duration in [most, .years(9_999), .months(.max), .months(1)] {
      #expect(Day.latest.adding(duration) == nil)
      #expect(Day.earliest.subtracting(duration) == nil)
      #expect(Instant.latest.adding(duration, in: .utc) == nil)
      #expect(Instant.earliest.subtracting(duration, in: .utc) == nil)
    }
    let clock = try #require(CalendarDuration(hours: 999_999_999))
    #expect(Instant.latest.adding(clock, in: .utc) == nil)
    #expect(Day.latest.adding(.days(1)) == nil)
  }

  @Test func `a moment keeps its time of day over a date part and counts elapsed time after it`()
    throws
  {
    let zone = try Zones.named("Europe/Stockholm")
    let table = [
      // The clocks go forward on 29 March 2026 and back on 25 October.
      ("2026-03-28T11:00:00.123Z", "P1D", "2026-03-29T10:00:00.123Z"),
      ("2026-03-28T11:00:00.123Z", "PT24H", "2026-03-29T11:00:00.123Z"),
      ("2026-03-28T01:30:00.000Z", "P1D", "2026-03-29T01:30:00.000Z"),
      ("2026-03-28T01:30:00.000Z", "P1DT1H", "2026-03-29T02:30:00.000Z"),
      ("2026-10-24T00:30:00.000Z", "P1D", "2026-10-25T00:30:00.000Z"),
      // From winter time, 02:30 on the day of the change is the later one, which keeps the offset.
      ("2026-11-25T01:30:00.000Z", "-P1M", "2026-10-25T01:30:00.000Z"),
      // Elapsed time alone never asks the calendar.
      ("2026-10-25T01:30:00.000Z", "PT1S", "2026-10-25T01:30:01.000Z"),
      ("2026-10-25T01:30:00.000Z", "P0D", "2026-10-25T01:30:00.000Z"),
      ("2026-10-31T22:30:00.000Z", "P1M", "2026-11-30T22:30:00.000Z"),
      // 31 December 23:30 in Stockholm is already 22:30 UTC.
      ("2026-12-31T22:30:00.000Z", "P2M", "2027-02-28T22:30:00.000Z"),
    ]
    for (from, text, to) in table {
      let isBack = text.hasPrefix("-")
      let start = try #require(Instant(from))
      let duration = try #require(CalendarDuration(isBack ? String(text.dropFirst()) : text))
      let moved =
        isBack ? start.subtracting(duration, in: zone) : start.adding(duration, in: zone)
      #expect(moved?.description == to, "\(from) and \(text)")
    }
  }
}
