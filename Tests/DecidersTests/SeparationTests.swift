import AccessModel
import Chronology
import Commands
import Diagnostics
import Events
import Policies
import Projections
import Testing

private let rule = SeparationRuleID(number: 1)
private let head = deputy

private func adopt(
  _ kind: SeparationKind = .conflict, _ severity: SeparationSeverity = .block,
  _ first: [EntitlementID] = [read], _ second: [EntitlementID] = [seal],
  from: Instant = day("2026-02-01"), until: Instant? = nil
) -> AccessCommand {
  .separation(
    .adopt(
      AdoptSeparationRule(
        rule: rule, kind: kind, severity: severity, first: first, second: second,
        rationale: "Nobody seals what they wrote.", from: from, until: until)))
}

private func except(
  _ person: PersonID = employee, by deciders: PersonID..., from: Instant = day("2026-03-02"),
  until: Instant = day("2026-06-01"), rule: SeparationRuleID = rule, number: Int = 1
) -> AccessCommand {
  .separation(
    .except(
      ApproveSeparationException(
        exception: .init(number: number), rule: rule, person: person,
        control: "Every case is checked weekly.", deciders: deciders.isEmpty ? [owner] : deciders,
        from: from, until: until)))
}

/// The town where the employee has `read` and waits for a decision on `seal`, and a rule stands between.
private func divided(_ adopted: AccessCommand) -> Scenario {
  var town = Scenario.provisioned()
  town.given(adopted, by: owner)
  town.given(submit(2, employee, seal, until: day("2026-05-01")), by: employee)
  town.given(endorse(2), by: manager)
  return town
}

@Suite struct `Segregation of duties` {
  @Test func `what is separated is not granted together, from either side`() {
    var town = divided(adopt())
    town.when(approve(2, owner), by: owner).thenRejected("INV-16")
    town = divided(adopt(.conflict, .block, [seal], [read]))
    town.when(approve(2, owner), by: owner).thenRejected("INV-16")
  }

  @Test func `what is decided and not carried out counts, and what is over does not`() {
    var town = Scenario.decided()
    town.given(adopt(), by: owner)
    town.given(submit(2, employee, seal), by: employee)
    town.given(endorse(2), by: manager)
    town.when(approve(2, owner), by: owner).thenRejected("INV-16")
    town.given(revoke(), by: administrator, reason: "No longer needed.")
    town.when(approve(2, owner), by: owner).thenRecorded()
  }

  @Test func `a grant that ends before the other begins stands in nobody's way`() {
    var town = Scenario.provisioned(until: day("2026-04-01"))
    town.given(adopt(), by: owner)
    town.given(submit(2, employee, seal, from: day("2026-04-01")), by: employee)
    town.given(endorse(2), by: manager)
    town.when(approve(2, owner), by: owner).thenRecorded()
  }

  @Test func `a rule counts from its first moment to its last`() {
    var town = divided(adopt(from: day("2026-03-03")))
    town.when(approve(2, owner, from: town.now), by: owner).thenRecorded()
    town = divided(adopt(until: day("2026-03-02")))
    town.when(approve(2, owner), by: owner).thenRecorded()
    town = divided(adopt())
    town.given(adopt(until: day("2026-03-02")), by: owner)
    town.when(approve(2, owner), by: owner).thenRecorded()
  }

  @Test func `what requires another is not granted alone`() {
    var town = Scenario.endorsed()
    town.given(adopt(.requires), by: owner)
    town.when(approve(), by: steward).thenRejected("INV-16")
    town.given(submit(2, employee, seal), by: employee)
    town.given(endorse(2), by: manager)
    town.given(approve(2, owner), by: owner)
    town.when(approve(), by: steward).thenRecorded()
    #expect(town.register.separationBreaches(at: town.now) == [])
    town.given(revoke(2), by: administrator, reason: "No longer needed.")
    let breaches = town.register.separationBreaches(at: town.now)
    #expect(breaches.map(\.grant) == [.init(number: 1)] && breaches.first?.other == nil)
  }

