import AccessModel
import Chronology
import EventSourcing
import Events
import Transparency

/// A day counted from the first of 2026, so that boundaries of different facts often meet.
func day(_ number: Int) -> Instant {
  Instant(milliseconds: 1_767_225_600_000 + Int64(number) * 86_400_000)
}

/// A history drawn at random: not one that rules would let through, but one that a log could hold.
struct History {
  private(set) var events: [Recorded<AccessEvent>] = []
  private var random: SeededRandom
  private var today = 0
  private var made: [String: Int] = [:]
  private var revisions: [StreamID: Int64] = [:]
  private var started: [AffiliationStarted] = []
  /// Grants that surely have begun.
  private var namable: [GrantID] = []
  /// Each day is the last of its own in one of so many steps; a larger history has more to do in a day.
  private let stepsOfDay: Int
  let persons: [PersonID]
  let systems: [SystemID]
  let rights: [(EntitlementID, Role)]

  static let persons = (1...6).map { PersonID(number: $0) }
  static let systems = (1...2).map { SystemID(number: $0) }
  static let rights: [(EntitlementID, Role)] = [
    (EntitlementID(system: systems[0], name: .init(number: 1)), .steward),
    (EntitlementID(system: systems[0], name: .init(number: 2)), .owner),
    (EntitlementID(system: systems[1], name: .init(number: 3)), .manager),
  ]
  static let label = Label("Name") ?? Label(blank: ())

  init(seed: UInt64, count: Int) {
    self.init(
      seed: seed, count: count, stepsOfDay: 3, persons: History.persons, systems: History.systems,
      rights: History.rights)
  }

  /// A history of many persons and systems, where each is touched as seldom as in a small one.
  init(seed: UInt64, count: Int, times: Int) {
    let systems = (1...(2 * times)).map { SystemID(number: $0) }
    let roles: [Role] = [.steward, .owner, .manager]
    let rights = (0..<(3 * times)).map { number in
      let system = systems[number / 3 * 2 + number % 3 / 2]
      return (EntitlementID(system: system, name: .init(number: number + 1)), roles[number % 3])
    }
    self.init(
      seed: seed, count: count, stepsOfDay: 3 * times,
      persons: (1...(6 * times)).map { PersonID(number: $0) }, systems: systems, rights: rights)
  }

  private init(
    seed: UInt64, count: Int, stepsOfDay: Int, persons: [PersonID], systems: [SystemID],
    rights: [(EntitlementID, Role)]
  ) {
    random = SeededRandom(seed: seed)
    self.stepsOfDay = stepsOfDay
    self.persons = persons
    self.systems = systems
    self.rights = rights
    begin()
    while events.count < count { step() }
  }

  private mutating func record(_ event: AccessEvent, late days: Int = 0) {
    let position = UInt64(events.count)
    let stream = event.stream
    let revision = revisions[stream, default: 0]
    revisions[stream] = revision + 1
    if case .person(.affiliationStarted(let stay)) = event { started.append(stay) }
    if case .grant(.emergencyActivated(let grant)) = event { namable.append(grant.grant) }
    events.append(
      Recorded(
        position: position, recorded: day(today), id: UniqueID(high: 1, low: position),
        revision: revision, effective: day(today - days),
        actor: Actor(principal: persons[0]),
        command: CommandStamp(id: UniqueID(high: 2, low: position), channel: .commandLine),
        caseNumber: nil, reason: nil, event: event))
  }

  private mutating func begin() {
    for (number, parent) in [(1, nil), (2, 1), (3, 2), (4, 1)] as [(Int, Int?)] {
      record(
        .unit(
          .registered(
            UnitRegistered(
              unit: .init(number: number), name: History.label, kind: .unit,
              parent: parent.map { .init(number: $0) }))))
    }
    for person in persons {
      record(.person(.registered(PersonRegistered(person: person, category: .employee))))
    }
    for system in systems {
      record(
        .system(
          .registered(
            SystemRegistered(
              system: system, name: History.label, owner: .init(number: 1), ownership: .common))))
    }
    for (right, role) in rights {
      record(
        .system(
          .entitlementDefined(
            EntitlementDefined(
              entitlement: right, name: History.label, description: History.label,
              account: .personal, privilege: .ordinary, decidedBy: role))))
    }
  }

