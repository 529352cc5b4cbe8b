import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Testing
import Transparency

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

  @Test func `what is reviewed is fixed when it starts, and by the rules`() {
    var town = Scenario.reviewed
    town.given(planReview(opens: town.now), by: coordinator)
    town.when(answer(1, .keep), by: steward).thenRejected("INV-32")
    town.when(startReview(), by: employee).thenRejected("ROL-01")
    town.given(startReview(), by: coordinator)
    town.when(startReview(), by: coordinator).thenRejected("REV-01")
    town.given(submit(8, employee), by: employee)
    town.given(endorse(8), by: manager)
    town.given(approve(8), by: steward)
    town.given(provision(8), by: administrator)
    town.when(answer(8, .keep), by: steward).thenRejected("INV-32")
    #expect(town.register.campaigns[campaign]?.items.count == 7)
  }

  @Test
  func `a plan without its scope, its trigger, its second reviewer or its sternness is refused`() {
    let town = Scenario.reviewed
    func said(_ axis: ReviewAxis, _ change: @escaping (inout PlanReview) -> Void) -> [String] {
      var copy = town
      return copy.when(planReview(axis: axis, opens: copy.now, change), by: coordinator).codes
    }
    #expect(said(.system) { $0.system = nil } == ["REV-09"])
    #expect(said(.unit) { $0.unit = nil } == ["REV-09"])
    #expect(said(.event) { $0.person = employee } == ["REV-09"])
    #expect(said(.system) { $0.trigger = .incident } == ["REV-09"])
    #expect(said(.system) { $0.due = $0.opens } == ["REV-09"])
    #expect(said(.system) { $0.reviewer = .helpdesk } == ["REV-09"])
    #expect(said(.system) { $0.strategy = .lastDecides } == ["REV-09"])
    #expect(said(.system) { $0.onNoResponse = .escalate } == ["REV-09"])
    #expect(said(.system) { $0.due = day("2026-06-01") } == ["REV-09"])
    #expect(said(.privileged) { _ in } == [])
    #expect(said(.system) { $0.system = SystemID(number: 77) } == ["REF-01"])
  }

  @Test func `old sources stop the start, unless a reason is given`() {
    var town = Scenario.reviewed
    town.now = day("2026-05-01")
    town.given(planReview(opens: town.now), by: coordinator)
    town.when(startReview(), by: coordinator).thenRejected("REV-06")
    town.when(startReview(overrides: true), by: coordinator).thenRejected("REV-06")
    town.when(
      startReview(overrides: true), by: coordinator, reason: "The host is being moved"
    ).thenRecorded()
    #expect(town.register.campaigns[campaign]?.start?.started.sourceOverride == .yes)
  }

  @Test func `an answer is its reviewer's, with a reason where one is due, and says what it needs`()
  {
    let town = Scenario.underReview
    func said(_ command: AccessCommand, by person: PersonID = steward, _ reason: String? = nil)
      -> [String]
    {
      var copy = town
      return copy.when(command, by: person, reason: reason).codes
    }
    let why = "The duty has moved"
    #expect(said(answer(1, .keep, by: manager), by: manager) == ["REV-02"])
    #expect(said(answer(1, .revoke)) == ["REV-03"])
    #expect(said(answer(1, .cannotJudge)) == ["REV-03"])
    #expect(said(answer(1, .keepUntil), why) == ["REV-10"])
    #expect(said(answer(1, .keep) { $0.until = day("2026-12-01") }) == ["REV-10"])
    #expect(said(answer(1, .keepUntil) { $0.until = day("2026-01-01") }, why).contains("INV-33"))
    #expect(said(answer(1, .keepUntil) { $0.until = day("2026-12-01") }, why) == [])
    #expect(said(answer(1, .keep, by: steward), by: coordinator) == ["REQ-02"])
    #expect(said(answer(1, .keep, by: deputy), by: deputy) == [])
    // The steward's own access is not theirs to answer, nor the deputy's.
    #expect(said(answer(7, .keep)).contains("INV-31"))
    #expect(said(answer(7, .keep, by: deputy), by: deputy).contains("INV-37"))
    var early = town
    early.now = town.now.advanced(byMilliseconds: 1_000)
    early.when(answer(1, .keep), by: steward, effective: day("2026-03-01"))
      .thenRejected("REV-01", "REV-01", "REV-02", "INV-33")
  }

  @Test
  func `a kept item starts the clock of reviews anew, and one that nobody can judge does not`() {
    var town = Scenario.underReview
    town.now = day("2026-03-20")
    guard let before = town.grant(1).flatMap({ town.register.reviewDue(of: $0, at: town.now) })
    else {
      Issue.record("no clock")
      return
    }
    town.given(answer(2, .cannotJudge), by: steward, reason: "Nobody knows the holder")
    town.given(answer(1, .keep), by: steward)
    let after = [1, 2].map { number in
      town.grant(number).flatMap { town.register.reviewDue(of: $0, at: town.now) }
    }
    #expect(after[1] == before)
    #expect(after[0].map { $0 > before } == true)
  }

  @Test
  func `what is kept until a day ends then, and what is reduced is smaller at once or open again`()
  {
    var town = Scenario.underReview
    town.given(
      answer(1, .keepUntil) { $0.until = day("2026-06-01") }, by: steward,
      reason: "The project ends")
    #expect(town.state(1, at: day("2026-05-31")) == .inEffect)
    #expect(town.state(1, at: day("2026-06-01")) == .ending)
    town.given(
      answer(2, .reduce) { $0.reviewDays = 30 }, by: steward, reason: "To be watched")
    #expect(town.itemState(2) == .reduced)
    town.given(answer(3, .reduce), by: steward, reason: "Only the north is needed")
    town.now = day("2026-03-06")
    #expect(town.itemState(2) == .reduced)
    #expect(town.itemState(3) == .open)
    town.given(followUpReview(), by: steward)
    #expect(town.item(3)?.routings.last?.cause == .effectMissing)
    town.given(answer(3, .keep), by: steward)
    #expect(town.itemState(3) == .kept)
  }

  @Test func `two stages end with what both said, and a revocation waits for the second`() {
    var town = Scenario.reviewed
    town.given(
      planReview(opens: town.now) {
        $0.second = .head
        $0.strategy = .bothRemove
      }, by: coordinator)
    town.given(startReview(), by: coordinator)
    town.given(answer(1, .revoke), by: steward, reason: "Not needed")
    #expect(town.itemState(1) == .secondStage)
    #expect(town.state(1) == .inEffect)
    #expect(town.reviewers(1) == [chief])
    town.when(answer(1, .keep), by: steward).thenRejected("REV-02")
    town.given(answer(1, .revoke, by: chief), by: chief, reason: "Not needed")
    #expect(town.itemState(1) == .revoked)
    #expect(town.state(1) == .ending)
    town.given(answer(2, .keep), by: steward)
    #expect(town.itemState(2) == .kept)
  }

  @Test
  func `silence is reminded of, escalated and suspended, and stops where it would take too much`() {
    var town = Scenario.underReview
    for number in 2...6 { town.given(answer(number, .keep), by: steward) }
    func follow(_ text: String) -> [String] {
      town.now = day(text)
      guard let row = town.register.campaigns[campaign] else { return [] }
      let due = town.register.reviewDuties(of: row, at: town.now)
      town.given(followUpReview(), by: coordinator)
      guard let after = town.register.campaigns[campaign] else { return [] }
      #expect(town.register.reviewDuties(of: after, at: town.now).isEmpty, "\(text)")
      return due.routings.map { "\($0.routing.code)" } + due.lapses.map { "\($0.effect.code)" }
    }
    #expect(follow("2026-03-05") == [])
    #expect(Set(follow("2026-03-13")) == ["remind"])
    #expect(Set(follow("2026-04-02")) == ["remind"])
    #expect(Set(follow("2026-04-10")) == ["escalate"])
    #expect(town.reviewers(1).count == 2)
    #expect(Set(follow("2026-04-17")) == ["escalate"])
    #expect(town.campaignState == .overdue)
    // The steward's own is the last that runs the system: it is spared.
    #expect(follow("2026-05-03") == ["suspend"])
    #expect(town.itemState(1) == .suspended)
    #expect(town.state(1) == .suspended)
    #expect(town.itemState(7) == .open)
    var all = Scenario.underReview
    all.now = day("2026-05-03")
    guard let row = all.register.campaigns[campaign] else { return }
    #expect(all.register.reviewDuties(of: row, at: all.now).stop?.code == "REV-08")
    all.given(followUpReview(), by: coordinator)
    #expect(all.itemState(1) == .open)
    all.when(release(), by: coordinator).thenRejected("SYS-10")
    all.given(release(), by: coordinator, reason: "The unit was closed")
    all.given(followUpReview(), by: coordinator)
    #expect((1...6).allSatisfy { all.itemState($0) == .suspended })
  }

  @Test func `effects before their time, of what is settled, or beyond the plan are refused`() {
    var town = Scenario.underReview
    town.given(answer(2, .keep), by: steward)
    func said(_ grants: [Int], _ effect: NoResponseEffect, at text: String) -> [String] {
      town.now = day(text)
      let event = AccessEvent.review(
        .itemLapsed(
          ReviewItemLapsed(
            review: campaign, grants: grants.map { GrantID(number: $0) }, effect: effect,
            due: town.now)))
      return Set(
        town.register.violations(
          of: Proposal(
            event: event, effective: town.now, recorded: town.now,
            actor: Actor(
              principal: coordinator, role: .securityCoordinator,
              assignment: AssignmentID(number: 21)),
            channel: .commandLine, hasReason: false, hasCase: false), under: .standard
        ).map(\.code)
      ).sorted()
    }
    #expect(said([1], .suspend, at: "2026-04-20") == ["INV-34"])
    #expect(said([2], .suspend, at: "2026-05-20") == ["INV-34"])
    #expect(said([1], .expire, at: "2026-09-20") == ["INV-34"])
    #expect(said([7], .suspend, at: "2026-05-20") == ["INV-34"])
    #expect(said([1, 3], .suspend, at: "2026-05-20") == ["REV-08"])
    #expect(said([1], .suspend, at: "2026-05-20") == [])
  }

  @Test func `a reviewer who leaves in the middle is followed by another`() {
    var town = Scenario.underReview
    town.now = day("2026-03-10")
    town.given(
      .person(.leave(EndAffiliation(affiliation: AffiliationID(number: 3)))), reason: "Left")
    town.given(followUpReview(), by: coordinator)
    #expect(town.item(1)?.routings.last?.cause == .reviewerLeft)
    #expect(town.reviewers(1) == [deputy])
    town.given(answer(1, .keep, by: deputy), by: deputy)
    #expect(town.itemState(7) == .ended)
  }

  @Test
  func `it closes whole, attested by who answers for it, and opens again when an auditor says so`()
  {
    var town = Scenario.underReview
    for number in 1...6 { town.given(answer(number, .keep), by: steward) }
    town.when(closeReview(), by: owner).thenRejected("INV-36")
    let last = town.reviewers(7).first ?? nobody
    town.given(answer(7, .keep, by: last), by: last)
    town.when(closeReview(attester: nil), by: owner).thenRejected("INV-36")
    town.when(closeReview(attester: steward), by: steward).thenRejected("INV-36")
    town.when(closeReview(), by: steward).thenRejected("REQ-02")
    town.when(assess(.accepted), by: auditor).thenRejected("REV-01")
    town.given(closeReview(), by: owner)
    town.when(answer(1, .keep), by: steward).thenRejected("REV-01")
    town.when(assess(.rejected), by: auditor).thenRejected("SYS-10")
    town.when(assess(.accepted, by: owner), by: owner).thenRejected("ROL-01", "REV-11")
    town.given(assess(.rejected, grants: [1, 2]), by: auditor, reason: "Kept without a look")
    #expect(town.campaignState == .running)
    #expect([1, 2].allSatisfy { town.itemState($0) == .open })
    #expect(town.itemState(3) == .kept)
    for number in 1...2 { town.given(answer(number, .keep), by: steward) }
    town.given(closeReview(), by: owner)
    town.given(assess(.accepted), by: auditor)
    #expect(town.campaignState == .accepted)
  }

  @Test func `what a reviewer was shown is worked out again from the log to its digest`() {
    let town = Scenario.underReview
    var after = town
    after.given(answer(1, .keep), by: steward)
    guard let decision = after.item(1)?.decisions.last, let at = decision.seenAt else {
      Issue.record("nothing was shown")
      return
    }
    var then = Register()
    for event in after.history where event.position < UInt64(at) { then.apply(event) }
    #expect(then.reviewSight(of: GrantID(number: 1))?.digest == decision.seen)
    var forged = town
    forged.when(
      answer(1, .keep) {
        $0.seen = .init(
          digest: Digest(blank: ()), position: Int64(town.register.position), hasHint: false)
      }, by: steward
    ).thenRejected("REV-07")
  }
}
