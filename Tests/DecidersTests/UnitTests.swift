import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import Projections
import Testing

private func unit(_ number: Int) -> UnitID { UnitID(number: number) }

private func close(_ number: Int, _ successors: Int...) -> AccessCommand {
  .unit(.close(CloseUnit(unit: unit(number), successors: successors.map(unit))))
}

private func move(_ number: Int, below parent: Int) -> AccessCommand {
  .unit(.move(MoveUnit(unit: unit(number), parent: unit(parent))))
}

@Suite struct `Units over time` {
  /// The moments before and after what is done at noon on 2 March.
  let before = day("2026-03-02", hour: 11)
  let after = day("2026-03-02", hour: 13)

  @Test func `a name holds from its moment on`() {
    var town = Scenario.town
    town.given(.unit(.rename(RenameUnit(unit: unit(3), name: "Home care"))))
    let row = town.register.units[unit(3)]
    #expect(row?.name(at: before).text == "Unit 3")
    #expect(row?.name(at: after).text == "Home care")
  }

  @Test
  func `a unit that moves brings what is below it, and managers with it, from that moment on`() {
    var town = Scenario.town
    #expect(town.register.managership(of: manager, over: employee, at: before) != nil)
    town.given(move(3, below: 4))
    let register = town.register
    #expect(register.isUnit(unit(3), within: unit(2), at: before))
    #expect(!register.isUnit(unit(3), within: unit(2), at: after))
    #expect(register.managership(of: manager, over: employee, at: before) != nil)
    #expect(register.managership(of: manager, over: employee, at: after) == nil)
    #expect(register.managership(of: otherManager, over: employee, at: before) == nil)
    #expect(register.managership(of: otherManager, over: employee, at: after) != nil)
  }

  @Test func `a unit that moves to another entity belongs to it from that moment on`() {
    var town = Scenario.town
    town.given(
      .unit(
        .register(
          RegisterUnit(unit: unit(5), name: "School board", kind: .committee, parent: unit(1)))))
    town.now = day("2026-03-04")
    town.given(move(3, below: 5))
    let known = town.register
    #expect(known.legalEntity(of: unit(3), at: day("2026-03-03")) == unit(1))
    #expect(known.legalEntity(of: unit(3), at: day("2026-03-04")) == unit(5))
    town.now = day("2026-06-01")
    town.given(move(5, below: 4))
    town.given(close(5, 4))
    #expect(town.register.legalEntity(of: unit(3), at: day("2026-05-31")) == unit(5))
    #expect(town.register.legalEntity(of: unit(3), at: day("2026-06-01")) == unit(1))
    // As was known before the merger, nothing had ended.
    #expect(known.legalEntity(of: unit(3), at: day("2026-06-01")) == unit(5))
  }

  @Test func `no unit lies below itself, now or when what is planned has come`() {
    var town = Scenario.town
    town.when(move(2, below: 3)).thenRejected("ORG-02")
    town.when(move(2, below: 2)).thenRejected("ORG-02")
    // On 2 March unit 4 came to lie below unit 3; unit 3 cannot be said late to have come below unit 4 before that.
    town.given(move(4, below: 3))
    town.when(move(3, below: 4), effective: day("2026-03-01")).thenRejected("ORG-02")
  }

  @Test func `there is one topmost unit`() {
    var town = Scenario.town
    town.when(
      .unit(.register(RegisterUnit(unit: unit(9), name: "Island", kind: .committee)))
    ).thenRejected("ORG-01")
  }

  @Test func `a unit with duties is closed only when somebody takes them over`() {
    var town = Scenario.town
    let outcome = town.when(close(2))
    outcome.thenRejected("ORG-04")
    guard case .rejected(let rejection) = outcome else { return }
    let told = rejection.violations[0].facts.map(\.value.english)
    #expect(told == ["U-2", "P-2, P-3, P-4, P-5", "D-6", "S-1, S-2", "U-3"])
    town.given(close(2, 4))
    town.when(close(2, 4)).thenRejected("ORG-03")
  }

  @Test func `what does not know of a duty does not hold a unit open`() {
    var town = Scenario.town
    town.given(
      .unit(.register(RegisterUnit(unit: unit(5), name: "Empty", kind: .unit, parent: unit(1)))))
    town.given(close(5))
    town.when(move(3, below: 5)).thenRejected("ORG-03")
    town.when(role(20, .manager, manager, unit: unit(5))).thenRejected("ORG-03")
    town.when(
      .unit(.register(RegisterUnit(unit: unit(6), name: "Late", kind: .unit, parent: unit(5))))
    ).thenRejected("ORG-03")
  }

  @Test func `no unit is taken over by itself, by what lies below it, or by a closed one`() {
    var town = Scenario.town
    town.when(close(2, 2)).thenRejected("ORG-02")
    town.when(close(2, 3)).thenRejected("ORG-02")
    town.given(
      .unit(.register(RegisterUnit(unit: unit(5), name: "Empty", kind: .unit, parent: unit(1)))))
    town.given(close(5))
    town.when(close(3, 5)).thenRejected("ORG-03")
  }

  @Test func `after a merger the successor has persons, systems and units, and before it did not`()
  {
    var town = Scenario.town
    town.given(close(2, 4))
    let register = town.register
    for (moment, owner, lead) in [(before, unit(2), manager), (after, unit(4), otherManager)] {
      #expect(register.systemsOwned(by: owner, at: moment) == [system, otherSystem])
      #expect(register.isUnit(unit(3), within: owner, at: moment))
      #expect(register.managership(of: lead, over: employee, at: moment) != nil)
      #expect(register.managership(of: lead, over: steward, at: moment) != nil)
      #expect(register.staff(of: owner, at: moment).contains(steward))
    }
    // The roles for the closed unit ended with it.
    #expect(register.managership(of: manager, over: employee, at: after) == nil)
    #expect(register.legalEntity(of: unit(3), at: after) == unit(1))
    #expect(register.organisationFindings(at: after).allSatisfy { $0.unit != unit(2) })
  }

  @Test func `after a split what nobody has placed is a finding until it is placed`() {
    var town = Scenario.town
    town.given(
      .unit(.register(RegisterUnit(unit: unit(5), name: "Half", kind: .unit, parent: unit(4)))))
    town.given(close(3, 4, 5))
    func findings() -> [String] {
      town.register.organisationFindings(at: after).filter {
        $0.unit == unit(3) && $0.person == nil
      }
      .map(\.finding.code)
    }
    #expect(findings() == ["ORG-05"])
    for number in [7, 8] {
      town.given(
        .person(.move(MovePerson(affiliation: AffiliationID(number: number), unit: unit(5)))))
    }
    #expect(findings().isEmpty)
  }
}
