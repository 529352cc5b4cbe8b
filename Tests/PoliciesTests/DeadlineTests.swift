import AccessModel
import Chronology
import Foundation
import Policies
import Testing

/// The clocks that run from what has happened, across nights, weekends and the nights on which the clocks are moved.
@Suite struct `Deadlines` {
  private func stockholm() throws -> TimeZoneRules {
    try TimeZoneRules(
      name: "Europe/Stockholm",
      bytes: Array(
        FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Stockholm") ?? Data()))
  }

  private func at(_ text: String) throws -> Instant {
    try #require(Instant(text))
  }

  private func due(
    _ end: String, _ privilege: Privilege, _ level: Int
  ) throws -> String {
    let stakes = Stakes(level: level, privilege: privilege, category: .employee)
    return
      "\(RemovalDeadline.due(after: try at(end), stakes, under: .standard, in: try stockholm()))"
  }

  @Test func `removal is due by what is at stake`() throws {
    let friday = "2026-11-27T15:00:00.000Z"
    #expect(try due(friday, .privileged, 0) == "2026-11-27T19:00:00.000Z")
    #expect(try due(friday, .ordinary, 3) == "2026-11-28T15:00:00.000Z")
    #expect(try due(friday, .ordinary, 4) == "2026-11-28T15:00:00.000Z")
    // Over the weekend: the end of Monday, where the ledger is.
    #expect(try due(friday, .ordinary, 2) == "2026-11-30T23:00:00.000Z")
    #expect(try due(friday, .ordinary, 1) == "2026-11-30T15:00:00.000Z")
    #expect(try due(friday, .ordinary, 0) == "2026-11-30T15:00:00.000Z")
    // Christmas Eve is a Thursday, and the next office day after it is Monday the 28th.
    #expect(try due("2026-12-23T12:00:00.000Z", .ordinary, 2) == "2026-12-28T23:00:00.000Z")
  }

  @Test func `hours pass whatever the clocks show when they are moved`() throws {
    // 02:30 comes twice on 25 October 2026: at 00:30 and at 01:30 UTC.
    #expect(try due("2026-10-25T00:30:00.000Z", .privileged, 0) == "2026-10-25T04:30:00.000Z")
    #expect(try due("2026-10-25T01:30:00.000Z", .privileged, 0) == "2026-10-25T05:30:00.000Z")
    // The office day ends at the midnight of the new time.
    #expect(try due("2026-10-23T10:00:00.000Z", .ordinary, 2) == "2026-10-26T23:00:00.000Z")
    #expect(try due("2026-03-27T10:00:00.000Z", .ordinary, 2) == "2026-03-30T22:00:00.000Z")
    let evening = try at("2026-10-24T10:00:00.000Z")
    let day = evening.advanced(byMilliseconds: 86_400_000)
    func isTooLong(_ until: Instant) throws -> Bool {
      EmergencyPeriod.check(
        from: evening, until: until, within: AccessPolicy.standard.emergencyValidity,
        in: try stockholm()) != nil
    }
    #expect(try !isTooLong(day))
    #expect(try isTooLong(day.advanced(byMilliseconds: 1)))
    // Twenty-four hours of emergency on the night with twenty-five end at eleven, not at noon.
    #expect("\(day)" == "2026-10-25T10:00:00.000Z")
    #expect(
      "\(AccessPolicy.standard.requestLapse.due(after: evening))" == "2026-11-23T10:00:00.000Z")
  }

  @Test func `no length overflows`() {
    let long = TimeLimit(.years(100))
    #expect(long.due(after: .latest) == .latest && TimeLimit.none.due(after: .earliest) == .latest)
    #expect(EmergencyFollowUp.due(ended: .earliest, within: TimeLimit(.days(0))) == .earliest)
    #expect(UndecidedAccess.due(found: .earliest, within: long) > .earliest)
    #expect(EmergencyPeriod.check(from: .earliest, until: .latest, within: long) != nil)
    #expect(EmergencyPeriod.check(from: .latest, until: .earliest, within: long) != nil)
  }

  @Test func `a decision is carried out by the end of the next office day`() throws {
    let zone = try stockholm()
    #expect(
      "\(ExecutionDeadline.due(after: try at("2026-11-27T15:00:00.000Z"), within: AccessPolicy.standard.execution, in: zone))"
        == "2026-11-30T23:00:00.000Z")
  }
}
