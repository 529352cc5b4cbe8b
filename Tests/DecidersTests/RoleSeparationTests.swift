import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Testing

@Suite struct `Roles that are kept apart` {
  @Test func `an owner or a steward leaves with a reason and a day for the next, or a successor`() {
    let why = "Other duties."
    for number in [3, 4] {
      var town = Scenario.town
      town.when(endRole(number, vacantUntil: nil)).thenRejected("ROL-05")
      town.when(endRole(number, vacantUntil: nil), reason: why).thenRejected("ROL-05")
      town.when(endRole(number)).thenRejected("ROL-05")
      town.when(endRole(number, vacantUntil: day("2026-03-01")), reason: why)
        .thenRejected("ROL-05")
      var other = town
      town.when(endRole(number), reason: why).thenRecorded()
      #expect(
        town.register.assignments[AssignmentID(number: number)]?.vacantUntil == day("2026-12-31"))
      let role: Role = number == 3 ? .owner : .steward
      let succeeded = AccessCommand.role(
        .end(EndRole(assignment: .init(number: number), hasSuccessor: true)))
      other.when(
        succeeded, DecidersTests.role(50, role, otherSteward, system: system, from: other.now),
        reason: why
      ).thenRecorded()
      #expect(other.register.holders(of: role, for: system, at: other.now).count == 1)
    }
  }

  @Test func `a deputy, a manager and the steward of a closed system leave without a word`() {
    var town = Scenario.town
    for number in [5, 6] { town.when(endRole(number, vacantUntil: nil)).thenRecorded() }
    for status in [SystemStatus.phasingOut, .decommissioned] {
      town.given(
        .system(.changeStatus(ChangeSystemStatus(system: system, status: status))), by: owner)
    }
    town.when(endRole(4, vacantUntil: nil)).thenRecorded()
  }

  @Test func `an auditor holds no other role at the same time`() {
    var town = Scenario.town
    town.when(role(50, .auditor, steward)).thenRejected("ROL-06")
    town.given(role(50, .auditor, employee, from: day("2026-01-01"), until: day("2026-06-01")))
    town.when(role(51, .helpdesk, employee, from: day("2026-05-31"))).thenRejected("ROL-06")
    town.when(role(51, .helpdesk, employee, from: day("2026-06-01"))).thenRecorded()
    town.when(role(52, .auditor, employee, from: day("2026-02-01"), until: day("2026-03-01")))
      .thenRecorded()
  }

  @Test func `a custodian does not decide on access to the ledger itself`() {
    var town = Scenario.endorsed()
    town.given(role(50, .custodian, owner))
    var other = town
    other.when(approve(1, owner), by: owner).thenRecorded()
    town.given(role(51, .custodian, custodian, system: system))
    town.when(approve(1, owner), by: owner).thenRejected("ROL-07")
    town.when(approve(1, steward), by: steward).thenRecorded()
  }

  @Test func `the helpdesk never decides`() {
    var town = Scenario.endorsed()
    town.given(role(50, .helpdesk, steward))
    town.when(approve(), by: steward).thenRejected("ROL-07")
    town.when(deny(), by: steward, reason: "Not needed for the duty.").thenRejected("ROL-07")
  }

  @Test func `whoever carries decisions out does not make them, but in a small unit`() {
    var town = Scenario.endorsed()
    town.given(role(50, .administrator, steward))
    town.when(approve(), by: steward).thenRejected("ROL-08")
    let small = AccessCommand.request(
      .approve(
        ApproveRequest(
          request: .init(number: 1), grant: .init(number: 1), deciders: [steward],
          isSmallUnit: true)))
    town.when(small, by: steward).thenRejected("ROL-11")
    let why = "Five people work here."
    town.given(small, by: steward, reason: why)
    #expect(town.register.requests[RequestID(number: 1)]?.decision?.isSmallUnit == true)
    // To deny takes no exception.
    town = .endorsed()
    town.given(role(50, .administrator, steward))
    town.when(deny(), by: steward, reason: "Not needed for the duty.").thenRecorded()
    // A unit of many is no small unit.
    town = .endorsed()
    for number in 200..<206 {
      town.given(
        .person(.register(RegisterPerson(person: .init(number: number), category: .employee))))
      town.given(place(number, .init(number: number), .init(number: 2), nil, from: town.now))
    }
    town.when(small, by: steward, reason: why).thenRejected("ROL-11")
  }

  @Test func `who decided on powerful access does not carry it out, but in a small unit`() {
    var town = Scenario.endorsed(employee, admin, until: day("2026-06-01"))
    var other = town
    town.given(approve(), by: steward)
    func execution(_ person: PersonID) -> AccessCommand {
      .grant(.provision(ProvisionGrant(grant: .init(number: 1), by: person, account: adminAccount)))
    }
    town.when(execution(steward), by: administrator, caseNumber: "KS 1").thenRejected("ROL-10")
    town.when(execution(administrator), by: administrator).thenRecorded()
    other.given(
      .request(
        .approve(
          ApproveRequest(
            request: .init(number: 1), grant: .init(number: 1), deciders: [steward],
            isSmallUnit: true))),
      by: steward, reason: "Five people work here.")
    other.when(execution(steward), by: administrator, caseNumber: "KS 1").thenRecorded()
    let later = other.now.advanced(byMilliseconds: 31 * 86_400_000)
    #expect(other.register.compensatedGrants(at: other.now).map(\.due) == [later])
    #expect(other.register.overdueDuties(at: later).map(\.violation.code) == ["ROL-12"])
    #expect(other.register.overdueDuties(at: later.advanced(byMilliseconds: -1)).isEmpty)
    // What has ended is checked no more.
    #expect(other.register.compensatedGrants(at: day("2026-06-01")).isEmpty)
    // Ordinary access at a low level may be carried out by whoever decided.
    town = .decided()
    town.when(execution(steward), by: administrator, caseNumber: "KS 1").thenRecorded()
  }

  @Test func `a job records what time has done, and nothing that takes judgement`() {
    var town = Scenario.endorsed()
    let job = PersonID(number: 70)
    town.given(.person(.register(RegisterPerson(person: job, category: .service))))
    town.given(place(70, job, .init(number: 4), nil, from: day("2026-01-01")))
    town.given(role(50, .job, job))
    // Whatever other role its keeper gives it.
    town.given(role(51, .manager, job, unit: .init(number: 1)))
    town.when(approve(1, steward), by: job, caseNumber: "KS 1").thenRejected("ROL-09")
    town.when(endorse(1, job), by: job).thenRejected("ROL-09")
    town.when(submit(2, supplier, visit, until: day("2026-03-20"), requester: job), by: job)
      .thenRecorded()
  }
}

