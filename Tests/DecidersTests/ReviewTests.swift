import AccessModel
import Chronology
import Commands
import Diagnostics
import Events
import Projections
import Testing

@Suite struct `A review campaign` {
  @Test func `it is planned, started, answered, attested and accepted`() {
    var town = Scenario.reviewed
    town.given(planReview(opens: town.now), by: coordinator)
    #expect(town.campaignState == .planned)
    town.given(startReview(), by: coordinator)
    #expect(town.campaignState == .running)
    #expect(town.register.campaigns[campaign]?.items.count == 7)
    #expect((1...6).allSatisfy { town.reviewers($0) == [steward] })
    for number in 1...5 { town.given(answer(number, .keep), by: steward) }
    town.given(answer(6, .revoke), by: steward, reason: "The duty has moved")
    #expect(town.campaignState == .running)
    // The steward's own is the owner's to answer, who decided it: for want of another above the steward, the head does.
    let last = town.reviewers(7)
    #expect(last.count == 1 && last != [steward])
    town.given(answer(7, .keep, by: last[0]), by: last[0])
    #expect(town.campaignState == .decided)
    #expect(town.state(6) == .ending)
    town.given(closeReview(), by: owner)
    #expect(town.campaignState == .closed)
    let closed = town.register.campaigns[campaign]?.closings.last?.closed
    #expect(closed?.kept == 6 && closed?.revoked == 1 && closed?.items == 7)
    town.given(assess(.accepted), by: auditor)
    #expect(town.campaignState == .accepted)
  }
}
