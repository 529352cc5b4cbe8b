import AccessModel
import Chronology
import Diagnostics
import Policies
import Testing

private func person(_ number: Int) -> PersonID { PersonID(number: number) }

private func at(_ text: String) -> Instant {
  Instant(text + "T00:00:00.000Z") ?? .earliest
}

/// A rule refuses what it is for and passes what it is not for.
private func check(
  _ code: DiagnosticCode, refused: [Diagnostic?], passed: [Diagnostic?],
  _ location: SourceLocation = #_sourceLocation
) {
  for found in refused {
    #expect(found?.code == code.code, sourceLocation: location)
    for fact in found?.facts ?? [] {
      let texts = [fact.name.english, fact.name.swedish, fact.value.english, fact.value.swedish]
      #expect(texts.allSatisfy { !$0.isEmpty }, sourceLocation: location)
    }
  }
  for found in passed { #expect(found == nil, sourceLocation: location) }
}

@Suite struct `Rules on decisions` {
  let read =
    EntitlementID("S-1/read") ?? EntitlementID(system: SystemID(number: 1), name: .init(number: 1))

  @Test func `a decision needs an endorsed need`() {
    let request = RequestID(number: 1)
    check(
      AcceptedNeed.code,
      refused: [AcceptedNeed.check(request: request, isEndorsed: false)],
      passed: [AcceptedNeed.check(request: request, isEndorsed: true)])
  }

  @Test func `nobody decides on their own access, and no deputy on their principal's`() {
    check(
      NoSelfDecision.code,
      refused: [
        NoSelfDecision.check(decider: person(1), subject: person(1), isSubjectsDeputy: false),
        NoSelfDecision.check(decider: person(1), subject: person(1), isSubjectsDeputy: true),
        NoSelfDecision.check(decider: person(2), subject: person(1), isSubjectsDeputy: true),
      ],
      passed: [
        NoSelfDecision.check(decider: person(2), subject: person(1), isSubjectsDeputy: false)
      ])
  }

  @Test func `endorser and decider are two persons where the stakes are high`() {
    func found(_ endorser: PersonID?, _ privilege: Privilege, _ level: Int) -> Diagnostic? {
      TwoPersons.check(
        endorser: endorser, decider: person(1), privilege: privilege, level: level,
        isNeeded: AccessPolicy.standard.terms(
          level: level, privilege: privilege, category: .employee
        ).needsTwoPersons)
    }
    check(
      TwoPersons.code,
      refused: [
        found(person(1), .privileged, 0), found(person(1), .ordinary, 3),
        found(person(1), .ordinary, 4),
      ],
      passed: [
        found(person(1), .ordinary, 2), found(person(2), .privileged, 4),
        found(nil, .privileged, 4),
      ])
  }

  @Test func `a decider has authority`() {
    func found(_ hasAuthority: Bool) -> Diagnostic? {
      ValidAuthority.check(
        decider: person(1), entitlement: read, decidedBy: .steward, at: at("2026-01-01"),
        hasAuthority: hasAuthority)
    }
    check(ValidAuthority.code, refused: [found(false)], passed: [found(true)])
  }

  @Test func `a decision has one decider`() {
    let several = OneDecider.check(deciders: [person(1), person(2)])
    #expect(several?.facts.first?.value.english == "P-1, P-2")
    #expect(several?.code == OneDecider.code.code)
    #expect(OneDecider.check(deciders: [])?.code == OneDecider.code.code)
    #expect(OneDecider.check(deciders: [person(1)]) == nil)
  }

  @Test func `what somebody else said is shown`() {
    check(
      ShownDecision.code,
      refused: [ShownDecision.check(principal: person(1), person: person(2), isShown: false)],
      passed: [
        ShownDecision.check(principal: person(1), person: person(2), isShown: true),
        ShownDecision.check(principal: person(1), person: person(1), isShown: false),
      ])
  }

  @Test func `an endorser is a manager of the person, and never the person`() {
    func found(_ endorser: Int, _ isManager: Bool) -> Diagnostic? {
      EndorserIsManager.check(endorser: person(endorser), subject: person(1), isManager: isManager)
    }
    check(
      EndorserIsManager.code, refused: [found(2, false), found(1, true), found(1, false)],
      passed: [found(2, true)])
  }

  @Test func `a need is said in at least ten characters`() {
    check(
      StatedNeed.code, refused: [StatedNeed.check(""), StatedNeed.check("123456789")],
      passed: [StatedNeed.check("1234567890"), StatedNeed.check("åäöåäöåäöå")])
  }

  @Test func `a reviewer is not the subject`() {
    check(
      NoSelfReview.code, refused: [NoSelfReview.check(reviewer: person(1), subject: person(1))],
      passed: [
        NoSelfReview.check(reviewer: person(1), subject: person(2)),
        NoSelfReview.check(reviewer: person(1), subject: nil),
      ])
  }
}

@Suite struct `Rules on time` {
  @Test func `a fact is recorded when it has come, and within seven days or with a reason`() {
    let now = at("2026-06-15")
    func found(_ milliseconds: Int64, _ hasReason: Bool) -> Diagnostic? {
      Backdating.check(
        effective: now.advanced(byMilliseconds: milliseconds), recorded: now, hasReason: hasReason)
    }
    let week: Int64 = 7 * 86_400_000
    check(
      Backdating.code,
      refused: [found(1, false), found(1, true), found(-week - 1, false)],
      passed: [found(0, false), found(-week, false), found(-week - 1, true)])
  }

  @Test func `a grant has an end or is reviewed`() {
    func found(
      _ until: Instant?, _ reviewDays: Int64?, _ category: PersonCategory, _ privilege: Privilege
    ) -> Diagnostic? {
      BoundedTime.check(
        until: until, reviewDays: reviewDays, reviewDaysMax: 366, category: category,
        privilege: privilege, latest: nil)
    }
    let end = at("2027-01-01")
    check(
      BoundedTime.code,
      refused: [
        found(nil, nil, .employee, .ordinary), found(nil, 90, .employee, .privileged),
        found(end, 367, .employee, .ordinary),
      ]
        + PersonCategory.allCases.filter(\.isTemporary).map { found(nil, 90, $0, .ordinary) },
      passed: [found(nil, 366, .employee, .ordinary), found(end, nil, .external, .privileged)])
    #expect(
      PersonCategory.allCases.filter { !$0.isTemporary } == [.employee, .service])
  }

  @Test func `a grant ends within every limit`() {
    let limits = [
      LongestValidity.Limit(Localized(verbatim: "later"), at: at("2027-01-01")),
      LongestValidity.Limit(Localized(verbatim: "earlier"), at: at("2026-07-01")),
    ]
    check(
      LongestValidity.code,
      refused: [
        LongestValidity.check(until: at("2026-07-02"), limits: limits),
        LongestValidity.check(until: nil, limits: limits),
      ],
      passed: [
        LongestValidity.check(until: at("2026-07-01"), limits: limits),
        LongestValidity.check(until: nil, limits: []),
        LongestValidity.check(until: at("2099-01-01"), limits: []),
      ])
    let found = LongestValidity.check(until: nil, limits: limits)
    #expect(found?.facts.last?.value.english == "earlier")
  }

  @Test func `a period begins before it ends`() {
    let day = at("2026-01-01")
    check(
      OrderedPeriod.code,
      refused: [
        OrderedPeriod.check(from: day, until: day),
        OrderedPeriod.check(from: day, until: at("2025-12-31")),
      ],
      passed: [
        OrderedPeriod.check(from: day, until: nil),
        OrderedPeriod.check(from: day, until: day.advanced(byMilliseconds: 1)),
      ])
  }

  @Test func `an execution stays within the decision`() {
    let decided = at("2026-01-01")
    let from = at("2026-02-01")
    let decidedFrom = from
    let until = at("2026-03-01")
    func found(
      _ at: Instant, _ from: Instant, _ until: Instant?, decidedUntil: Instant?
    ) -> Diagnostic? {
      ExecutionWithinDecision.check(
        decided: decided, decidedFrom: decidedFrom,
        decidedUntil: decidedUntil, at: at, from: from, until: until)
    }
    check(
      ExecutionWithinDecision.code,
      refused: [
        found(decided.advanced(byMilliseconds: -1), from, until, decidedUntil: until),
        found(decided, from.advanced(byMilliseconds: -1), until, decidedUntil: until),
        found(decided, from, until.advanced(byMilliseconds: 1), decidedUntil: until),
        found(decided, from, nil, decidedUntil: until),
      ],
      passed: [
        found(decided, from, until, decidedUntil: until),
        found(decided, from, until, decidedUntil: nil),
        found(decided, from, nil, decidedUntil: nil),
        found(decided, at("2026-02-10"), at("2026-02-20"), decidedUntil: until),
      ])
  }

  @Test func `only a longer time is a widening`() {
    let end = at("2026-03-01")
    check(
      ReducingIsFree.code,
      refused: [
        ReducingIsFree.check(present: end, proposed: nil),
        ReducingIsFree.check(present: end, proposed: end.advanced(byMilliseconds: 1)),
      ],
      passed: [
        ReducingIsFree.check(present: end, proposed: end),
        ReducingIsFree.check(present: end, proposed: at("2026-02-01")),
        ReducingIsFree.check(present: nil, proposed: end),
        ReducingIsFree.check(present: nil, proposed: nil),
      ])
  }

  @Test func `a clock may stand two minutes behind without a word`() {
    let last = at("2026-03-01")
    func found(_ milliseconds: Int64) -> Diagnostic? {
      ForwardTime.check(clock: last.advanced(byMilliseconds: milliseconds), lastRecorded: last)
    }
    check(
      ForwardTime.code, refused: [found(-120_001)],
      passed: [
        found(-120_000), found(0), found(1), ForwardTime.check(clock: last, lastRecorded: nil),
      ])
  }

  @Test func `what is over says what, how and since when`() {
    let found = TerminalStates.violation(
      of: .grant, "G-1", state: Localized(en: "ended", sv: "upphörd"), at: at("2026-03-01"))
    #expect(found.code == "INV-22")
    #expect(found.facts.map(\.value.swedish) == ["G-1", "upphörd", "2026-03-01T00:00:00.000Z"])
  }
}

