import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import Events
import Projections
import Testing
import Transparency

@Suite struct `The terms of a grant` {
  @Test func `a renewal moves the end from when it is decided, and needs no execution`() {
    var town = Scenario.holding()
    town.now = day("2026-05-20", hour: 12)
    town.given(submitChange(.renew, from: town.now, until: day("2026-08-01")), by: employee)
    let before = town.grant()?.terms(at: town.now)
    town.decideChange()
    #expect(town.register.grants.count == 1)
    #expect(before?.until == day("2026-06-01"))
    #expect(town.grant()?.terms(at: town.now).until == day("2026-08-01"))
    // As it stood before the decision, it stands still.
    #expect(town.grant()?.terms(at: day("2026-05-19")).until == day("2026-06-01"))
    #expect(town.state(at: day("2026-07-31")) == .inEffect)
    #expect(town.state(at: day("2026-08-01")) == .ending)
  }

  @Test func `where the account has an end of its own, more time is carried out again`() {
    var town = Scenario.decided(until: day("2026-06-01"))
    town.given(
      .grant(
        .provision(
          ProvisionGrant(
            grant: .init(number: 1), by: administrator, accountUntil: day("2026-06-01")))),
      by: administrator)
    town.now = day("2026-05-20", hour: 12)
    town.given(submitChange(.renew, from: town.now, until: day("2026-08-01")), by: employee)
    town.decideChange()
    #expect(town.grant()?.standing(at: town.now).toCarryOut == .longerAccount)
    #expect(town.state(at: day("2026-05-31")) == .inEffect)
    #expect(town.state(at: day("2026-06-01")) == .decided)
    town.given(
      .grant(
        .provision(
          ProvisionGrant(
            grant: .init(number: 1), by: administrator, accountUntil: day("2026-08-01")))),
      by: administrator)
    #expect(town.state(at: day("2026-07-31")) == .inEffect)
    #expect(town.grant()?.standing(at: town.now).toCarryOut == nil)
    town.when(provision(), by: administrator).thenRejected("REF-13")
  }

  @Test func `a wider scope has effect when it is carried out, a narrower at once`() {
    var town = Scenario.holding(scope: north)
    town.given(
      submitChange(.change, from: town.now, until: day("2026-06-01")), by: employee)
    town.decideChange()
    let decided = town.grant()?.standing(at: town.now)
    #expect(decided?.terms.scope == nil && decided?.scope == north)
    #expect(decided?.toCarryOut == .widening)
    town.now = day("2026-03-03")
    town.given(provision(), by: administrator)
    #expect(town.grant()?.standing(at: town.now).scope == nil)
    #expect(town.grant()?.standing(at: day("2026-03-02", hour: 13)).scope == north)
    town.given(narrow(scope: south), by: steward)
    let narrowed = town.grant()?.standing(at: town.now)
    #expect(narrowed?.scope == south && narrowed?.toCarryOut == .narrowing)
  }

  @Test func `a narrowing that widens is refused, naming how`() {
    var town = Scenario.holding(scope: north)
    let wider: [AccessCommand] = [
      narrow(until: day("2026-06-02")), narrow(scope: south), narrow(reviewDays: 3_000),
    ]
    for command in wider {
      guard case .rejected(let rejection) = town.when(command, by: steward) else {
        Issue.record("\(command)")
        continue
      }
      #expect(rejection.violations.map(\.code) == ["INV-23"])
      #expect(rejection.violations[0].facts.count >= 2)
      for language in [Language.english, .swedish] {
        let remedy = rejection.violations[0].remedy.text(in: language)
        #expect(remedy.contains("liggare request change"))
      }
    }
    town.when(narrow(), by: steward).thenRejected("REF-04")
    town.when(narrow(until: town.now), by: steward).thenRejected("REQ-03")
  }

