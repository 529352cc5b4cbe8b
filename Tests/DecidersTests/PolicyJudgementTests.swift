import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Testing
import Transparency

@Suite struct `Judged by the rules of the time` {
  private static let tight = document("rules-1", "[level-2]", "validity: P1M", "review: P1M")

  @Test func `a decision is judged by the rules in force when it is made, and names them`() {
    var town = Scenario.endorsed()
    town.given(adopt(Self.tight, from: day("2026-03-20")))
    var later = town
    town.when(approve(1, until: .some(day("2026-09-01"))), by: steward).thenRecorded()
    #expect(town.cited == [])

    later.now = day("2026-03-21", hour: 9)
    later.when(approve(1, until: .some(day("2026-09-01"))), by: steward).thenRejected("INV-12")
    later.when(approve(1, until: .some(day("2026-04-22"))), by: steward).thenRecorded()
    #expect(later.cited == ["rules-1"])
    #expect(later.register.grants[GrantID(number: 1)]?.decided.reviewDays == 31)
    #expect(town.findings() == [] && later.findings() == [])
  }

  @Test func `what is recorded late is judged by the rules of its own day`() {
    var town = Scenario.endorsed()
    town.given(adopt(Self.tight, from: day("2026-04-01")))
    town.now = day("2026-04-03")
    town.when(
      approve(1, until: .some(day("2026-09-01"))), by: steward, effective: day("2026-03-30")
    ).thenRecorded()
    #expect(town.cited == [] && town.findings() == [])
  }

  @Test func `rules that are recorded late do not judge what was decided before`() {
    var town = Scenario.endorsed()
    town.when(approve(1, until: .some(day("2026-09-01"))), by: steward).thenRecorded()
    town.now = day("2026-03-05")
    town.given(adopt(Self.tight, from: day("2026-03-01")))
    #expect(town.findings() == [])
    #expect(town.rules(at: day("2026-03-02")).documents.map { "\($0)" } == ["rules-1"])
  }

  @Test func `a denial names the rules too, and a decision that names others is found`() {
    var town = Scenario.endorsed()
    town.given(adopt(Self.tight))
    var other = town
    town.when(deny(), by: steward, reason: "Not needed now.").thenRecorded()
    #expect(town.cited == ["rules-1"] && town.findings() == [])
    other.given(approve(1, until: .some(day("2026-04-01"))), by: steward)
    guard let last = other.history.last, case .request(.approved(var approved)) = last.event else {
      Issue.record("no decision")
      return
    }
    var register = Register()
    for event in other.history.dropLast() { register.apply(event) }
    var forged = Proposal(last)
    #expect(register.violations(of: forged, under: .standard).isEmpty)
    approved.policies = []
    forged.event = .request(.approved(approved))
    #expect(register.violations(of: forged, under: .standard).map(\.code) == ["POL-16"])
    forged.channel = .migration
    #expect(register.violations(of: forged, under: .standard).isEmpty)
  }

  @Test func `the rules of the group, of the unit and of the system hold together`() {
    var town = Scenario.townWithCommittee
    town.given(adopt(document("g-1", "[level-2]", "review: P6M")))
    town.given(
      adopt(
        document("u-1", "[level-2]", "review: P4M"), .unit, unit: UnitID(number: 3),
        by: administration))
    town.given(
      adopt(
        document("s-1", "[level-2]", "review: P5M"), .system, system: system, by: administration))
    town.given(
      adopt(
        document("c-1", "[level-2]", "review: P1M"), .entity, unit: outerCommittee,
        by: outerCommittee))
    func review(_ person: PersonID) -> String {
      let rules = town.rules(at: town.now, person: person)
      return rules.documents.map { "\($0)" }.joined(separator: " ")
        + " \(rules.policy[.level2].review)"
    }
    #expect(review(employee) == "g-1 u-1 s-1 P4M")
    #expect(review(steward) == "g-1 s-1 P5M")
    let elsewhere = town.register.policy(for: nil, unit: outerCommittee, at: town.now)
    #expect(elsewhere[.level2].review.description == "P1M")
  }

