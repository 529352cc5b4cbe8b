import AccessModel
import Chronology
import Commands
import Events
import Projections
import Testing

/// What the rules on stale access make of a review that runs.
@Suite struct `Access that a review asks about` {
  /// The town of reviews a year later, with a review that has begun when the first clock was about to run out.
  private static let asked: Scenario = {
    var town = Scenario.reviewed
    town.now = day("2027-03-01")
    town.given(planReview(opens: town.now), by: coordinator)
    town.given(
      startReview(overrides: true), by: coordinator, reason: "The accounts are as they were.")
    return town
  }()

  private static func overdue(_ town: Scenario, at moment: Instant) -> [String] {
    town.stale(.reviewOverdue, at: moment).map { "\($0.about) \($0.since)" }
  }

  @Test func `is overdue without it`() {
    var town = Scenario.reviewed
    town.now = day("2027-03-01")
    #expect(!Self.overdue(town, at: day("2027-03-10")).isEmpty)
  }

  @Test func `is not overdue before the review's last day, and is by its own clock after`() throws {
    let due = try #require(Self.asked.register.campaigns[campaign]?.plan.due)
    #expect(Self.overdue(Self.asked, at: day("2027-03-10")) == [])
    #expect(Self.overdue(Self.asked, at: due.advanced(byMilliseconds: -1)) == [])
    let after = Self.overdue(Self.asked, at: due)
    #expect(after == Self.overdue(Scenario.reviewed, at: due) && !after.isEmpty)
  }

  @Test func `is overdue when the review was called off`() {
    var town = Self.asked
    town.now = day("2027-03-05")
    town.given(
      closeReview(by: coordinator, attester: nil, .cancelled), by: coordinator,
      reason: "It begins anew.")
    #expect(!Self.overdue(town, at: day("2027-03-10")).isEmpty)
  }

  @Test func `is overdue when its reviewer could not judge`() {
    var town = Self.asked
    town.now = day("2027-03-05")
    town.given(answer(1, .cannotJudge), by: steward, reason: "Nobody knows them here.")
    let found = Self.overdue(town, at: day("2027-03-10"))
    #expect(found.count == 1 && found.first?.hasPrefix("grant/G-1 ") ?? false, "\(found)")
  }
}