  /// The next new identifier of a kind.
  private mutating func new<Subject: IdentifierSubject>() -> Identifier<Subject> {
    made[Subject.prefix, default: 0] += 1
    return Identifier(number: made[Subject.prefix, default: 1])
  }

  /// An identifier of a kind that there may be.
  private mutating func some<Subject: IdentifierSubject>() -> Identifier<Subject> {
    Identifier(number: 1 + random.below(made[Subject.prefix, default: 0] + 2))
  }

  private mutating func person() -> PersonID { persons[random.below(persons.count)] }

  private mutating func period() -> (from: Instant, until: Instant?) {
    let from = today - 10 + random.below(25)
    return (day(from), random.once(in: 3) ? nil : day(from + 1 + random.below(40)))
  }

  private mutating func scope() -> ScopeName { .init(number: 1 + random.below(2)) }

  /// A request that changes a grant, and its approval; sometimes carried out, sometimes with an end of the account.
  private mutating func change(_ period: (from: Instant, until: Instant?), late: Int) {
    guard let count = made[GrantSubject.prefix] else { return }
    let grant = GrantID(number: 1 + random.below(count))
    let request: RequestID = new()
    record(
      .request(
        .submitted(
          RequestSubmitted(
            request: request, kind: random.once(in: 2) ? .change : .renew, grant: grant,
            person: person(), entitlement: rights[random.below(rights.count)].0,
            scope: random.once(in: 2) ? scope() : nil, from: period.from, until: period.until,
            requester: person(), purpose: .operations,
            need: Commitment(Digest(bytes: .init()))))), late: late)
    record(
      .request(
        .approved(
          RequestApproved(
            request: request, grant: grant, decider: person(), authority: .role,
            from: period.from, until: period.until))), late: late)
    guard random.once(in: 2) else { return }
    record(
      .grant(
        .provisioned(
          GrantProvisioned(
            grant: grant, request: request, by: person(), at: day(today), from: period.from,
            until: period.until, accountUntil: random.once(in: 2) ? day(today + 3) : nil))))
  }

  private mutating func absence(late: Int) {
    guard !started.isEmpty else { return }
    let place = started[random.below(started.count)]
    if random.once(in: 3) {
      record(
        .person(
          .absenceEnded(AbsenceEnded(affiliation: place.affiliation, person: place.person))),
        late: late)
    } else {
      record(
        .person(
          .absenceStarted(
            AbsenceStarted(
              affiliation: place.affiliation, person: place.person, from: day(today - late),
              effect: random.once(in: 4) ? .keep : .suspend))), late: late)
    }
  }

  /// A grant that there is: rules let nobody name another in an incident.
  private func grantThatIs(_ random: inout SeededRandom) -> GrantID? {
    random.once(in: 2) || namable.isEmpty ? nil : namable[random.below(namable.count)]
  }

  private mutating func incident(late: Int) {
    let grant = grantThatIs(&random)
    record(
      .incident(
        .reported(
          IncidentReported(
            incident: new(), noticed: day(today - late),
            systems: random.once(in: 2) ? [systems[random.below(systems.count)]] : [],
            entitlements: random.once(in: 3) ? [rights[random.below(rights.count)].0] : [],
            grants: [grant].compactMap(\.self), personalData: .no, reporter: person(),
            what: Commitment(Digest(bytes: .init()))))), late: late)
  }

  private mutating func link(late: Int) {
    guard let count = made[IncidentSubject.prefix] else { return }
    let relations: [IncidentRelation] = [.affected, .causedBy, .foundBy]
    let grant = grantThatIs(&random)
    record(
      .incident(
        .linked(
          IncidentLinked(
            incident: .init(number: 1 + random.below(count)),
            relation: relations[random.below(relations.count)],
            system: random.once(in: 2) ? systems[random.below(systems.count)] : nil,
            grant: grant))), late: late)
  }

  /// An end to come, in a third of all.
  private mutating func plannedEnd() -> Instant? {
    random.once(in: 3) ? day(today + random.below(20)) : nil
  }