@Suite struct `Authority judged again` {
  /// Judges every event of a history on what was known before it, each changed by `change`.
  private static func codes(
    _ town: Scenario, _ change: (inout RequestApproved) -> Void = { _ in }
  ) -> [String] {
    var register = Register()
    var codes: [String] = []
    for fact in town.history {
      var proposal = Proposal(fact)
      if case .request(.approved(var approved)) = fact.event {
        change(&approved)
        proposal.event = .request(.approved(approved))
      }
      codes += register.violations(of: proposal, under: .standard).map(\.code)
      register.apply(fact)
    }
    return codes
  }

  @Test func `what was allowed is found in order on replay, whichever the authority`() {
    var company = Scenario.wanted(leases, for: landlord, by: director)
    company.given(approve(1, landSteward), by: landSteward)
    var deputys = Scenario.committeeTown
    deputys.given(line())
    deputys.given(submit(1, worker, clients), by: worker)
    deputys.given(endorse(1, headsDeputy), by: headsDeputy)
    deputys.given(approve(1, headsDeputy), by: headsDeputy)
    var reported = `Reporting to the body`.decided
    reported.given(report())
    for town in [company, deputys, reported, .decided()] {
      #expect(Self.codes(town) == [])
    }
  }

  @Test func `a decision that names another authority than the decider has is found`() {
    var town = Scenario.committeeTown
    town.given(line(1))
    town.given(line(2, position: "officer"))
    town.given(submit(1, worker, clients), by: worker)
    town.given(endorse(1, careManager), by: careManager)
    town.given(approve(1, head), by: head)
    let changes: [(inout RequestApproved) -> Void] = [
      { $0.authority = .role }, { $0.authority = .company }, { $0.authority = .unstated },
      { $0.delegation = DelegationID(number: 2) }, { $0.delegation = nil },
      { $0.actingFor = officer }, { $0.assignment = AssignmentID(number: 30) },
    ]
    for (index, change) in changes.enumerated() {
      #expect(Self.codes(town, change).contains("INV-04"), "\(index)")
    }
    #expect(
      Self.codes(town) { $0.decider = officer }.contains("INV-04"), "the line of another position")
    #expect(Self.codes(town) { $0.decider = worker }.contains("INV-02"))
  }
}
