import AccessModel
import Chronology
import Diagnostics
import Policies
import Testing

private func person(_ number: Int) -> PersonID { PersonID(number: number) }
private func at(_ text: String) -> Instant { Instant(text + "T00:00:00.000Z") ?? .earliest }
private let line = DelegationID(number: 1)

/// What a rule refuses carries its code, facts and a way out in both languages; what it lets through carries nothing.
private func check(
  _ code: DiagnosticCode, refused: [Diagnostic?], passed: [Diagnostic?],
  _ location: SourceLocation = #_sourceLocation
) {
  for found in refused {
    #expect(found?.code == code.code, sourceLocation: location)
    #expect(found?.facts.isEmpty == false, sourceLocation: location)
    for language in Language.allCases {
      let text = found?.text(in: language) ?? ""
      #expect(text.hasPrefix("\(code.code): "), sourceLocation: location)
      #expect(text.contains("liggare") || !code.remedy.english.contains("liggare"))
    }
  }
  for found in passed { #expect(found == nil, sourceLocation: location) }
}

@Suite struct `Rules on delegation` {
  @Test func `a body has power of its own, and some matters it keeps`() {
    func own(_ kind: UnitKind, _ can: Bool) -> Diagnostic? {
      OwnPower.check(body: UnitID(number: 1), kind: kind, canDelegate: can)
    }
    check(OwnPower.code, refused: [own(.unit, false)], passed: [own(.committee, true)])
    let goals = MatterCode("goals-and-direction")
    let care = MatterCode("access-care")
    check(
      UndelegableMatter.code,
      refused: [
        UndelegableMatter.check(matter: goals),
        UndelegableMatter.check(matter: goals, nonDelegable: Set([care].compactMap(\.self))),
        UndelegableMatter.check(matter: care, nonDelegable: Set([care].compactMap(\.self))),
      ],
      passed: [
        UndelegableMatter.check(matter: care), UndelegableMatter.check(matter: nil),
      ])
    #expect(UndelegableMatter.matters.count == 5)
  }

  @Test func `a delegation looks forward`() {
    let (early, late) = (at("2026-03-01"), at("2026-03-02"))
    check(
      ForwardDelegation.code,
      refused: [
        ForwardDelegation.check(delegation: line, from: early, decided: late),
        ForwardDelegation.check(delegation: line, revoked: early, recorded: late),
      ],
      passed: [
        ForwardDelegation.check(delegation: line, from: late, decided: late),
        ForwardDelegation.check(delegation: line, from: late, decided: early),
        ForwardDelegation.check(delegation: line, revoked: late, recorded: late),
        ForwardDelegation.check(delegation: line, revoked: late, recorded: early),
      ])
  }

  @Test func `an order grows by later versions`() throws {
    let order = try #require(Label("Order"))
    func found(_ version: Int64, _ latest: Int64?) -> Diagnostic? {
      LaterVersion.check(order: order, version: version, latest: latest)
    }
    check(
      LaterVersion.code, refused: [found(0, nil), found(1, 2), found(-3, 1)],
      passed: [found(1, nil), found(2, 2), found(3, 2), found(9, nil)])
  }

  @Test func `every fault of a line that is delegated on is told`() {
    let faults: [SoundSubdelegation.Fault] = [
      .unknownParent, .parentNotInForce, .notAllowed, .tooDeep(2), .notByHead,
      .wider(Localized(en: "level", sv: "nivå")),
    ]
    let found = SoundSubdelegation.check(
      delegation: DelegationID(number: 2), parent: line, faults: faults)
    check(
      SoundSubdelegation.code, refused: [found],
      passed: [
        SoundSubdelegation.check(delegation: DelegationID(number: 2), parent: line, faults: [])
      ])
    #expect(found?.facts.count == 2 + faults.count)
    #expect(Set(found?.facts.map(\.value.swedish) ?? []).count == 2 + faults.count)
  }

  @Test func `what is decided on delegation is reported whole, once and in time`() {
    let requests = [RequestID(number: 1), RequestID(number: 2)]
    let body = UnitID(number: 1)
    check(
      WholeReport.code,
      refused: [
        WholeReport.check(body: body, missing: requests, foreign: []),
        WholeReport.check(body: body, missing: [], foreign: requests),
      ], passed: [WholeReport.check(body: body, missing: [], foreign: [])])
    check(
      ReportedOnce.code, refused: [ReportedOnce.check(again: requests)],
      passed: [ReportedOnce.check(again: [])])
    func due(
      _ day: String, _ limit: TimeLimit = AccessPolicy.standard.delegationReport
    ) -> Diagnostic? {
      ReportedDelegation.check(
        request: requests[0], delegation: line, decided: at("2026-03-01"),
        due: ReportedDelegation.due(decided: at("2026-03-01"), within: limit), at: at(day))
    }
    check(
      ReportedDelegation.code,
      refused: [due("2026-04-30"), due("2026-03-11", TimeLimit(.days(10)))],
      passed: [due("2026-04-29"), due("2026-03-10", TimeLimit(.days(10)))])
  }

  @Test func `a committee and a company are told apart`() throws {
    let found = SameLegalForm.violation(
      decider: person(1), entitlement: try #require(EntitlementID("S-1/read")),
      entity: UnitID(number: 12), kind: .delegation)
    check(SameLegalForm.code, refused: [found], passed: [])
    #expect(found.facts.map(\.value.swedish) == ["P-1", "S-1/read", "delegation", "U-12"])
  }
}

@Suite struct `Rules on roles` {
  @Test func `a vacancy is explained and has an end`() {
    func found(
      vacant: Bool = true, reason: Bool = true, until: String? = "2026-06-01"
    ) -> Diagnostic? {
      VacancyNote.check(
        assignment: AssignmentID(number: 4), role: .steward, system: SystemID(number: 1),
        leavesVacant: vacant, hasReason: reason, until: until.map(at), at: at("2026-03-01"))
    }
    check(
      VacancyNote.code,
      refused: [found(reason: false), found(until: nil), found(until: "2026-02-28")],
      passed: [
        found(), found(until: "2026-03-01"), found(vacant: false, reason: false, until: nil),
      ])
    #expect(found(reason: false, until: nil)?.facts.count == 5)
  }

  @Test func `an auditor stands alone`() {
    let others = [(id: AssignmentID(number: 1), role: Role.steward)]
    let auditors = [(id: AssignmentID(number: 2), role: Role.auditor)]
    func found(_ role: Role, _ others: [(id: AssignmentID, role: Role)]) -> Diagnostic? {
      AuditorStandsAlone.check(holder: person(1), role: role, others: others)
    }
    check(
      AuditorStandsAlone.code, refused: [found(.auditor, others), found(.manager, auditors)],
      passed: [
        found(.manager, others), found(.auditor, []), found(.auditor, auditors),
      ])
  }

  @Test func `only some roles bar their holders from deciding`() throws {
    let barring = Role.allCases.filter { BarredFromDeciding.bars($0, isLedger: false) }
    #expect(Set(barring) == [.helpdesk, .auditor, .job, .personnelSource])
    let inLedger = Role.allCases.filter { BarredFromDeciding.bars($0, isLedger: true) }
    #expect(Set(inLedger) == Set(barring + [.custodian]))
    let found = BarredFromDeciding.violation(
      decider: person(1), entitlement: try #require(EntitlementID("S-1/read")), role: .helpdesk,
      assignment: AssignmentID(number: 3))
    check(BarredFromDeciding.code, refused: [found], passed: [])
  }

  @Test func `an administrator decides in a small unit alone`() {
    func found(_ assignment: Int?, _ isSmall: Bool) -> Diagnostic? {
      AdministratorDoesNotDecide.check(
        decider: person(1), system: SystemID(number: 1),
        assignment: assignment.map { AssignmentID(number: $0) }, isSmallUnit: isSmall)
    }
    check(
      AdministratorDoesNotDecide.code, refused: [found(1, false)],
      passed: [found(1, true), found(nil, false)])
  }

  @Test func `a job records what is for jobs`() {
    func found(_ isJob: Bool, _ isForJobs: Bool) -> Diagnostic? {
      JobsRecordTimeAlone.check(
        principal: person(1), isJob: isJob, what: "request.approved", isForJobs: isForJobs)
    }
    check(
      JobsRecordTimeAlone.code, refused: [found(true, false)],
      passed: [found(true, true), found(false, false)])
  }

  @Test func `the steps that are demanded apart are taken by two, in either order`() {
    func found(
      _ step: StepsApart.Step, _ others: [StepsApart.Step: Int], privileged: Bool = true,
      level: Int64 = 1, isSmall: Bool = false, pairs: [StepsApart.Pair] = StepsApart.pairs
    ) -> [String] {
      StepsApart.check(
        step, by: person(1), others: others.mapValues(person),
        privilege: privileged ? .privileged : .ordinary, level: level, isSmallUnit: isSmall,
        pairs: pairs
      ).map { $0.facts.map(\.value.english).joined(separator: " ") }
    }
    #expect(found(.execution, [.decision: 1]) == ["P-1 execution decision"])
    #expect(found(.review, [.decision: 1]) == ["P-1 review decision"])
    #expect(found(.execution, [.decision: 2]) == [])
    #expect(found(.execution, [.decision: 1], isSmall: true) == [])
    #expect(found(.execution, [.decision: 1], privileged: false, level: 2) == [])
    #expect(found(.execution, [.decision: 1], privileged: false, level: 3).count == 1)
    #expect(found(.decision, [.request: 1, .endorsement: 1]) == [])
    let strict = [StepsApart.Pair(.request, .decision), .init(.endorsement, .decision)]
    #expect(found(.decision, [.request: 1, .endorsement: 1], pairs: strict).count == 2)
    #expect(found(.request, [.decision: 1], pairs: strict).count == 1)
  }

  @Test func `a small unit is small, and says why`() {
    func found(_ persons: Int, reason: Bool = true, claimed: Bool = true) -> Diagnostic? {
      SmallUnitException.check(
        isClaimed: claimed, unit: UnitID(number: 1), persons: persons, hasReason: reason)
    }
    check(
      SmallUnitException.code, refused: [found(11), found(3, reason: false)],
      passed: [found(10), found(90, reason: false, claimed: false)])
    func overdue(_ day: String) -> Diagnostic? {
      CompensatingCheck.check(
        grant: GrantID(number: 1),
        due: CompensatingCheck.due(
          after: at("2026-03-01"), within: AccessPolicy.standard.compensatingReview), at: at(day))
    }
    check(CompensatingCheck.code, refused: [overdue("2026-04-01")], passed: [overdue("2026-03-31")])
  }

  @Test func `a decision is not dated to before the authority began`() {
    func found(_ effective: String, _ began: String?) -> Diagnostic? {
      Backdating.check(
        effective: at(effective), recorded: at("2026-03-10"), authorityFrom: began.map(at))
    }
    check(
      Backdating.code,
      refused: [found("2026-03-05", "2026-03-09"), found("2026-03-05", "2026-03-10")],
      passed: [
        found("2026-03-05", nil), found("2026-03-09", "2026-03-09"),
        found("2026-03-05", "2026-03-11"),
      ])
  }
}