  @Test func `a renewal gives more time and nothing else`() {
    var town = Scenario.holding(scope: north)
    town.when(
      submitChange(.renew, scope: south, from: town.now, until: day("2026-08-01")), by: employee
    ).thenRejected("REQ-06")
    town.when(
      submitChange(.renew, scope: nil, from: town.now, until: day("2026-08-01")), by: employee
    ).thenRejected("REQ-06")
    town.when(
      submitChange(.renew, scope: north, from: town.now, until: day("2026-06-01")), by: employee
    ).thenRejected("REQ-06")
    town.when(
      submitChange(.change, scope: north, from: town.now, until: day("2026-06-01")), by: employee
    ).thenRejected("REQ-08")
    town.when(
      submitChange(.renew, scope: north, from: town.now, until: day("2026-08-01"), person: manager),
      by: manager
    ).thenRejected("REQ-08")
    town.given(
      submitChange(.renew, scope: north, from: town.now, until: day("2026-08-01")), by: employee)
    // Decided for longer than was asked for it would be another decision.
    town.given(endorse(2), by: manager)
    town.when(
      .request(
        .approve(
          ApproveRequest(
            request: .init(number: 2), grant: .init(number: 1), deciders: [steward],
            until: .some(day("2026-09-01"))))), by: steward
    ).thenRejected("INV-23")
  }

  @Test func `a renewal runs no longer than a new grant might`() {
    var town = Scenario.provisioned(employee, visit, until: day("2026-03-20"))
    town.now = day("2026-03-10")
    town.given(
      submitChange(.renew, from: town.now, until: day("2026-05-01"), visit), by: employee)
    town.given(endorse(2), by: manager)
    town.when(approve(2), by: steward).thenRejected("INV-12")
  }

  @Test func `what a person has is changed, and not asked for anew`() {
    var town = Scenario.holding(scope: north)
    func ask(_ scope: ScopeName?) -> AccessCommand {
      .request(
        .submit(
          SubmitRequest(
            request: .init(number: 2), person: employee, entitlement: read, scope: scope,
            from: town.now, requester: employee, purpose: .publicTask, need: "Handles cases.")))
    }
    town.when(ask(north), by: employee).thenRejected("INV-17")
    town.when(ask(nil), by: employee).thenRejected("INV-17")
    town.when(ask(south), by: employee).thenRecorded()
  }

  @Test func `a grant that ended meanwhile is not renewed by a decision that comes late`() {
    var town = Scenario.holding()
    town.now = day("2026-05-20")
    town.given(submitChange(.renew, from: town.now, until: day("2026-08-01")), by: employee)
    town.given(endorse(2), by: manager)
    town.now = day("2026-06-02")
    town.when(approve(2), by: steward).thenRejected("INV-22")
    #expect(town.state() == .ending)
  }

  @Test func `a grant that ended by itself is noted once, and one that goes on is not`() {
    var town = Scenario.holding()
    town.when(noteExpiry()).thenRejected("REF-04")
    #expect(town.register.unnotedExpiries(at: day("2026-06-01")) == [.init(number: 1)])
    town.now = day("2026-06-01")
    town.when(noteExpiry()).thenEvents(
      .grant(
        .expired(
          GrantExpired(grant: .init(number: 1), expired: day("2026-06-01"), cause: .period))))
    #expect(town.register.unnotedExpiries(at: town.now) == [])
    town.when(noteExpiry()).thenRejected("INV-22")
    #expect(town.state() == .ending)
  }
}

@Suite struct `The suspension of a grant` {
  private let away = AccessEvent.person(
    .absenceStarted(
      AbsenceStarted(
        affiliation: .init(number: 7), person: employee, from: day("2026-03-10"),
        effect: .suspend)))
  private let back = AccessEvent.person(
    .absenceEnded(AbsenceEnded(affiliation: .init(number: 7), person: employee)))

  @Test func `it blocks effect and not expiry, and each of several must be over`() {
    var town = Scenario.holding()
    town.given(
      suspend(until: day("2026-03-20")), by: steward, reason: "Until the course is held.")
    town.given(suspend(.incident), by: manager, reason: "An account was misused.")
    #expect(town.state() == .suspended)
    #expect(town.state(at: day("2026-03-21")) == .suspended)
    #expect(town.suspensions(at: town.now).count == 2)
    #expect(town.suspensions(at: day("2026-03-21")).count == 1)
    #expect(town.state(at: day("2026-06-01")) == .ending)
    let end = town.grant()?.terms(at: town.now).until
    town.now = day("2026-03-22")
    town.given(resume(), by: steward, reason: "Nothing was found.")
    #expect(town.state() == .inEffect)
    #expect(town.state(at: day("2026-03-21")) == .suspended)
    #expect(town.grant()?.terms(at: town.now).until == end)
  }

