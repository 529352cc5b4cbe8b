import AccessModel
import Chronology
import Commands
import Events
import Testing

@Suite struct `Who decides` {
  @Test func `no decision without an endorsed need`() {
    var town = Scenario.town
    town.given(submit(), by: employee)
    town.when(approve(), by: steward).thenRejected("INV-01")
    town.given(endorse(1, manager, .notSupported), by: manager)
    town.when(approve(), by: steward).thenRejected("INV-01")
    town.given(endorse(), by: manager)
    town.when(approve(), by: steward).thenRecorded()
  }

  @Test func `nobody decides on their own access`() {
    for (person, right) in [(steward, read), (owner, seal), (owner, read), (deputy, read)] {
      var town = Scenario.endorsed(person, right)
      town.when(approve(1, person), by: person).thenRejected("INV-02")
      town.when(deny(1, person), by: person, reason: "Not needed for the duty.").thenRejected(
        "INV-02")
      // Nor when another holds the pen.
      town.when(approve(1, person), by: administrator, caseNumber: "KS 1").thenRejected("INV-02")
    }
    var town = Scenario.town
    town.given(role(50, .manager, owner, unit: .init(number: 1)))
    town.given(submit(1, manager, lead, until: day("2026-06-01")), by: manager)
    town.given(endorse(1, owner), by: owner)
    town.when(approve(1, manager), by: manager).thenRejected("INV-02")
  }

  @Test func `a deputy does not decide on the access of the one deputised for`() {
    var town = Scenario.endorsed(steward, read)
    town.when(approve(1, deputy), by: deputy).thenRejected("INV-02")
    town.when(approve(1, owner), by: owner).thenRecorded()
  }

  @Test func `endorser and decider are two persons where the stakes are high`() {
    var town = Scenario.town
    town.given(submit(1, employee, lead, until: day("2026-06-01")), by: employee)
    town.given(endorse(), by: manager)
    town.when(approve(1, manager), by: manager).thenRejected("INV-03")
    // To deny takes no second person.
    var denied = town
    denied.when(deny(1, manager), by: manager, reason: "Not needed for the duty.").thenRecorded()
    town.given(role(50, .manager, owner, unit: .init(number: 1)))
    town.when(approve(1, owner), by: owner).thenRecorded()
    // At level 3 ordinary entitlements need two as well.
    town = .town
    town.given(role(50, .manager, steward, unit: .init(number: 2)))
    town.given(submit(), by: employee)
    town.given(endorse(1, steward), by: steward)
    var higher = town
    higher.given(classified("2/3/1"), by: owner)
    higher.when(approve(), by: steward).thenRejected("INV-03")
    town.when(approve(), by: steward).thenRecorded()
  }

  @Test func `a decider without the role has no authority`() {
    for decider in [employee, manager, administrator, custodian, otherManager] {
      var town = Scenario.endorsed(employee, read)
      if decider == employee { continue }
      #expect(
        town.when(approve(1, decider), by: administrator, caseNumber: "KS 1").codes == ["INV-04"])
    }
  }

  @Test func `a role for another system, or below the one that decides, is no authority`() {
    var town = Scenario.endorsed()
    town.when(approve(1, otherSteward), by: administrator, caseNumber: "KS 1").thenRejected(
      "INV-04")
    town = .endorsed(employee, seal)
    for decider in [steward, deputy] {
      town.when(approve(1, decider), by: decider).thenRejected("INV-04")
    }
    town.when(approve(1, owner), by: owner).thenRecorded()
  }

  @Test func `an authority holds from its first moment up to its last, which is left out`() {
    let from = day("2026-03-01")
    let until = day("2026-03-02", hour: 12)
    var town = Scenario.town
    town.given(endRole(4), effective: from)
    town.given(role(50, .steward, otherSteward, system: system, from: from, until: until))
    town.given(submit(1, employee, read, from: day("2026-03-01")), by: employee, effective: from)
    town.given(endorse(), by: manager, effective: from)
    func codes(_ moment: Instant) -> [String] {
      var town = town
      return town.when(
        approve(1, otherSteward), by: administrator, effective: moment, caseNumber: "KS 1"
      ).codes
    }
    #expect(codes(from).contains("INV-04") == false)
    #expect(codes(from.advanced(byMilliseconds: -1)).contains("INV-04"))
    #expect(codes(until.advanced(byMilliseconds: -1)).contains("INV-04") == false)
    #expect(codes(until).contains("INV-04"))
  }

  @Test func `a decider who has left has no authority`() {
    var town = Scenario.endorsed()
    town.given(leave(3))
    town.given(role(50, .steward, otherSteward, system: system, from: town.now))
    town.when(approve(1, steward), by: administrator, caseNumber: "KS 1").thenRejected("INV-04")
    town.when(approve(1, otherSteward), by: otherSteward).thenRecorded()
  }

  @Test func `a decision has one decider`() {
    var town = Scenario.endorsed()
    town.when(approve(1, steward, owner), by: steward).thenRejected("INV-05")
    town.when(deny(1, steward, owner), by: steward, reason: "Not needed for the duty.")
      .thenRejected("INV-05")
    let none = AccessCommand.request(
      .approve(ApproveRequest(request: .init(number: 1), grant: .init(number: 1), deciders: [])))
    town.when(none, by: steward).thenRejected("INV-05")
  }

  @Test func `a need is endorsed by a manager of the person, never by the person`() {
    var town = Scenario.town
    town.given(submit(), by: employee)
    for endorser in [otherManager, steward, owner, custodian] {
      town.when(endorse(1, endorser), by: administrator, caseNumber: "KS 1").thenRejected("REQ-01")
    }
    town.given(submit(2, manager), by: manager)
    town.when(endorse(2), by: manager).thenRejected("REQ-01")
  }

  @Test func `the managers of both of a person's units may endorse`() {
    var town = Scenario.town
    town.given(affiliate(50, employee, unit: 4, from: day("2026-03-01")))
    town.given(submit(), by: employee)
    town.when(endorse(1, otherManager), by: otherManager).thenRecorded()
    town.when(endorse(), by: manager).thenRecorded()
  }

  @Test func `what another endorsed or decided is shown by a case`() {
    var town = Scenario.town
    town.given(submit(), by: employee)
    town.when(endorse(), by: administrator).thenRejected("REQ-02")
    town.given(endorse(), by: administrator, caseNumber: "KS 2026/1")
    town.when(approve(), by: administrator).thenRejected("REQ-02")
    town.when(deny(), by: administrator, reason: "Not needed for the duty.").thenRejected("REQ-02")
    town.when(approve(), by: administrator, caseNumber: "KS 2026/1").thenRecorded()
  }

  @Test func `a need is said`() {
    var town = Scenario.town
    town.when(submit(1, need: "Needed."), by: employee).thenRejected("REQ-04")
    town.when(submit(1, need: ""), by: employee).thenRejected("REQ-04")
  }
}
