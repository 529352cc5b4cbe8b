import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import Events
import Projections
import Testing

@Suite struct `When access holds` {
  @Test func `nothing is recorded before it has happened, and what is old says why`() {
    var town = Scenario.town
    let unit = AccessCommand.unit(
      .register(
        RegisterUnit(unit: .init(number: 50), name: "Unit", kind: .unit, parent: .init(number: 1))))
    let week: Int64 = 7 * 86_400_000
    func codes(_ milliseconds: Int64, reason: String? = nil, channel: Channel = .commandLine)
      -> [String]
    {
      var copy = town
      return copy.when(
        unit, effective: town.now.advanced(byMilliseconds: milliseconds), reason: reason,
        channel: channel
      ).codes
    }
    #expect(codes(1) == ["INV-10"])
    #expect(codes(1, reason: "Planned ahead of time.") == ["INV-10"])
    #expect(codes(-week) == [])
    #expect(codes(-week - 1) == ["INV-10"])
    #expect(codes(-week - 1, reason: "Found in an old binder.") == [])
    #expect(codes(-300 * week, channel: .migration) == [])
    town.when(unit).thenRecorded()
  }

  @Test func `an execution is recorded when it has happened`() {
    var town = Scenario.decided()
    town.when(provision(at: town.now.advanced(byMilliseconds: 1)), by: administrator)
      .thenRejected("INV-10")
    let decided = town.now
    town.now = day("2026-04-01")
    town.when(provision(at: decided), by: administrator).thenRejected("INV-10")
    town.when(provision(at: decided), by: administrator, reason: "The note was forgotten.")
      .thenRecorded()
  }

  @Test func `great power and a temporary footing have an end`() {
    for (person, right) in [(employee, admin), (supplier, read)] {
      var town = Scenario.endorsed(person, right)
      let codes = town.when(approve(), by: steward).codes
      #expect(codes.contains("INV-11"))
      town.when(approve(1, until: .some(day("2026-06-01"))), by: steward).thenRecorded()
    }
  }

  @Test func `a grant ends within what the rules, the entitlement and the employment allow`() {
    var town = Scenario.endorsed()
    // Level 2: 24 months from 2 March 2026, the same date included.
    let latest = day("2028-03-03")
    var copy = town
    town.when(approve(1, until: .some(latest.advanced(byMilliseconds: 1))), by: steward)
      .thenRejected("INV-12")
    copy.when(approve(1, until: .some(latest)), by: steward).thenRecorded()

    town = .endorsed(employee, visit)
    town.when(approve(), by: steward).thenRejected("INV-12")
    town.when(approve(1, until: .some(day("2026-04-03"))), by: steward).thenRejected("INV-12")
    town.when(approve(1, until: .some(day("2026-04-01"))), by: steward).thenRecorded()

    town = .endorsed(supplier, read)
    town.given(
      .person(.leave(EndAffiliation(affiliation: .init(number: 8)))), effective: town.now)
    town.given(affiliate(50, supplier, from: town.now, until: day("2026-05-01")))
    town.when(approve(1, until: .some(day("2026-05-02"))), by: steward).thenRejected("INV-12")
    town.when(approve(1, until: .some(day("2026-05-01"))), by: steward).thenRecorded()
  }

  @Test func `who is given access works here when it begins`() {
    var town = Scenario.town
    town.when(submit(1, absent), by: custodian).thenRejected("INV-13")
    town.when(submit(1, employee, from: day("2025-12-31")), by: employee).thenRejected(
      "INV-13", "INV-14")
    town.given(affiliate(50, absent, from: day("2026-03-10"), until: day("2026-03-20")))
    town.when(submit(1, absent, from: day("2026-03-20")), by: custodian).thenRejected("INV-13")
    town.when(submit(1, absent, from: day("2026-03-10")), by: custodian).thenRecorded()
    // Who has left meanwhile is not given it either.
    town = .endorsed()
    town.given(leave(7))
    let codes = town.when(approve(), by: steward).codes
    #expect(codes.contains("INV-13"))
  }

  @Test func `a system that is not ready is not granted in`() {
    for missing in [3, 4, 5] {
      var town = Scenario.town
      town.given(endRole(missing))
      #expect(town.when(submit(), by: employee).codes == ["INV-14"], "D-\(missing)")
    }
    for status in [SystemStatus.phasingOut, .decommissioned] {
      var town = Scenario.endorsed()
      town.given(.system(.changeStatus(ChangeSystemStatus(system: system, status: status))))
      #expect(town.when(approve(), by: steward).codes == ["INV-14"], "\(status)")
    }
    // Neither classified nor in use, and without owner and deputy.
    var town = Scenario.town
    town.given(
      .system(
        .define(
          DefineEntitlement(
            entitlement: entitlement("S-2/read"), name: "Right", description: "Lets somebody read.",
            account: .personal, privilege: .ordinary, decidedBy: .steward))), by: otherSteward)
    let outcome = town.when(submit(1, employee, entitlement("S-2/read")), by: employee)
    outcome.thenRejected("INV-14")
    guard case .rejected(let rejection) = outcome else { return }
    #expect(rejection.violations.first?.facts.count == 5)
  }

  @Test func `a steward who leaves leaves the system without a steward`() {
    var town = Scenario.town
    town.given(leave(3))
    town.when(submit(), by: employee).thenRejected("INV-14")
  }

  @Test func `a person has one open request and one open grant for a right`() {
    var town = Scenario.endorsed()
    town.when(submit(2), by: employee).thenRejected("INV-17")
    town.given(approve(), by: steward)
    town.when(submit(2), by: employee).thenRejected("INV-17")
    town.given(provision(), by: administrator)
    town.when(submit(2), by: employee).thenRejected("INV-17")
    town.when(submit(2, employee, seal), by: employee).thenRecorded()
    town.when(submit(3, manager), by: manager).thenRecorded()
  }

  @Test func `after one grant comes the next`() {
    var town = Scenario.provisioned(until: day("2026-04-01"))
    town.when(submit(2, from: day("2026-04-01").advanced(byMilliseconds: -1)), by: employee)
      .thenRejected("INV-17")
    town.when(submit(2, from: day("2026-04-01")), by: employee).thenRecorded()
  }

  @Test func `what is carried out is no more than what was decided`() {
    var town = Scenario.decided(until: day("2026-04-01"))
    let now = town.now
    let wider = [
      provision(at: now.advanced(byMilliseconds: -1)),
      provision(from: now.advanced(byMilliseconds: -1)),
      provision(until: .some(day("2026-04-02"))), provision(until: .some(nil)),
    ]
    for command in wider {
      #expect(town.when(command, by: administrator).codes == ["INV-18"], "\(command)")
    }
    town.when(
      provision(from: day("2026-03-10"), until: .some(day("2026-03-20"))), by: administrator
    ).thenRecorded()
    #expect(state(1, in: town) == .scheduled)
    #expect(state(1, in: town, at: day("2026-03-10")) == .inEffect)
    #expect(state(1, in: town, at: day("2026-03-20")) == .ending)
  }

  @Test func `a period begins before it ends`() {
    var town = Scenario.town
    let now = town.now
    town.when(submit(1, until: now), by: employee).thenRejected("REQ-03")
    town.when(affiliate(50, absent, from: now, until: now)).thenRejected("REQ-03")
    town.when(role(50, .auditor, employee, from: now, until: now)).thenRejected("REQ-03")
    town = .endorsed()
    town.when(approve(1, until: .some(town.now)), by: steward).thenRejected("REQ-03")
  }
}