@Suite struct `Rules on persons, systems and the ledger` {
  @Test func `whoever is given access works here`() {
    let day = at("2026-01-01")
    check(
      ActiveAffiliation.code,
      refused: [ActiveAffiliation.check(person: person(1), from: day, isActiveAtStart: false)],
      passed: [ActiveAffiliation.check(person: person(1), from: day, isActiveAtStart: true)])
  }

  @Test func `a system is in use, classified and looked after`() {
    func found(_ status: SystemStatus, _ isClassified: Bool, _ missing: [Role]) -> Diagnostic? {
      SystemReady.check(
        system: SystemID(number: 1), status: status, isClassified: isClassified,
        missingRoles: missing)
    }
    check(
      SystemReady.code,
      refused: [
        found(.proposed, true, []), found(.phasingOut, true, []), found(.decommissioned, true, []),
        found(.archived, true, []), found(.pilot, false, []), found(.inOperation, true, [.deputy]),
      ],
      passed: [found(.pilot, true, []), found(.inOperation, true, [])])
    #expect(found(.proposed, false, [.owner, .steward])?.facts.count == 5)
  }

  @Test func `a person holds a right through one grant`() {
    func found(_ open: String?) -> Diagnostic? {
      OneOpenGrant.check(
        person: person(1),
        entitlement: EntitlementID(system: SystemID(number: 1), name: .init(number: 1)), open: open)
    }
    check(OneOpenGrant.code, refused: [found("G-1")], passed: [found(nil)])
  }