  private mutating func step() {
    if random.once(in: stepsOfDay) { today += random.below(5) }
    let late = random.once(in: 3) ? random.below(15) : 0
    let period = period()
    switch random.below(25) {
    case 0, 1:
      record(
        .person(
          .affiliationStarted(
            AffiliationStarted(
              affiliation: new(), person: person(), unit: .init(number: 1 + random.below(4)),
              from: period.from, until: period.until))), late: late)
    case 2:
      let id: AffiliationID = some()
      let holder = started.first { $0.affiliation == id }?.person ?? person()
      record(
        .person(
          .affiliationEnded(
            AffiliationEnded(affiliation: id, person: holder, until: plannedEnd()))), late: late)
    case 3, 4:
      let role = [Role.owner, .steward, .deputy, .manager][random.below(4)]
      record(
        .role(
          .assigned(
            RoleAssigned(
              assignment: new(), role: role, holder: person(),
              system: role == .manager ? nil : systems[random.below(systems.count)],
              unit: role == .manager ? .init(number: 1 + random.below(4)) : nil, from: period.from,
              until: period.until))), late: late)
    case 5: record(.role(.ended(RoleEnded(assignment: some(), until: plannedEnd()))), late: late)
    case 6, 7:
      record(
        .request(
          .submitted(
            RequestSubmitted(
              request: new(), kind: .new, person: person(),
              entitlement: rights[random.below(rights.count)].0,
              from: period.from, until: period.until, requester: person(), purpose: .operations,
              need: Commitment(Digest(bytes: .init()))))), late: late)
    case 8, 9:
      record(
        .request(
          .approved(
            RequestApproved(
              request: some(), grant: random.once(in: 4) ? nil : new(), decider: person(),
              authority: .role, from: period.from, until: period.until))), late: late)
    case 10:
      record(
        .request(
          .denied(
            RequestDenied(request: some(), decider: person(), authority: .role, ground: .unstated))),
        late: late)
    case 11, 12:
      // History from elsewhere names a grant first when it is carried out.
      let grant: GrantID =
        made[GrantSubject.prefix] == nil || random.once(in: 6)
        ? new() : .init(number: 1 + random.below(made[GrantSubject.prefix] ?? 1))
      record(
        .grant(
          .provisioned(
            GrantProvisioned(
              grant: grant, request: some(), by: person(), at: day(today - random.below(5)),
              from: period.from, until: period.until))), late: late)
    case 13:
      record(
        .grant(
          .revoked(
            GrantRevoked(
              grant: some(), by: person(), cause: .needEnded, until: plannedEnd()))), late: late)
    case 14:
      record(.grant(.removalConfirmed(RemovalConfirmed(grant: some(), by: person()))), late: late)
    case 15:
      if random.once(in: 2) {
        record(
          .grant(
            .takenOver(
              GrantTakenOver(
                grant: new(), entitlement: rights[random.below(rights.count)].0, account: some(),
                person: random.once(in: 3) ? nil : person(), source: Digest(bytes: .init())))),
          late: late)
      } else {
        record(
          .review(
            .itemDecided(
              ReviewItemDecided(
                review: some(), grant: some(), reviewer: person(),
                outcome: random.once(in: 2) ? .revoke : .keep))), late: late)
      }
    case 17: change(period, late: late)
    case 18:
      record(
        .grant(
          .narrowed(
            GrantNarrowed(
              grant: some(), by: person(), scope: random.once(in: 2) ? scope() : nil,
              until: random.once(in: 2) ? day(today + random.below(30)) : nil))), late: late)
    case 19:
      record(
        .grant(
          .suspended(
            GrantSuspended(
              grant: some(), by: person(), cause: .risk,
              until: random.once(in: 2) ? day(today + random.below(20)) : nil))), late: late)
    case 20: record(.grant(.resumed(GrantResumed(grant: some(), by: person()))), late: late)
    case 21:
      record(
        .grant(
          .emergencyActivated(
            EmergencyActivated(
              grant: new(), person: person(), entitlement: rights[random.below(rights.count)].0,
              kind: .real, from: day(today - late), until: day(today - late + 1)))), late: late)
    case 22: absence(late: late)
    case 23: incident(late: late)
    case 24: link(late: late)
    default:
      let status: SystemStatus = random.once(in: 20) ? .decommissioned : .inOperation
      record(
        .system(
          .statusChanged(
            SystemStatusChanged(system: systems[random.below(systems.count)], status: status))),
        late: late)
    }
  }
}
