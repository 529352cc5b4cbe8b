import AccessModel
import Chronology
import Commands
import Diagnostics
import Events
import Policies
import Projections
import Testing

@Suite struct `Delegation orders` {
  @Test func `a body delegates power of its own`() {
    var town = Scenario.committeeTown
    for (number, body) in [committee, company, UnitID(number: 1)].enumerated() {
      town.when(line(20 + number, body: body)).thenRecorded()
    }
    town.when(line(30, body: care)).thenRejected("DEL-01")
    town.when(line(31, body: .init(number: 99))).thenRejected("REF-01")
  }

  @Test func `a line begins no earlier than the body decided`() {
    var town = Scenario.committeeTown
    town.when(line(1, from: day("2026-03-02"))).thenRejected("DEL-02")
    town.when(line(1, from: day("2026-03-02")), effective: day("2026-03-02")).thenRecorded()
    town.when(line(2, from: day("2026-06-01"))).thenRecorded()
  }

  @Test func `a line is taken back from now on, and what was decided on it stands`() {
    var town = Scenario.committeeTown
    town.given(line())
    town.given(submit(1, worker, clients), by: worker)
    town.given(endorse(1, careManager), by: careManager)
    town.given(approve(1, head), by: head)
    town.now = day("2026-03-05", hour: 12)
    town.when(revokeLine()).thenRejected("REF-06")
    let why = "The committee decides itself."
    town.when(revokeLine(), effective: day("2026-03-02", hour: 12), reason: why)
      .thenRejected("DEL-02")
    town.given(revokeLine(), reason: why)
    town.when(revokeLine(), reason: why).thenRejected("INV-22")
    #expect(town.register.state(of: town.register.grants[0 as Int32], at: town.now) == .decided)
    town.given(submit(2, worker, files), by: worker)
    town.given(endorse(2, careManager), by: careManager)
    town.when(approve(2, head), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
  }

  @Test func `a line of an older version is refused, and more lines of the present one are not`() {
    var town = Scenario.committeeTown
    town.given(line(1, version: 2))
    town.when(line(2, version: 1)).thenRejected("DEL-03")
    town.when(line(2, version: 0)).thenRejected("DEL-03")
    town.when(line(2, version: 2)).thenRecorded()
    // Another body's order of the same name is another order.
    town.when(line(3, version: 1, body: company)).thenRecorded()
  }

  @Test func `a version replaces the earlier one as a whole when its first line begins`() {
    var town = Scenario.committeeTown
    town.given(line(1))
    town.given(line(2, position: "officer"))
    town.given(line(3, version: 2, from: day("2026-05-01")))
    town.given(line(4, version: 2, from: day("2026-04-01")))
    func states(_ moment: Instant) -> [DelegationState] {
      town.register.delegations.rows.map { town.register.state(of: $0, at: moment) }
    }
    #expect(states(day("2026-03-31")) == [.inForce, .inForce, .coming, .coming])
    #expect(states(day("2026-04-01")) == [.superseded, .superseded, .coming, .inForce])
  }

  @Test
  func
    `power is delegated on by the head of administration, once, and no further than it was given`()
  {
    let own: (inout GrantDelegation) -> Void = {
      $0.maySubdelegate = true
      $0.levelMax = 2
      $0.accounts = [.personal]
      $0.until = day("2027-01-01")
    }
    let on: (inout GrantDelegation) -> Void = {
      $0.parent = DelegationID(number: 1)
      $0.delegatedBy = head
      $0.levelMax = 2
      $0.accounts = [.personal]
      $0.until = day("2027-01-01")
    }
    var town = Scenario.committeeTown
    town.given(line(1, own))
    let faults: [(inout GrantDelegation) -> Void] = [
      { $0.delegatedBy = nil }, { $0.delegatedBy = officer }, { $0.levelMax = 3 },
      { $0.levelMax = nil }, { $0.accounts = [] }, { $0.accounts = [.service] },
      { $0.until = nil }, { $0.until = day("2027-01-02") }, { $0.unit = UnitID(number: 2) },
      { $0.entities = [company] }, { $0.reporting = .notReported }, { $0.body = company },
      { if let other = MatterCode("other") { $0.matter = other } },
    ]
    for (index, fault) in faults.enumerated() {
      let refused = line(2, position: "officer") {
        on(&$0)
        fault(&$0)
      }
      #expect(town.when(refused).codes == ["INV-06"], "\(index)")
    }
    town.given(line(2, position: "officer", on))
    // Not a second time, not from a line that does not allow it.
    let further = line(3, position: "clerk") {
      on(&$0)
      $0.parent = DelegationID(number: 2)
    }
    town.when(further).thenRejected("INV-06")
    town.given(line(5, body: committee, matter: "other"))
    let closed = line(6, position: "officer", matter: "other") {
      $0.parent = DelegationID(number: 5)
      $0.delegatedBy = head
    }
    town.when(closed).thenRejected("INV-06")
    let unknown = line(7) { $0.parent = DelegationID(number: 77) }
    town.when(unknown).thenRejected("REF-01")
  }

  @Test func `what was delegated on falls with the line it came from`() {
    var town = Scenario.committeeTown
    town.given(line(1) { $0.maySubdelegate = true })
    town.given(
      line(2, position: "officer") {
        $0.parent = DelegationID(number: 1)
        $0.delegatedBy = head
      })
    town.given(submit(1, worker, clients), by: worker)
    town.given(endorse(1, careManager), by: careManager)
    var other = town
    other.when(approve(1, officer), by: officer).thenRecorded()
    town.now = day("2026-03-03")
    town.given(revokeLine(), reason: "The committee decides itself.")
    town.now = day("2026-03-04")
    town.when(approve(1, officer), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
    let row = town.register.delegations[DelegationID(number: 2)]
    #expect(row.map { town.register.state(of: $0, at: town.now) } == .unsupported)
  }
}

@Suite struct `Reporting to the body` {
  /// Two decisions on delegation, on 3 and 4 March, and one denial on 5 March.
  static let decided: Scenario = {
    var town = Scenario.committeeTown
    town.given(line())
    for (number, right) in [(1, clients), (2, files)] {
      town.now = day("2026-03-0\(number + 2)")
      town.given(submit(number, worker, right), by: worker)
      town.given(endorse(number, careManager), by: careManager)
      town.given(approve(number, head), by: head)
    }
    town.now = day("2026-03-05")
    town.given(submit(3, officer, clients), by: officer)
    town.given(endorse(3, careManager), by: careManager)
    town.given(deny(3, head), by: head, reason: "Not needed for the duty.")
    town.now = day("2026-03-24")
    return town
  }()

  @Test func `a report covers every decision of its period, denials too`() {
    var town = Self.decided
    town.given(report())
    #expect(
      town.register.delegationReports.last?.report.requests.map(\.description)
        == ["R-1", "R-2", "R-3"])
    #expect(town.register.unreportedDecisions(at: town.now).isEmpty)
  }

  @Test func `what is left is due as before, and what is reported is not reported again`() {
    var town = Self.decided
    town.given(report(left: [2]))
    #expect(
      town.register.unreportedDecisions(at: town.now).map(\.request.id.description) == ["R-2"])
    town.when(report(left: [1])).thenRejected("DEL-05")
    town.given(report())
    #expect(
      town.register.delegationReports.last?.report.requests.map(\.description) == ["R-2"])
    town.when(report()).thenRejected("DEL-05")
    town.when(report(from: day("2026-02-01"), until: day("2026-03-01"), left: [1]))
      .thenRejected("DEL-05", "DEL-04")
  }

  @Test func `a decision is due sixty days after it was made, and then a finding`() {
    let town = Self.decided
    func overdue(_ moment: Instant) -> [String] {
      town.register.overdueDuties(at: moment).map { "\($0.violation.code) \($0.position)" }
    }
    #expect(
      town.register.unreportedDecisions(at: town.now).map(\.due)
        == [day("2026-05-02"), day("2026-05-03"), day("2026-05-04")])
    #expect(overdue(day("2026-05-02").advanced(byMilliseconds: -1)).isEmpty)
    #expect(overdue(day("2026-05-02")).count == 1)
    #expect(overdue(day("2026-06-01")).allSatisfy { $0.hasPrefix("INV-07 ") })
    #expect(overdue(day("2026-06-01")).count == 3)
  }

  @Test func `what the order does not have reported is not reported`() {
    var town = Scenario.committeeTown
    town.given(line(1) { $0.reporting = .notReported })
    town.given(submit(1, worker, clients), by: worker)
    town.given(endorse(1, careManager), by: careManager)
    town.given(approve(1, head), by: head)
    #expect(town.register.unreportedDecisions(at: day("2027-01-01")).isEmpty)
  }
}
