import AccessModel
import Chronology
import Diagnostics
import Policies
import Testing

private func person(_ number: Int) -> PersonID { PersonID(number: number) }

private func at(_ text: String) -> Instant {
  Instant(text + "T00:00:00.000Z") ?? .earliest
}

private func check(
  _ code: DiagnosticCode, refused: [Diagnostic?], passed: [Diagnostic?],
  _ location: SourceLocation = #_sourceLocation
) {
  for found in refused { #expect(found?.code == code.code, sourceLocation: location) }
  for found in passed { #expect(found == nil, sourceLocation: location) }
}

@Suite struct `Rules that say how to get out` {
  @Test func `what is over is told and begun anew in its own way`() {
    let told = TerminalStates.Matter.allCases.map {
      TerminalStates.violation(
        of: $0, "X-1", state: Localized(en: "ended", sv: "upphörd"), at: at("2026-03-01"))
    }
    #expect(Set(told.map(\.statement)).count == told.count)
    #expect(told.allSatisfy { $0.code == "INV-22" })
    for (matter, verb) in [
      (TerminalStates.Matter.role, "role assign"), (.key, "key enroll"),
      (.affiliation, "person affiliate"), (.grant, "grant confirm"),
      (.decidedRequest, "request submit"),
    ] {
      let remedy = told[TerminalStates.Matter.allCases.firstIndex(of: matter) ?? 0].remedy
      #expect(remedy.english.contains(verb) && remedy.swedish.contains(verb), "\(matter)")
    }
  }

  @Test func `a missing end is asked for once, with the latest that is allowed`() {
    let found = BoundedTime.check(
      until: nil, reviewDays: 90, reviewDaysMax: 92, category: .employee, privilege: .privileged,
      latest: at("2026-07-01"))
    #expect(found?.facts.last?.sense == .end(at("2026-07-01")))
    #expect(found?.remedy.english.contains("--review-days") == false)
    let seldom = BoundedTime.check(
      until: at("2026-07-01"), reviewDays: 93, reviewDaysMax: 92, category: .employee,
      privilege: .ordinary, latest: nil)
    #expect(seldom?.remedy.english.contains("--until") == false)
  }

  @Test func `whoever is here for a limited time has a last day`() {
    func found(_ category: PersonCategory, _ until: Instant?) -> Diagnostic? {
      BoundedAffiliation.check(person: person(1), category: category, until: until)
    }
    check(
      BoundedAffiliation.code,
      refused: [.external, .supplier, .temporary, .elected, .student].map { found($0, nil) },
      passed: [found(.employee, nil), found(.service, nil)]
        + PersonCategory.allCases.map { found($0, at("2026-07-01")) })
  }

  @Test func `a person works in a unit once, and again only to stay longer`() {
    func found(_ present: Int?, _ end: Instant?, _ until: Instant?) -> Diagnostic? {
      OneAffiliationPerUnit.check(
        person: person(1), unit: UnitID(number: 1), present: present.map { .init(number: $0) },
        end: end, until: until)
    }
    let june = at("2026-06-01")
    let july = at("2026-07-01")
    check(
      OneAffiliationPerUnit.code,
      refused: [
        found(1, nil, nil), found(1, nil, june), found(1, june, june), found(1, july, june),
      ],
      passed: [found(nil, nil, nil), found(1, june, july), found(1, june, nil)])
  }

  @Test func `somebody is left who can keep the ledger`() {
    let now = at("2026-06-01")
    check(
      KeeperRemains.code,
      refused: [KeeperRemains.check(last: [person(1)], remaining: 0, at: now)],
      passed: [
        KeeperRemains.check(last: [person(1)], remaining: 1, at: now),
        KeeperRemains.check(last: [], remaining: 0, at: now),
      ])
  }

  @Test func `great power is told as yes or no`() {
    let found = TwoPersons.check(
      endorser: person(1), decider: person(1), privilege: .ordinary, level: 3,
      isNeeded: true)
    #expect(found?.facts[1].value == Localized(en: "no", sv: "nej"))
  }
}
