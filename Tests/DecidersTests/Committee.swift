import AccessModel
import Chronology
import Commands
import Events
import Projections
import Testing

// The people of a committee and a company beside the town.
let head = PersonID(number: 30)
let officer = PersonID(number: 31)
let worker = PersonID(number: 32)
let headsDeputy = PersonID(number: 33)
let director = PersonID(number: 34)
let landlord = PersonID(number: 35)
let careManager = PersonID(number: 36)
let careSteward = PersonID(number: 37)
let landSteward = PersonID(number: 38)

let committee = UnitID(number: 10)
let care = UnitID(number: 11)
let company = UnitID(number: 12)
let executiveBoard = UnitID(number: 13)

let careSystem = SystemID(number: 3)
let sharedSystem = SystemID(number: 4)
let landSystem = SystemID(number: 5)

/// In the committee's system, decided on delegation.
let clients = entitlement("S-3/clients")
/// In a common system, decided on delegation.
let files = entitlement("S-4/files")
/// In the company's system, decided by the steward.
let leases = entitlement("S-5/leases")
/// In the committee's system, decided by the head of the person's administration.
let plans = entitlement("S-3/plans")

extension Scenario {
  /// The town with a committee (U-10), its administration (U-11), a company (U-12) and the executive board (U-13), on 2 March 2026 at noon.
  static let committeeTown: Scenario = {
    var town = Scenario.town
    for (id, kind, parent) in [
      (committee, UnitKind.committee, 1), (care, .administration, 10), (company, .company, 1),
      (executiveBoard, .board, 1),
    ] {
      town.given(
        .unit(
          .register(
            RegisterUnit(unit: id, name: "Unit \(id)", kind: kind, parent: .init(number: parent)))))
    }
    let people: [(PersonID, UnitID, String?)] = [
      (head, care, "head-of-care"), (officer, care, "officer"), (worker, care, nil),
      (headsDeputy, care, nil), (director, company, nil), (landlord, company, nil),
      (careManager, care, nil), (careSteward, care, nil), (landSteward, company, "estate-officer"),
    ]
    for (index, (person, unit, position)) in people.enumerated() {
      town.given(.person(.register(RegisterPerson(person: person, category: .employee))))
      town.given(place(60 + index, person, unit, position, from: day("2026-01-01")))
    }
    town.given(role(30, .head, head, unit: care))
    town.given(role(31, .deputy, headsDeputy, unit: care))
    town.given(role(32, .head, director, unit: company))
    town.given(role(33, .manager, careManager, unit: care))
    town.given(role(34, .manager, director, unit: company))
    town.system(careSystem, care, .committee, owner: officer, steward: careSteward)
    town.system(sharedSystem, executiveBoard, .common, owner: officer, steward: careSteward)
    town.system(landSystem, company, .company, owner: director, steward: landSteward)
    for (right, decidedBy, matter) in [
      (clients, Role.steward, "access-care"), (files, .steward, "access-care"),
      (leases, .steward, nil), (plans, .head, nil),
    ] {
      town.given(
        .system(
          .define(
            DefineEntitlement(
              entitlement: right, name: "Right", description: "Lets its holder see something.",
              account: .personal, privilege: .ordinary, decidedBy: decidedBy,
              conditions: .init(matter: matter.flatMap { MatterCode($0) })))))
    }
    return town
  }()

  private mutating func system(
    _ id: SystemID, _ unit: UnitID, _ ownership: Ownership, owner: PersonID, steward: PersonID
  ) {
    given(
      .system(
        .register(
          RegisterSystem(
            system: id, name: "System \(id)", owner: unit, ownership: ownership,
            commonDecision: ownership == .common ? CaseNumber("KS 2026/2") : nil,
            purpose: "Keeps what it keeps."))))
    let deputy = unit == company ? landlord : headsDeputy
    for (index, (role, holder)) in [(Role.owner, owner), (.steward, steward), (.deputy, deputy)]
      .enumerated()
    {
      given(
        .role(
          .assign(
            AssignRole(
              assignment: .init(number: 100 + 10 * (id.number ?? 0) + index), role: role,
              holder: holder, system: id, appointedBy: unit, from: day("2026-01-01")))))
    }
    guard let classification = Classification("2/2/1") else { return }
    given(.system(.classify(ClassifySystem(system: id, classification: classification))))
    given(.system(.changeStatus(ChangeSystemStatus(system: id, status: .inOperation))))
  }

  /// The committee's town with request 1 submitted and endorsed at noon on 2 March.
  static func wanted(
    _ right: EntitlementID = clients, for person: PersonID = worker,
    by manager: PersonID = careManager, _ location: SourceLocation = #_sourceLocation
  ) -> Scenario {
    var town = Scenario.committeeTown
    town.given(submit(1, person, right), by: person, location)
    town.given(endorse(1, manager), by: manager, location)
    return town
  }

  /// What the last decision rests on.
  func basis(_ number: Int = 1) -> Authority? {
    guard let decision = register.requests[RequestID(number: number)]?.decision else { return nil }
    return Authority(
      kind: decision.authority, assignment: decision.assignment, delegation: decision.delegation,
      actingFor: decision.actingFor)
  }
}

func place(
  _ number: Int, _ person: PersonID, _ unit: UnitID, _ position: String?, from: Instant,
  until: Instant? = nil
) -> AccessCommand {
  .person(
    .affiliate(
      StartAffiliation(
        affiliation: .init(number: number), person: person, unit: unit, from: from, until: until,
        position: position.flatMap { PositionCode($0) })))
}

/// A line of the committee's order.
func line(
  _ number: Int = 1, version: Int64 = 1, body: UnitID = committee,
  position: String = "head-of-care", matter: String = "access-care",
  from: Instant = day("2026-03-02", hour: 12),
  _ change: (inout GrantDelegation) -> Void = { _ in }
) -> AccessCommand {
  guard let position = PositionCode(position), let matter = MatterCode(matter) else {
    preconditionFailure("The position or the matter is no code.")
  }
  var line = GrantDelegation(
    delegation: .init(number: number), order: "Delegation order", version: version, body: body,
    position: position, matter: matter, from: from)
  change(&line)
  return .delegation(.grant(line))
}

func revokeLine(_ number: Int = 1) -> AccessCommand {
  .delegation(.revoke(RevokeDelegation(delegation: .init(number: number))))
}

func report(
  from: Instant = day("2026-03-01"), until: Instant = day("2026-04-01"), left: [Int] = []
) -> AccessCommand {
  .delegation(
    .report(
      ReportDelegatedDecisions(
        body: committee, meeting: Day(number: 20_540), from: from, until: until,
        left: left.map { .init(number: $0) }, minutes: "SN § 7")))
}
