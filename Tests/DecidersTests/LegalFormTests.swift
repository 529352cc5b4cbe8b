import AccessModel
import Chronology
import Commands
import Projections
import Testing

@Suite struct `Committees and companies` {
  @Test func `a company's grant does not rest on a committee's delegation`() {
    for change: (inout GrantDelegation) -> Void in [{ _ in }, { $0.entities = [company] }] {
      var town = Scenario.committeeTown
      town.given(line(1, change))
      for (number, right) in [(1, clients), (2, files)] {
        town.given(submit(number, landlord, right), by: landlord)
        town.given(endorse(number, director), by: director)
        town.when(approve(number, head), by: custodian, caseNumber: "SN 1").thenRejected("INV-09")
      }
    }
  }

  @Test
  func `in a common system the owner's steward decides what the company's manager found needed`() {
    var town = Scenario.wanted(files, for: landlord, by: director)
    town.when(approve(1, careSteward), by: careSteward).thenRecorded()
    #expect(town.basis() == Authority(kind: .role, assignment: AssignmentID(number: 141)))
    // So are a committee's people decided on: the system is the executive board's.
    town = .wanted(files)
    town.when(approve(1, careSteward), by: careSteward).thenRecorded()
    #expect(town.basis() == Authority(kind: .role, assignment: AssignmentID(number: 141)))
  }

  @Test
  func `a company's managing director, and whoever the company appointed, decide for the company`()
  {
    for (decider, assignment) in [(landSteward, 151), (director, 32)] {
      var town = Scenario.wanted(leases, for: landlord, by: director)
      town.when(approve(1, decider), by: custodian, caseNumber: "LB 1").thenRecorded()
      #expect(
        town.basis()
          == Authority(kind: .company, assignment: AssignmentID(number: assignment)),
        "\(decider)")
    }
  }

  @Test func `a role that somebody else gave does not bear the company's decision`() {
    var town = Scenario.wanted(leases, for: landlord, by: director)
    town.given(endRole(151), reason: "Another steward.")
    town.now = day("2026-03-02", hour: 13)
    town.given(role(58, .steward, landSteward, system: landSystem, from: town.now))
    town.when(approve(1, landSteward), by: custodian, caseNumber: "LB 1").thenRejected("INV-04")
  }

  @Test func `a committee's grant does not rest on a company's mandate`() {
    var town = Scenario.wanted(leases)
    for decider in [landSteward, director] {
      town.when(approve(1, decider), by: custodian, caseNumber: "LB 1").thenRejected("INV-09")
    }
  }

  @Test func `a company delegates as well, and that is its mandate`() {
    var town = Scenario.committeeTown
    town.given(line(1, body: company, position: "estate-officer"))
    let rents = entitlement("S-5/rents")
    town.given(
      .system(
        .define(
          DefineEntitlement(
            entitlement: rents, name: "Right", description: "Sees the rents.", account: .personal,
            privilege: .ordinary, decidedBy: .owner,
            conditions: .init(matter: MatterCode("access-care"))))))
    town.given(submit(1, landlord, rents), by: landlord)
    town.given(endorse(1, director), by: director)
    town.when(approve(1, landSteward), by: custodian, caseNumber: "LB 1").thenRecorded()
    #expect(
      town.basis() == Authority(kind: .company, delegation: DelegationID(number: 1)))
    #expect(town.register.unreportedDecisions(at: town.now).isEmpty)
  }

  @Test
  func
    `the head of the person's administration decides what a head decides, and the deputy for them`()
  {
    var town = Scenario.wanted(plans)
    var other = town
    other.when(approve(1, headsDeputy), by: headsDeputy).thenRecorded()
    #expect(
      other.basis()
        == Authority(kind: .role, assignment: AssignmentID(number: 31), actingFor: head))
    town.when(approve(1, careManager), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
    town.when(approve(1, director), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
    town.when(approve(1, head), by: head).thenRecorded()
    #expect(town.basis() == Authority(kind: .role, assignment: AssignmentID(number: 30)))
  }

  @Test func `a deputy endorses for whoever leads the unit, and never their need`() {
    var town = Scenario.committeeTown
    town.given(submit(1, worker, plans), by: worker)
    town.when(endorse(1, headsDeputy), by: headsDeputy).thenRecorded()
    #expect(town.register.requests[RequestID(number: 1)]?.endorsement?.actingFor == head)
    town.given(endRole(33))
    town.now = day("2026-03-02", hour: 13)
    town.given(submit(2, head, plans), by: head)
    town.when(endorse(2, headsDeputy), by: headsDeputy).thenRejected("REQ-01")
  }
}
