import AccessModel
import Chronology
import Commands
import Events
import Projections
import Testing
import Transparency

@Suite struct `From a need to access and back` {
  @Test func `each step records its one fact`() {
    var town = Scenario.town
    let now = town.now
    town.when(submit(), by: employee).thenEvents(
      .request(
        .submitted(
          RequestSubmitted(
            request: RequestID(number: 1), kind: .new, person: employee, entitlement: read,
            from: now,
            requester: employee, purpose: .publicTask,
            duty: sealed("Case officer", "duty", town),
            need: sealed("Handles cases.", "need", town)))))
    town.when(endorse(), by: manager).thenEvents(
      .request(
        .endorsed(
          RequestEndorsed(
            request: RequestID(number: 1), endorser: manager, outcome: .supported,
            hasNoInterest: .yes))))
    town.when(approve(), by: steward).thenEvents(
      .request(
        .approved(
          RequestApproved(
            request: RequestID(number: 1), grant: GrantID(number: 1), decider: steward,
            authority: .role, assignment: AssignmentID(number: 4), from: now, reviewDays: 366))))
    town.when(provision(account: AccountID(number: 1)), by: administrator).thenEvents(
      .grant(
        .provisioned(
          GrantProvisioned(
            grant: GrantID(number: 1), request: RequestID(number: 1), by: administrator, at: now,
            from: now, account: AccountID(number: 1)))))
    #expect(state(1, in: town) == .inEffect)
    town.when(revoke(), by: administrator, reason: "Moved to other work.").thenEvents(
      .grant(
        .revoked(GrantRevoked(grant: GrantID(number: 1), by: administrator, cause: .needEnded))))
    #expect(state(1, in: town) == .ending)
    town.when(confirmRemoval(), by: administrator).thenEvents(
      .grant(.removalConfirmed(RemovalConfirmed(grant: GrantID(number: 1), by: administrator))))
    #expect(state(1, in: town) == .ended)
    // What is over does not stand in the way of a new request.
    town.when(submit(2), by: employee).thenRecorded()
  }

  @Test func `all steps in one command see the ones before, or none is kept`() {
    var town = Scenario.town
    let before = town.told
    town.when(
      submit(), endorse(), approve(), provision(), by: administrator, caseNumber: "KS 2026/1"
    ).thenRecorded()
    #expect(state(1, in: town) == .inEffect)
    town = .town
    town.when(
      submit(), endorse(), approve(1, employee), provision(), by: administrator,
      caseNumber: "KS 2026/1"
    ).thenRejected("INV-02", "INV-04")
    #expect(town.told == before)
  }

  @Test func `owner and deputy decide the steward's entitlements, the deputy for the steward`() {
    for (decider, assignment, actingFor) in [(owner, 3, nil), (deputy, 5, steward)] {
      var town = Scenario.endorsed()
      town.when(approve(1, decider), by: decider).thenEvents(
        .request(
          .approved(
            RequestApproved(
              request: RequestID(number: 1), grant: GrantID(number: 1), decider: decider,
              actingFor: actingFor, authority: .role,
              assignment: AssignmentID(number: assignment), from: town.now, reviewDays: 366))))
    }
  }

  @Test func `a denial ends the request and makes no grant`() {
    var town = Scenario.endorsed()
    town.when(deny(), by: steward, reason: "Not needed for the duty.").thenEvents(
      .request(
        .denied(
          RequestDenied(
            request: RequestID(number: 1), decider: steward, authority: .role,
            assignment: AssignmentID(number: 4), ground: .needNotShown))))
    #expect(town.register.grants.count == 0)
    town.when(submit(2), by: employee).thenRecorded()
  }

  @Test func `a need may be denied that nobody endorsed`() {
    var town = Scenario.town
    town.given(submit(), by: employee)
    town.when(deny(), by: steward, reason: "Not needed for the duty.").thenRecorded()
  }

  @Test func `the requester and the person withdraw a request`() {
    for principal in [employee, manager] {
      var town = Scenario.town
      town.given(submit(1, employee, read, requester: manager), by: manager)
      town.when(withdraw(), by: principal).thenEvents(
        .request(.withdrawn(RequestWithdrawn(request: RequestID(number: 1)))))
    }
  }

  @Test func `found access is taken over undecided`() {
    var town = Scenario.town
    let command = AccessCommand.grant(
      .takeOver(
        TakeOverGrant(
          grant: GrantID(number: 9), entitlement: read, account: AccountID(number: 1),
          person: employee, source: SHA256.digest(of: [1]))))
    town.when(command, by: administrator).thenEvents(
      .grant(
        .takenOver(
          GrantTakenOver(
            grant: GrantID(number: 9), entitlement: read, account: AccountID(number: 1),
            person: employee, source: SHA256.digest(of: [1])))))
    #expect(state(9, in: town) == .undecided)
    // It does not count as an open grant: somebody may decide beside it.
    town.when(submit(), by: employee).thenRecorded()
  }

  @Test func `access decided before a first day of work holds from that day`() {
    var town = Scenario.town
    town.given(affiliate(20, absent, from: day("2026-04-01")))
    town.given(submit(1, absent, read, from: day("2026-04-01")), by: custodian)
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    town.given(provision(), by: administrator)
    #expect(state(1, in: town) == .scheduled)
    #expect(state(1, in: town, at: day("2026-04-01")) == .inEffect)
  }

  @Test func `access decided ahead for somebody who comes back holds from the day they do`() {
    var town = Scenario.town
    town.given(affiliate(20, absent, from: day("2026-01-01"), until: day("2026-02-01")))
    town.given(affiliate(21, absent, from: day("2026-04-01"), until: day("2026-09-01")))
    town.given(
      submit(1, absent, read, from: day("2026-04-01"), until: day("2026-09-01")), by: custodian)
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    #expect(state(1, in: town) == .decided)
    town.when(provision(), by: administrator).thenRecorded()
    #expect(state(1, in: town) == .scheduled)
    #expect(state(1, in: town, at: day("2026-04-01")) == .inEffect)
    #expect(state(1, in: town, at: day("2026-09-01")) == .ending)
  }

  private func sealed(_ text: String, _ field: String, _ town: Scenario) -> Commitment {
    let id = UniqueID(high: 2, low: town.lastEventID)
    return Commitment(to: text, in: field, of: id, salt: [UInt8](repeating: 1, count: 32))
  }
}

func state(_ number: Int, in town: Scenario, at moment: Instant? = nil) -> GrantState? {
  town.register.grants[GrantID(number: number)].flatMap {
    town.register.state(of: $0, at: moment ?? town.now)
  }
}

func affiliate(
  _ number: Int, _ person: PersonID, unit: Int = 3, from: Instant, until: Instant? = nil
) -> AccessCommand {
  .person(
    .affiliate(
      StartAffiliation(
        affiliation: AffiliationID(number: number), person: person, unit: UnitID(number: unit),
        from: from, until: until, sponsor: manager, contract: "A-1")))
}

func leave(_ number: Int) -> AccessCommand {
  .person(.leave(EndAffiliation(affiliation: AffiliationID(number: number))))
}