  @Test func `a rule that warns lets it through and tells the recorder`() {
    var town = divided(adopt(.conflict, .warn))
    let before = town.register
    guard case .events(let recorded) = town.when(approve(2, owner), by: owner),
      let decision = recorded.first
    else {
      Issue.record("The decision was refused.")
      return
    }
    #expect(before.warnings(of: Proposal(decision)).map(\.code) == ["INV-16"])
    #expect(town.register.separationBreaches(at: town.now).count == 1)
    #expect(town.register.separationBreaches(at: day("2026-03-01")) == [])
  }

  @Test func `history is judged by the rules that held then`() {
    let town = divided(adopt())
    var free = divided(adopt(until: day("2026-02-02")))
    guard case .events(let recorded) = free.when(approve(2, owner), by: owner),
      let decision = recorded.first
    else {
      Issue.record("The decision was refused.")
      return
    }
    let found = town.register.violations(of: Proposal(decision), under: .standard)
    #expect(found.map(\.code).contains("INV-16"))
  }

  @Test func `a rule names two sets that have nothing in common`() {
    var town = Scenario.town
    town.when(adopt(.conflict, .block, [read], [read]), by: owner).thenRejected("SOD-01")
    town.when(adopt(.conflict, .block, [read], []), by: owner).thenRejected("SOD-01")
    town.when(adopt(.conflict, .block, [read], [entitlement("S-1/no")]), by: owner)
      .thenRejected("REF-01")
    town.when(adopt(until: day("2026-01-01")), by: owner).thenRejected("REQ-03")
    town.when(adopt(), by: steward).thenRejected("ROL-01")
  }
}

@Suite struct `Exceptions from segregation of duties` {
  @Test func `an exception lets it through while it lasts, and is told`() {
    var town = divided(adopt(.conflict, .exception))
    town.when(approve(2, owner), by: owner).thenRejected("INV-16")
    town.given(except(), by: owner)
    town.when(approve(2, owner), by: owner).thenRecorded()
    let during = town.register.separationBreaches(at: day("2026-04-01"))
    #expect(during.map(\.exception) == [.init(number: 1)])
    town = divided(adopt(.conflict, .exception))
    town.given(except(until: day("2026-03-03")), by: owner)
    town.now = day("2026-03-04")
    town.when(approve(2, owner), by: owner).thenRejected("INV-16")
  }

  @Test func `a grant under an exception takes two persons`() {
    var town = Scenario.provisioned()
    town.given(adopt(.conflict, .exception), by: owner)
    town.given(role(50, .manager, owner, unit: .init(number: 3)))
    town.given(submit(2, employee, seal), by: employee)
    town.given(endorse(2, owner), by: owner)
    town.given(except(), by: owner)
    town.when(approve(2, owner), by: owner).thenRejected("INV-03")
  }

  @Test func `the owner or the head decides, for others, within six months`() {
    var town = divided(adopt(.conflict, .exception))
    town.when(except(by: steward), caseNumber: "KS 1").thenRejected("SOD-02")
    town.when(except(by: owner), by: administrator).thenRejected("REQ-02")
    town.when(except(owner), by: owner).thenRejected("INV-02")
    town.when(except(until: day("2026-09-04")), by: owner).thenRejected("SOD-03")
    town.when(except(until: day("2026-03-01")), by: owner).thenRejected("REQ-03")
    town.when(except(by: owner, steward), by: owner).thenRejected("INV-05")
    town.when(except(rule: .init(number: 404)), by: owner).thenRejected("REF-01")
    town.when(except(nobody), by: owner).thenRejected("REF-01")
    town.when(except(by: head), by: head).thenRejected("ROL-01", "SOD-02")
    town.given(role(50, .head, head, unit: .init(number: 2)))
    town.given(except(by: head), by: head)
    town.when(except(by: head), by: head).thenRejected("REF-02")
  }

  @Test func `only a rule in force that admits exceptions has any`() {
    var town = divided(adopt(.conflict, .block))
    town.when(except(), by: owner).thenRejected("SOD-04")
    town = divided(adopt(.conflict, .exception, from: day("2026-04-01")))
    town.when(except(), by: owner).thenRejected("SOD-04")
  }
}
