import AccessModel
import Chronology
import Commands
import EventSourcing
import Events
import Projections
import Testing

@Suite struct `What is decided on delegation` {
  private static func delegated(_ change: (inout GrantDelegation) -> Void = { _ in }) -> Scenario {
    var town = Scenario.committeeTown
    town.given(line(1, change))
    town.given(submit(1, worker, clients), by: worker)
    town.given(endorse(1, careManager), by: careManager)
    return town
  }

  @Test func `whoever has the position decides, and the decision names the line`() {
    var town = Self.delegated()
    town.when(approve(1, head), by: head).thenRecorded()
    #expect(
      town.basis() == Authority(kind: .delegation, delegation: DelegationID(number: 1)))
    town = Self.delegated()
    town.when(deny(1, head), by: head, reason: "Not needed for the duty.").thenRecorded()
    #expect(town.basis()?.delegation == DelegationID(number: 1))
  }

  @Test func `nobody else does: no other position, no role in the system, nobody without an order`()
  {
    for decider in [officer, careSteward, steward, careManager, custodian] {
      var town = Self.delegated()
      #expect(
        town.when(approve(1, decider), by: custodian, caseNumber: "SN 1").codes == ["INV-04"],
        "\(decider)")
    }
    var town = Scenario.wanted()
    town.when(approve(1, head), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
  }

  @Test func `a line reaches to its level, its accounts, its unit and its people`() {
    let limits: [(inout GrantDelegation) -> Void] = [
      { $0.levelMax = 1 }, { $0.accounts = [.service] }, { $0.entities = [company] },
      { $0.unit = UnitID(number: 2) }, { $0.until = day("2026-03-02", hour: 13) },
    ]
    for limit in limits {
      var town = Self.delegated(limit)
      town.now = day("2026-03-02", hour: 14)
      town.when(approve(1, head), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
    }
    var town = Self.delegated {
      $0.levelMax = 2
      $0.accounts = [.personal, .service]
      $0.entities = [committee]
      $0.unit = care
      $0.until = day("2026-03-02", hour: 13)
    }
    town.when(approve(1, head), by: head).thenRecorded()
  }

  @Test func `an order reaches the body's own systems and the common ones alone`() {
    var town = Scenario.committeeTown
    town.given(line())
    town.given(
      .system(
        .define(
          DefineEntitlement(
            entitlement: entitlement("S-5/rents"), name: "Right", description: "Sees the rents.",
            account: .personal, privilege: .ordinary, decidedBy: .steward,
            conditions: .init(matter: MatterCode("access-care"))))))
    for (number, right) in [(1, entitlement("S-5/rents")), (2, files)] {
      town.given(submit(number, worker, right), by: worker)
      town.given(endorse(number, careManager), by: careManager)
    }
    town.when(approve(1, head), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
    town.when(approve(2, head), by: head).thenRecorded()
  }

  @Test
  func
    `a delegation that lapses at midnight bears what was decided that day, also when told the next`()
  {
    var town = Self.delegated { $0.until = day("2026-03-11") }
    town.now = day("2026-03-11", hour: 8)
    var late = town
    late.when(
      approve(1, head, from: day("2026-03-11", hour: 8)), by: custodian,
      effective: day("2026-03-10", hour: 9), caseNumber: "SN 1"
    ).thenRecorded()
    town.when(
      approve(1, head, from: day("2026-03-11", hour: 8)), by: custodian,
      effective: day("2026-03-11"), caseNumber: "SN 1"
    ).thenRejected("INV-04")
  }

  @Test func `what is told late is judged by the authority there was, and never before it began`() {
    var town = Self.delegated { $0.from = day("2026-03-09") }
    town.now = day("2026-03-10", hour: 12)
    var early = town
    early.when(
      approve(1, head, from: town.now), by: custodian, effective: day("2026-03-05"),
      caseNumber: "SN 1"
    ).thenRejected("INV-04", "INV-10")
    town.when(
      approve(1, head, from: town.now), by: custodian, effective: day("2026-03-09"),
      caseNumber: "SN 1"
    ).thenRecorded()
  }

  @Test func `a new version between the endorsement and the decision moves the power`() {
    var town = Self.delegated()
    town.now = day("2026-03-09", hour: 12)
    town.given(line(2, version: 2, position: "officer", from: day("2026-03-10")))
    town.now = day("2026-03-10", hour: 12)
    var before = town
    before.when(
      approve(1, head, from: town.now), by: custodian, effective: day("2026-03-09", hour: 13),
      caseNumber: "SN 1"
    ).thenRecorded()
    #expect(before.basis()?.delegation == DelegationID(number: 1))
    town.when(approve(1, head), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
    town.when(approve(1, officer), by: officer).thenRecorded()
    #expect(town.basis()?.delegation == DelegationID(number: 2))
    let row = town.register.delegations[DelegationID(number: 1)]
    #expect(
      row.flatMap { town.register.end(of: $0) }
        == DelegationEnd(state: .superseded, at: day("2026-03-10")))
  }

  @Test func `whoever moves to another position leaves the power behind`() {
    var town = Self.delegated()
    town.now = day("2026-03-10", hour: 12)
    town.given(place(80, head, committee, "adviser", from: town.now))
    town.given(leave(60))
    town.when(approve(1, head), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
    // Whoever comes in their place takes it up.
    town.given(place(81, landlord, care, "head-of-care", from: town.now))
    town.when(approve(1, landlord), by: landlord).thenRecorded()
  }

  @Test func `a position that changed within an employment counts from the moment it changed`() {
    let town = Self.delegated()
    var register = town.register
    let moment = day("2026-03-10")
    let changed = PersonEvent.affiliationChanged(
      AffiliationChanged(
        affiliation: .init(number: 60), person: head, unit: care, position: nil))
    register.apply(
      Recorded(
        position: register.position, recorded: moment, id: UniqueID(high: 9, low: 9),
        revision: register.nextRevision(of: AccessEvent.person(changed).stream), effective: moment,
        actor: Actor(principal: custodian),
        command: CommandStamp(id: UniqueID(high: 9, low: 8), channel: .commandLine),
        caseNumber: nil, reason: nil, event: AccessEvent.person(changed)))
    guard let right = register.systems[careSystem]?.entitlement(clients.name) else { return }
    func authority(_ at: Instant) -> Authority? {
      register.authority(of: head, over: right, for: worker, at: at)
    }
    #expect(authority(moment.advanced(byMilliseconds: -1))?.delegation == .init(number: 1))
    #expect(authority(moment) == nil)
  }

  @Test func `a deputy exercises the delegation of whoever leads the unit, and both are named`() {
    var town = Self.delegated()
    town.when(approve(1, headsDeputy), by: headsDeputy).thenRecorded()
    #expect(
      town.basis()
        == Authority(
          kind: .delegation, assignment: AssignmentID(number: 31),
          delegation: DelegationID(number: 1), actingFor: head))
  }

  @Test func `a deputy whose own appointment has ended decides nothing`() {
    var town = Self.delegated()
    town.given(endRole(31))
    town.now = day("2026-03-02", hour: 13)
    town.when(approve(1, headsDeputy), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
  }

  @Test func `a deputy decides nothing when nobody holds the position any more`() {
    var town = Self.delegated()
    town.given(leave(60))
    town.now = day("2026-03-02", hour: 13)
    town.when(approve(1, headsDeputy), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
  }

  @Test func `a deputy does not decide on the access of whom they act for, on whatever authority`()
  {
    var town = Scenario.committeeTown
    town.given(line(1))
    town.given(line(2, position: "officer"))
    town.given(role(51, .deputy, officer, unit: care))
    town.given(role(50, .manager, careManager, unit: committee))
    town.given(submit(1, head, clients), by: head)
    town.given(endorse(1, careManager), by: careManager)
    for decider in [headsDeputy, officer, head] {
      #expect(
        town.when(approve(1, decider), by: custodian, caseNumber: "SN 1").codes.contains("INV-02"),
        "\(decider)")
    }
    town.given(endRole(51))
    town.now = day("2026-03-02", hour: 13)
    town.when(approve(1, officer), by: officer).thenRecorded()
  }

  @Test
  func `an owner decides on the steward's access, though they are the steward's deputy as well`() {
    var town = Scenario.endorsed(steward, read)
    town.given(role(50, .deputy, owner, system: system))
    town.when(approve(1, owner), by: owner).thenRecorded()
    #expect(town.basis() == Authority(kind: .role, assignment: AssignmentID(number: 3)))
  }

  @Test func `what only the body decides is not delegated, and not decided on delegation`() {
    var town = Scenario.committeeTown
    town.when(line(1, matter: "citizens-proposals")).thenRejected("INV-08")
    // History that delegated it all the same bears no decision.
    town.given(line(1, matter: "access-care"))
    let right = entitlement("S-3/goals")
    town.given(
      .system(
        .define(
          DefineEntitlement(
            entitlement: right, name: "Right", description: "Sets the goals.", account: .personal,
            privilege: .ordinary, decidedBy: .steward,
            conditions: .init(matter: MatterCode("goals-and-direction"))))))
    town.given(submit(1, worker, right), by: worker)
    town.given(endorse(1, careManager), by: careManager)
    town.when(approve(1, head), by: custodian, caseNumber: "SN 1").thenRejected("INV-04")
  }
}
