import AccessModel
import Chronology
import Foundation
import Policies
import Testing

/// Clocks of incidents against dates that were counted by hand, in Stockholm.
@Suite struct `Clocks of incidents` {
  private func stockholm() throws -> TimeZoneRules {
    try TimeZoneRules(
      name: "Europe/Stockholm",
      bytes: Array(
        FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Stockholm") ?? Data()))
  }

  /// One clock: when it began, how long it runs, when it is out by the calendar, and the last statutory day.
  struct Row: Sendable, CustomTestStringConvertible {
    var start: String
    var span: String
    var calendar: String
    /// Empty for hours.
    var statutory: String
    /// How it was counted.
    var how: String

    var testDescription: String { how }
  }

  static let rows: [Row] = [
    Row(
      start: "2026-03-02T08:00:00.000Z", span: "PT24H", calendar: "2026-03-03T08:00:00.000Z",
      statutory: "", how: "a day and a night in winter"),
    Row(
      start: "2026-03-28T20:00:00.000Z", span: "PT24H", calendar: "2026-03-29T20:00:00.000Z",
      statutory: "",
      how: "Saturday 21:00; the clock goes from 02 to 03, so 24 hours end on Sunday 22:00"),
    Row(
      start: "2026-03-27T10:00:00.000Z", span: "PT72H", calendar: "2026-03-30T10:00:00.000Z",
      statutory: "", how: "Friday 11:00; 72 hours over the same night end on Monday 12:00"),
    Row(
      start: "2026-10-24T22:30:00.000Z", span: "PT24H", calendar: "2026-10-25T22:30:00.000Z",
      statutory: "",
      how: "Sunday 00:30 in summer time; the night has an hour more, so 24 hours end on 23:30"),
    Row(
      start: "2026-12-23T15:00:00.000Z", span: "PT72H", calendar: "2026-12-26T15:00:00.000Z",
      statutory: "", how: "hours run through Christmas: from the 23rd 16:00 to the 26th 16:00"),
    Row(
      start: "2026-03-28T20:00:00.000Z", span: "P1D", calendar: "2026-03-29T19:00:00.000Z",
      statutory: "2026-03-30",
      how: "a day keeps its time: Sunday 21:00 in summer time; Sunday, so Monday 30 March"),
    Row(
      start: "2026-01-31T12:00:00.000Z", span: "P1M", calendar: "2026-02-28T12:00:00.000Z",
      statutory: "2026-03-02",
      how: "31 January: February has 28 days; the 28th is a Saturday, so Monday 2 March"),
    Row(
      start: "2028-01-31T12:00:00.000Z", span: "P1M", calendar: "2028-02-29T12:00:00.000Z",
      statutory: "2028-02-29", how: "31 January in a leap year: Tuesday 29 February"),
    Row(
      start: "2026-03-03T12:00:00.000Z", span: "P1M", calendar: "2026-04-03T11:00:00.000Z",
      statutory: "2026-04-07",
      how: "3 March 13:00: 3 April 13:00 in summer time, Good Friday; Tuesday after Easter"),
    Row(
      start: "2026-11-24T09:00:00.000Z", span: "P1M", calendar: "2026-12-24T09:00:00.000Z",
      statutory: "2026-12-28",
      how: "Christmas Eve is a Thursday, then two holidays and a Sunday: Monday the 28th"),
    Row(
      start: "2026-08-31T08:00:00.000Z", span: "P1M", calendar: "2026-09-30T08:00:00.000Z",
      statutory: "2026-09-30", how: "31 August: Wednesday 30 September, an office day"),
    Row(
      start: "2026-10-20T08:00:00.000Z", span: "P1M", calendar: "2026-11-20T09:00:00.000Z",
      statutory: "2026-11-20", how: "20 October 10:00 in summer time: 20 November 10:00 in winter"),
    Row(
      start: "2026-05-19T08:00:00.000Z", span: "P1M", calendar: "2026-06-19T08:00:00.000Z",
      statutory: "2026-06-22", how: "19 June is Midsummer Eve, a Friday: Monday the 22nd"),
    Row(
      start: "2026-11-30T22:30:00.000Z", span: "P1M", calendar: "2026-12-30T22:30:00.000Z",
      statutory: "2026-12-30", how: "23:30 on 30 November is still November: Wednesday 30 December"
    ),
  ]

  @Test(arguments: rows)
  func `a clock is out when a hand-made calendar says so`(_ row: Row) throws {
    let deadline = ClockDeadline(
      after: try #require(Instant(row.start)), try #require(TimeSpan(row.span)),
      in: try stockholm())
    #expect("\(deadline.calendar)" == row.calendar)
    #expect((deadline.statutory.map { "\($0)" } ?? "") == row.statutory)
    // The statutory day is never before that of the calendar, so what is warned of is the calendar's moment.
    #expect("\(deadline.due)" == row.calendar)
  }

  @Test func `what no law sets is not moved past closed days`() throws {
    let deadline = ClockDeadline(
      after: try #require(Instant("2026-01-31T12:00:00.000Z")), try #require(TimeSpan("P1M")),
      in: try stockholm(), isStatutory: false)
    #expect(deadline.statutory == nil && "\(deadline.due)" == "2026-02-28T12:00:00.000Z")
  }

  @Test func `office days end with the office day`() throws {
    let deadline = ClockDeadline(
      after: try #require(Instant("2026-11-27T15:00:00.000Z")),
      try #require(TimeSpan("1 office day")), in: try stockholm())
    #expect("\(deadline.due)" == "2026-11-30T23:00:00.000Z" && deadline.statutory == nil)
  }
}
