import AccessModel
import Chronology
import Commands
import Testing
import Transparency

// The people of the town, by what they do.
let custodian = PersonID(number: 1)
let owner = PersonID(number: 2)
let steward = PersonID(number: 3)
let deputy = PersonID(number: 4)
let manager = PersonID(number: 5)
let administrator = PersonID(number: 6)
let employee = PersonID(number: 7)
let supplier = PersonID(number: 8)
let otherManager = PersonID(number: 9)
/// Registered, and works nowhere.
let absent = PersonID(number: 10)
let otherSteward = PersonID(number: 11)

/// The employee's account for power over the system.
let adminAccount = AccountID(number: 90)

let nobody = PersonID(number: 99)
let system = SystemID(number: 1)
let otherSystem = SystemID(number: 2)

/// Ordinary, decided by the steward.
let read = entitlement("S-1/read")
/// Privileged, decided by the steward.
let admin = entitlement("S-1/admin")
/// Ordinary, decided by the owner.
let seal = entitlement("S-1/seal")
/// Privileged, decided by the manager.
let lead = entitlement("S-1/lead")
/// Ordinary, decided by the steward, 30 days at most.
let visit = entitlement("S-1/visit")

extension Scenario {
  /// A town with one system at level 2 in operation, and everybody in place, on 2 March 2026 at noon.
  ///
  /// U-1 is the root; U-2 and U-4 are below it and U-3 below U-2. The employee and the supplier work in U-3.
  static let town: Scenario = {
    var town = Scenario()
    town.open()
    town.appoint()
    town.now = day("2026-03-02", hour: 12)
    return town
  }()

  private mutating func open() {
    let units: [(Int, UnitKind, Int?)] = [
      (1, .board, nil), (2, .administration, 1), (3, .unit, 2), (4, .administration, 1),
    ]
    for (number, kind, parent) in units {
      given(
        .unit(
          .register(
            RegisterUnit(
              unit: UnitID(number: number), name: "Unit \(number)", kind: kind,
              parent: parent.map { UnitID(number: $0) }))))
    }
    let people: [(PersonID, PersonCategory, Int?)] = [
      (custodian, .employee, 1), (owner, .employee, 2), (steward, .employee, 2),
      (deputy, .employee, 2), (manager, .employee, 2), (administrator, .employee, 4),
      (employee, .employee, 3), (supplier, .supplier, 3), (otherManager, .employee, 4),
      (absent, .employee, nil), (otherSteward, .employee, 4),
    ]
    for (index, (person, category, unit)) in people.enumerated() {
      given(.person(.register(RegisterPerson(person: person, category: category))))
      guard let unit else { continue }
      given(
        .person(
          .affiliate(
            StartAffiliation(
              affiliation: AffiliationID(number: index + 1), person: person,
              unit: UnitID(number: unit), from: day("2026-01-01"),
              until: category == .supplier ? day("2026-12-01") : nil,
              sponsor: category == .supplier ? manager : nil,
              contract: category == .supplier ? "A-2026/7" : nil))))
    }
    given(role(1, .custodian, custodian))
    given(role(2, .registrar, custodian))
  }

  private mutating func appoint() {
    for (id, name) in [(system, "Case system"), (otherSystem, "Other system")] {
      given(
        .system(
          .register(
            RegisterSystem(
              system: id, name: name, owner: UnitID(number: 2), ownership: .committee,
              purpose: "Keeps the cases of the town."))))
    }
    given(role(3, .owner, owner, system: system))
    given(role(4, .steward, steward, system: system))
    given(role(5, .deputy, deputy, system: system))
    given(role(6, .manager, manager, unit: UnitID(number: 2)))
    given(role(7, .manager, otherManager, unit: UnitID(number: 4)))
    given(role(8, .administrator, administrator, system: system))
    given(role(9, .steward, otherSteward, system: otherSystem))
    given(classified("2/2/1"), by: steward)
    given(
      .system(.changeStatus(ChangeSystemStatus(system: system, status: .inOperation))), by: owner)
    let rights: [(EntitlementID, Privilege, Role, Int64?)] = [
      (read, .ordinary, .steward, nil), (admin, .privileged, .steward, nil),
      (seal, .ordinary, .owner, nil), (lead, .privileged, .manager, nil),
      (visit, .ordinary, .steward, 30),
    ]
    for (id, privilege, decidedBy, days) in rights {
      given(
        .system(
          .define(
            DefineEntitlement(
              entitlement: id, name: "Right", description: "Lets its holder do something.",
              account: .personal, privilege: privilege, decidedBy: decidedBy,
              conditions: .init(validityDaysMax: days)))), by: steward)
    }
    given(
      .system(
        .findAccount(
          FindAccount(
            account: AccountID(number: 1), system: system, kind: .personal, person: employee))))
    given(
      .system(
        .findAccount(
          FindAccount(
            account: adminAccount, system: system, kind: .admin, person: employee))))
    given(
      .key(
        .enroll(
          EnrollKey(
            fingerprint: fingerprint(1), publicKey: "ssh-ed25519 AAAA", principal: employee,
            kind: .person))))
  }
}

