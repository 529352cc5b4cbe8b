import Chronology
import Testing

struct DayTests {
  @Test(.enabled(if: Oracle.isAvailable))
  func `numbers, texts and weekdays are those of Python over the years 1 to 9999`() throws {
    var failures: [[Substring]] = []
    let lines = Oracle.lines("day")
    for line in lines {
      let day = Day(number: try #require(Int32(line[0])))
      let isRight =
        day.description == line[1] && Day(String(line[1])) == day
        && String(day.weekday) == line[2]
        && Day(year: day.year, month: day.month, day: day.day) == day
      if !isRight { failures.append(line) }
    }
    #expect(failures.isEmpty)
    #expect(lines.count > 4_000)
  }

  @Test func `every day has the number after the one before it`() {
    var number: Int32 = -719_162
    var failures = 0
    for year in 1...9_999 where year % 97 == 1 || year % 100 == 0 || year > 9_990 {
      number = Day(year: year, month: 1, day: 1)?.number ?? .min
      for month in 1...12 {
        for day in 1...Day.count(ofMonth: month, year: year) {
          if Day(year: year, month: month, day: day)?.number != number { failures += 1 }
          number += 1
        }
      }
    }
    #expect(failures == 0)
    #expect(number == 2_932_897)
  }

  @Test func `a date that the calendar does not have is no day`() {
    let texts = [
      "2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
      "0000-12-31", "2026-1-01", "2026/01/01", "2026-01-01 ", "", "２026-01-1", "+026-01-01",
    ]
    for text in texts { #expect(Day(text) == nil, "\(text)") }
    #expect(Day(year: .max, month: 1, day: 1) == nil)
    #expect(Day(year: 2026, month: .min, day: 1) == nil)
    #expect(Day(year: 2026, month: 1, day: .max) == nil)
    #expect(Day("2000-02-29") != nil)
  }

  @Test func `a step out of the calendar ends at its rim, or nowhere when it must be exact`() {
    for step in [4_000_000, Int.max, Int(Int32.max)] {
      #expect(Day.earliest.advanced(byDays: step) == .latest)
      #expect(Day.latest.advanced(byDays: -step) == .earliest)
      #expect(Day.latest.advanced(exactlyByDays: step) == nil)
      #expect(Day.earliest.advanced(exactlyByDays: -step) == nil)
    }
    #expect(Day.earliest.advanced(byDays: .min) == .earliest)
    #expect(Day.earliest.advanced(exactlyByDays: 3_652_058) == .latest)
    #expect(Day(number: .max) == .latest)
    #expect(Day(number: .min) == .earliest)
    #expect(Day("2024-02-28")?.advanced(byDays: 2) == Day("2024-03-01"))
  }
}