  @Test func `at one place the document that began last holds`() {
    var town = Scenario.townWithCommittee
    func adopted(_ name: String, _ from: String) {
      town.given(adopt(document(name), from: day(from)))
    }
    adopted("a", "2026-03-01")
    adopted("c", "2026-07-01")
    adopted("b", "2026-04-01")
    adopted("b2", "2026-04-01")
    func inForce(_ text: String) -> String {
      town.rules(at: day(text)).documents.map { "\($0)" }.joined(separator: " ")
    }
    #expect(inForce("2026-02-28") == "")
    #expect(inForce("2026-03-31") == "a")
    #expect(inForce("2026-04-01") == "b2")
    #expect(inForce("2026-06-30") == "b2" && inForce("2026-07-01") == "c")
    let a = town.register.policies[PolicyID("a") ?? PolicyID(number: 1)]
    #expect(
      a.flatMap { town.register.replacement(of: $0) }.map { "\($0.adopted.policy)" } == "b2")
  }

  @Test func `a document that cannot be read, or is adopted twice, is found and changes nothing`() {
    var town = Scenario.townWithCommittee
    town.given(adopt(Self.tight))
    guard let last = town.history.last, case .policy(.adopted(let adopted)) = last.event else {
      Issue.record("nothing adopted")
      return
    }
    func codes(_ change: (inout PolicyAdopted) -> Void) -> [String] {
      var changed = adopted
      change(&changed)
      var forged = Proposal(last)
      forged.event = .policy(.adopted(changed))
      let codes = town.register.violations(of: forged, under: .standard).map(\.code)
      var register = town.register
      register.apply(
        Recorded(
          position: register.position, recorded: last.recorded, id: last.id,
          revision: register.nextRevision(of: forged.event.stream), effective: last.effective,
          actor: last.actor, command: last.command, caseNumber: nil,
          reason: nil, event: forged.event))
      let rules = register.effectivePolicy(for: system, person: employee, at: day("2026-05-01"))
      #expect(rules.documents.map { "\($0)" } == ["rules-1"])
      return codes
    }
    let other = PolicyID("rules-2") ?? PolicyID(number: 2)
    #expect(codes { _ in } == ["POL-14"])
    #expect(
      codes { $0.document = document("rules-1", "[level-2]", "validity: P2M") } == [
        "POL-14", "POL-15",
      ])
    #expect(
      codes {
        $0.policy = other
        $0.document = document("rules-2", "[no-such]")
      } == ["POL-15"])
  }

  @Test func `the switches of the rules decide`() {
    func town(_ lines: String...) -> Scenario {
      var town = Scenario.townWithCommittee
      let text = lines.reduce("liggare-policy: 1\npolicy: rules-1\n") { $0 + $1 + "\n" }
      town.given(adopt(DocumentText(text) ?? document("rules-1"), from: day("2026-02-24")))
      return town
    }
    // A vacancy is flagged, and an owner is needed all the same.
    var vacant = town("[system]", "vacancy: flag")
    vacant.given(endRole(5), reason: "Other duties.")
    vacant.when(submit(), by: employee).thenRecorded()
    vacant.given(endRole(3), reason: "Other duties.")
    vacant.when(submit(2, otherManager), by: otherManager).thenRejected("INV-14")
    // The need is said in more words, and late facts need a reason sooner.
    var strict = town("[request]", "need-characters: 30", "[recording]", "backdating: P1D")
    strict.when(submit(), by: employee).thenRejected("REQ-04")
    strict.when(
      .unit(
        .register(RegisterUnit(unit: UnitID(number: 9), name: "Late", kind: .unit, parent: top))),
      effective: strict.now.advanced(byMilliseconds: -86_400_001)
    ).thenRejected("INV-10")
    // A decision needs a case number.
    var numbered = town("[recording]", "case-number: request.approved")
    numbered.given(submit(), by: employee)
    numbered.given(endorse(), by: manager)
    numbered.when(approve(), by: steward).thenRejected("POL-20")
    numbered.when(approve(), by: steward, caseNumber: "SN 2026/1").thenRecorded()
    // Level 4 is let in where the group says so.
    var open = town("[level-4]", "enabled: yes")
    open.when(classified("4/2/1"), by: steward).thenRecorded()
    var closed = Scenario.townWithCommittee
    closed.when(classified("4/2/1"), by: steward).thenRejected("INV-59")
    // Two persons at level 2.
    var two = town("[level-2]", "two-persons: yes", "[level-1]", "two-persons: yes")
    two.given(submit(), by: employee)
    two.given(endorse(), by: manager)
    two.given(endRole(4), reason: "Other duties.")
    two.given(role(61, .steward, manager, system: system, from: two.now))
    two.when(approve(1, manager), by: manager).thenRejected("INV-03")
  }

  @Test func `who decides does not carry out, but in a small unit that looks more often`() {
    func separated(_ more: String...) -> Scenario {
      var town = Scenario.townWithCommittee
      let lines = [
        "liggare-policy: 1", "policy: rules-1", "[separation]", "keep-apart: decider/provisioner",
      ]
      let text = (lines + more).map { $0 + "\n" }.joined()
      town.given(adopt(DocumentText(text) ?? document("rules-1")))
      town.given(submit(), by: employee)
      town.given(endorse(), by: manager)
      return town
    }
    let carryOut = AccessCommand.grant(
      .provision(ProvisionGrant(grant: GrantID(number: 1), by: steward)))
    var town = separated()
    town.given(approve(), by: steward)
    town.when(carryOut, by: administrator, caseNumber: "IT 1").thenRejected("POL-21")
    town.when(provision(), by: administrator).thenRecorded()
    // Owner, steward, deputy and manager work in U-2.
    town = separated("small-unit-below: 6", "compensating-review: P1M")
    town.given(approve(1, reviewDays: 31), by: steward)
    town.when(carryOut, by: administrator, caseNumber: "IT 1").thenRecorded()
    #expect(town.findings() == [])
    town = separated("small-unit-below: 6", "compensating-review: P1M")
    town.given(approve(1, reviewDays: 60), by: steward)
    town.when(carryOut, by: administrator, caseNumber: "IT 1").thenRejected("POL-21")
    town = separated("small-unit-below: 4")
    town.given(approve(1, reviewDays: 31), by: steward)
    town.when(carryOut, by: administrator, caseNumber: "IT 1").thenRejected("POL-21")
  }

  @Test func `replaying the history finds nothing and gives the same rules`() throws {
    var town = Scenario.townWithCommittee
    town.given(adopt(try pack("municipality")))
    town.given(
      adopt(
        try pack("region"), .unit, unit: administration, by: administration,
        from: day("2026-03-10")))
    for (number, right) in [(1, read), (2, seal), (3, visit)] {
      town.now = day("2026-03-0\(number * 3)", hour: 8)
      town.given(
        submit(
          number, employee, right, from: town.now, until: day("2026-04-01"),
          need: "Handles the cases of the unit."), by: employee)
      town.given(endorse(number), by: manager)
      town.now = day("2026-03-1\(number * 3)", hour: 8)
      town.given(
        approve(number, right == seal ? owner : steward), by: right == seal ? owner : steward)
      town.given(provision(number), by: administrator)
    }
    #expect(town.findings() == [])
    let cited = town.history.compactMap { event -> [PolicyID]? in
      if case .request(.approved(let approved)) = event.event { approved.policies } else { nil }
    }
    #expect(cited.map(\.count) == [2, 2, 2])
    var register = Register()
    for event in town.history { register.apply(event) }
    for month in 2...9 {
      let moment = day("2026-0\(month)-15")
      #expect(
        register.effectivePolicy(for: system, person: employee, at: moment)
          == town.rules(at: moment))
    }
    #expect(town.rules(at: day("2026-03-15")).policy[.care].review.description == "P3M")
    #expect(town.rules(at: day("2026-03-09")).policy[.care].review.description == "P6M")
  }
}