  @Test func `a deputy is another person than the steward`() {
    let system = SystemID(number: 1)
    check(
      DeputyIsAnother.code,
      refused: [DeputyIsAnother.check(holder: person(1), other: person(1), system: system)],
      passed: [
        DeputyIsAnother.check(holder: person(1), other: person(2), system: system),
        DeputyIsAnother.check(holder: person(1), other: nil, system: system),
      ])
  }

  @Test func `a system has one steward`() {
    let system = SystemID(number: 1)
    check(
      OneSteward.code,
      refused: [
        OneSteward.check(role: .steward, system: system, present: AssignmentID(number: 1))
      ],
      passed: [OneSteward.check(role: .steward, system: system, present: nil)])
  }

  @Test func `a refusal to record names the roles that would do`() {
    let found = EntitledRecorder.violation(
      principal: person(1), what: "grant.revoked", roles: [.manager, .steward])
    #expect(found.code == "ROL-01")
    #expect(
      found.facts.last?.value
        == Localized(en: "manager, system steward", sv: "chef, systemförvaltare"))
  }

  @Test func `a command is recorded once`() {
    let command = UniqueID(high: 1, low: 2)
    check(
      OnceOnly.code, refused: [OnceOnly.check(command: command, isRecorded: true)],
      passed: [OnceOnly.check(command: command, isRecorded: false)])
  }

  @Test func `a replay that differs is told, and so is an unknown type`() {
    check(
      DeterministicReplay.code, refused: [DeterministicReplay.check(expected: "a", found: "b")],
      passed: [DeterministicReplay.check(expected: "a", found: "a")])
    let found = KnownTypes.violation(name: "grant.cloned", version: 2, position: 7)
    #expect(found.code == "INV-55")
    #expect(found.facts.map(\.value.english) == ["grant.cloned", "2", "7"])
  }
}