  @Test func `it needs a reason and ends after it begins`() {
    var town = Scenario.holding()
    town.when(suspend(), by: steward).thenRejected("REF-06")
    town.when(suspend(until: town.now), by: steward, reason: "A risk was seen.")
      .thenRejected("REQ-03")
  }

  @Test func `an absence suspends by itself, and its end lifts that by itself`() {
    var town = Scenario.holding()
    town.tell(away, effective: day("2026-03-10"))
    #expect(town.state(at: day("2026-03-09")) == .inEffect)
    #expect(town.state(at: day("2026-03-10")) == .suspended)
    town.now = day("2026-03-12")
    town.when(resume(), by: steward, reason: "Needed at work.").thenRejected("REF-04")
    town.tell(back, effective: day("2026-04-01"))
    #expect(town.state(at: day("2026-03-31")) == .suspended)
    #expect(town.state(at: day("2026-04-01")) == .inEffect)
  }

  @Test func `an absence from one of two assignments suspends nothing`() {
    var town = Scenario.holding()
    town.given(
      .person(
        .affiliate(
          StartAffiliation(
            affiliation: .init(number: 50), person: employee, unit: .init(number: 4),
            from: day("2026-03-01"), until: nil))))
    town.tell(away, effective: day("2026-03-10"))
    #expect(town.state(at: day("2026-03-11")) == .inEffect)
  }

  @Test func `it is not lifted by the one who benefits, nor by one who does not answer for it`() {
    var town = Scenario.holding()
    town.given(suspend(), by: steward, reason: "A risk was seen.")
    town.when(resume(by: employee), by: manager, caseNumber: "KS 2026/1", reason: "All is well.")
      .thenRejected("INV-21")
    town.when(resume(by: otherManager), by: otherManager, reason: "All is well.")
      .thenRejected("ROL-01", "INV-21")
    town.when(resume(by: steward), by: custodian, reason: "All is well.").thenRejected("REQ-02")
    for person in [manager, steward, deputy, owner] {
      var copy = town
      copy.when(resume(by: person), by: person, reason: "All is well.").thenRecorded()
    }
  }

  @Test func `it is not lifted before its cause is cleared`() {
    let course = CourseCode("records") ?? .init(number: 1)
    var town = Scenario.holding()
    town.tell(away, effective: day("2026-03-02"))
    town.tell(
      .system(
        .entitlementChanged(
          EntitlementChanged(entitlement: read, conditions: .init(courses: [course])))),
      effective: day("2026-01-01"))
    town.tell(
      .incident(
        .reported(
          IncidentReported(
            incident: .init(number: 1), noticed: day("2026-01-01"), systems: [system],
            entitlements: [], grants: [], personalData: .no, reporter: employee,
            what: .init(.init(bytes: .init()))))))
    town.now = day("2026-03-15")
    for cause in [SuspensionCause.absence, .trainingLapsed, .incident, .overdueReview] {
      town.given(suspend(cause), by: steward, reason: "As the routine says.")
    }
    guard
      case .rejected(let rejection) = town.when(resume(), by: steward, reason: "All is well.")
    else {
      Issue.record("It was resumed.")
      return
    }
    #expect(rejection.violations.map(\.code) == ["INV-21", "INV-21", "INV-21", "INV-21"])
    town.tell(back)
    town.tell(
      .person(
        .trainingCompleted(
          TrainingCompleted(person: employee, course: course, completed: day("2026-03-14")))))
    town.tell(.incident(.closed(IncidentClosed(incident: .init(number: 1), by: steward))))
    town.tell(
      .review(
        .itemDecided(
          ReviewItemDecided(
            review: .init(number: 1), grant: .init(number: 1), reviewer: manager, outcome: .keep)))
    )
    town.when(resume(), by: steward, reason: "All is well.").thenRecorded()
    #expect(town.state() == .inEffect)
  }
}