func classified(_ text: String) -> AccessCommand {
  guard let classification = Classification(text) else {
    preconditionFailure("\(text) is no classification.")
  }
  return .system(.classify(ClassifySystem(system: system, classification: classification)))
}

func role(
  _ number: Int, _ role: Role, _ holder: PersonID, system: SystemID? = nil, unit: UnitID? = nil,
  from: Instant = day("2026-01-01"), until: Instant? = nil
) -> AccessCommand {
  .role(
    .assign(
      AssignRole(
        assignment: AssignmentID(number: number), role: role, holder: holder, system: system,
        unit: unit, from: from, until: until)))
}

/// A system that it leaves without its owner or steward has a new one by the end of the year.
func endRole(_ number: Int, vacantUntil: Instant? = day("2026-12-31")) -> AccessCommand {
  .role(.end(EndRole(assignment: AssignmentID(number: number), vacantUntil: vacantUntil)))
}

func fingerprint(_ number: UInt8) -> KeyFingerprint {
  KeyFingerprint(digest: SHA256.digest(of: [number]))
}

// The steps from a need to access, each about request or grant 1 unless another number is said.

func submit(
  _ number: Int = 1, _ person: PersonID = employee, _ right: EntitlementID = read,
  from: Instant = day("2026-03-02", hour: 12), until: Instant? = nil,
  need: String = "Handles cases.",
  requester: PersonID? = nil
) -> AccessCommand {
  .request(
    .submit(
      SubmitRequest(
        request: RequestID(number: number), person: person, entitlement: right, from: from,
        until: until, requester: requester ?? person, purpose: .publicTask, duty: "Case officer",
        need: need)))
}

func endorse(
  _ number: Int = 1, _ endorser: PersonID = manager, _ outcome: EndorsementOutcome = .supported
) -> AccessCommand {
  .request(
    .endorse(
      EndorseRequest(
        request: RequestID(number: number), endorser: endorser, outcome: outcome,
        hasNoInterest: true)))
}

func approve(
  _ number: Int = 1, _ deciders: PersonID..., from: Instant? = nil, until: Instant?? = nil,
  reviewDays: Int64? = nil
) -> AccessCommand {
  .request(
    .approve(
      ApproveRequest(
        request: RequestID(number: number), grant: GrantID(number: number),
        deciders: deciders.isEmpty ? [steward] : deciders, from: from, until: until,
        reviewDays: reviewDays)))
}

func deny(_ number: Int = 1, _ deciders: PersonID...) -> AccessCommand {
  .request(
    .deny(
      DenyRequest(
        request: RequestID(number: number), deciders: deciders.isEmpty ? [steward] : deciders,
        ground: .needNotShown)))
}

func withdraw(_ number: Int = 1) -> AccessCommand {
  .request(.withdraw(WithdrawRequest(request: RequestID(number: number))))
}

func provision(
  _ number: Int = 1, at moment: Instant? = nil, from: Instant? = nil, until: Instant?? = nil,
  account: AccountID? = nil
) -> AccessCommand {
  .grant(
    .provision(
      ProvisionGrant(
        grant: GrantID(number: number), by: administrator, at: moment, from: from, until: until,
        account: account)))
}

func revoke(_ number: Int = 1, by person: PersonID = administrator) -> AccessCommand {
  .grant(.revoke(RevokeGrant(grant: GrantID(number: number), by: person, cause: .needEnded)))
}

func confirmRemoval(_ number: Int = 1) -> AccessCommand {
  .grant(.confirmRemoval(ConfirmRemoval(grant: GrantID(number: number), by: administrator)))
}

extension Scenario {
  /// The town with request 1 submitted and endorsed.
  static func endorsed(
    _ person: PersonID = employee, _ right: EntitlementID = read,
    from: Instant = day("2026-03-02", hour: 12), until: Instant? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) -> Scenario {
    var town = Scenario.town
    town.given(submit(1, person, right, from: from, until: until), by: person, location)
    town.given(endorse(), by: manager, location)
    return town
  }

  /// The town with grant 1 decided.
  static func decided(
    _ person: PersonID = employee, _ right: EntitlementID = read, until: Instant? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) -> Scenario {
    var town = endorsed(person, right, until: until, location)
    town.given(approve(), by: steward, location)
    return town
  }

  /// The town with grant 1 carried out.
  static func provisioned(
    _ person: PersonID = employee, _ right: EntitlementID = read, until: Instant? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) -> Scenario {
    var town = decided(person, right, until: until, location)
    let account = right == admin || right == lead ? adminAccount : nil
    town.given(provision(account: account), by: administrator, location)
    return town
  }
}
