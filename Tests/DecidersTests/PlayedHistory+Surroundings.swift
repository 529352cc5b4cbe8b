import AccessModel
import Chronology
import Commands
import EventSourcing
import Events
import Projections

// The steps of persons, units, roles, delegations, rules and corrections.
extension PlayedHistory {
  mutating func stepOfPerson() {
    switch random.below(20) {
    case 0..<5: comesHere()
    case 5..<8: leavesSome()
    case 8..<12: movesSome()
    case 12..<17: absenceOfSome()
    case 17:
      ask(
        .person(
          .train(
            RecordTraining(
              person: someone(), course: CourseCode("basic") ?? .init(number: 1),
              completed: moment() ?? now, validUntil: random.once(in: 2) ? later(days: 300) : nil))),
        reason: reason())
    case _:
      // A second place, beside the first.
      let id: AffiliationID = new()
      ask(
        place(
          id.number ?? 1, somebodyHere(), someUnit(), somePosition(), from: now,
          until: random.once(in: 2) ? later(days: 100) : nil), effective: moment(),
        reason: reason())
    }
  }

  private mutating func someUnit() -> UnitID { some(register.units.ids) ?? top }

  private mutating func somePosition() -> String? {
    some([nil, "officer", "head-of-care", "estate-officer"]) ?? nil
  }

  private mutating func comesHere() {
    let person: PersonID = new()
    let categories: [PersonCategory] = [.employee, .employee, .temporary, .supplier, .elected]
    let category = some(categories) ?? .employee
    let isBounded = category != .employee || random.once(in: 4)
    ask(.person(.register(RegisterPerson(person: person, category: category))))
    ask(
      .person(
        .affiliate(
          StartAffiliation(
            affiliation: new(), person: person, unit: someUnit(),
            from: random.once(in: 4) ? later(days: 20) : moment() ?? now,
            until: isBounded && !isHostile() ? later(days: 300) : nil,
            sponsor: category == .supplier && !isHostile() ? manager : nil,
            contract: category == .supplier ? "A-\(step)" : nil))), reason: reason())
  }

  /// Somebody's place here: most often of somebody who came while it was played.
  private mutating func somePlace() -> (person: PersonID, place: AffiliationRow)? {
    let newcomers = register.persons.rows.filter { ($0.id.number ?? 0) > 1_000 }
    let person = random.once(in: 12) ? some(register.persons.rows) : some(newcomers)
    return person.flatMap { person in some(person.affiliations).map { (person.id, $0) } }
  }

  private mutating func leavesSome() {
    guard let (_, place) = somePlace() else { return }
    ask(
      .person(
        .leave(
          EndAffiliation(
            affiliation: place.id,
            lastDay: random.once(in: 4) ? someDay() : nil))),
      effective: moment(), reason: reason())
  }

  private mutating func movesSome() {
    guard let (_, place) = somePlace() else { return }
    let position = somePosition().flatMap { PositionCode($0) }
    ask(
      .person(
        .move(
          MovePerson(
            affiliation: place.id, unit: random.once(in: 4) ? nil : someUnit(),
            position: position, until: random.once(in: 6) ? later(days: 200) : nil))),
      effective: moment(), reason: reason())
  }

  private mutating func absenceOfSome() {
    guard let (_, place) = somePlace() else { return }
    if random.once(in: 2) {
      ask(
        .person(.endAbsence(EndAbsence(affiliation: place.id))), effective: moment(),
        reason: isHostile() ? "Was ill." : nil)
    } else {
      ask(
        .person(
          .startAbsence(
            StartAbsence(
              affiliation: place.id, from: random.once(in: 2) ? now : later(days: 10),
              expectedUntil: random.once(in: 3) ? nil : later(days: 60),
              effect: some([nil, .suspend, .keep, .list]) ?? nil))),
        effective: moment(), reason: isHostile() ? "Is ill." : nil)
    }
  }

  mutating func stepOfSurroundings() {
    switch random.below(24) {
    case 0..<3: stepOfUnit()
    case 3..<11: stepOfRole()
    case 11..<17: stepOfDelegation()
    case 17, 21: separates()
    case 18:
      ask(
        classified(some(["2/2/1", "2/2/1", "2/1/1", "3/2/1", "4/1/1"]) ?? "2/2/1"),
        effective: moment(), reason: reason())
    case 19: changesSystem()
    case 20:
      ask(
        .system(
          .changeEntitlement(
            ChangeEntitlement(
              entitlement: some([visit, clients, leases]) ?? visit,
              conditions: EntitlementConditions(validityDaysMax: Int64(1 + random.below(400)))))),
        effective: moment(),
        reason: reason())
    case 22:
      ask(
        .secrecy(
          .mark(
            MarkSecrecy(
              marking: random.once(in: 2) ? .yes : .no, person: someone(), provision: "OSL 22:1"))))
    case _:
      ask(
        .system(
          .describeAccount(
            DescribeAccount(
              account: new(), system: system, kind: .shared, owner: someone(),
              members: [someone()], rotationDays: 90))), by: custodian)
    }
  }

  private mutating func stepOfUnit() {
    let unit = someUnit()
    switch random.below(8) {
    case 0..<3:
      ask(
        .unit(
          .register(
            RegisterUnit(
              unit: new(), name: "Unit of round \(step)",
              kind: some([UnitKind.unit, .administration, .company]) ?? .unit,
              parent: random.once(in: 10) ? nil : unit))))
    case 3: ask(.unit(.rename(RenameUnit(unit: unit, name: "Renamed in round \(step)"))))
    case 4..<6:
      ask(
        .unit(.move(MoveUnit(unit: unit, parent: someUnit()))), effective: moment(),
        reason: reason())
    case _:
      let made = register.units.rows.filter { ($0.id.number ?? 0) > 1_000 }.map(\.id)
      let closed = isHostile() ? unit : some(made) ?? unit
      let successors = (0..<random.below(3)).map { _ in someUnit() }
      ask(
        .unit(.close(CloseUnit(unit: closed, successors: successors))), effective: moment(),
        reason: reason())
    }
  }

  private mutating func stepOfRole() {
    let running = register.assignments.rows.filter {
      ($0.id.number ?? 0) > 1_000 && $0.isInForce(at: now)
    }
    if random.once(in: 3), let held = isHostile() ? some(register.assignments.rows) : some(running)
    {
      ask(
        .role(
          .end(
            EndRole(
              assignment: held.id,
              lastDay: random.once(in: 4) ? someDay() : nil,
              vacantUntil: random.once(in: 2) ? later(days: 60) : nil))), effective: moment(),
        reason: reason())
      return
    }
    // What is vacant is filled before anything else.
    for id in [system, careSystem, sharedSystem, landSystem] {
      for role in [Role.owner, .steward, .deputy] where !random.once(in: 4) {
        guard register.holders(of: role, for: id, at: now).isEmpty else { continue }
        assignSome(role, system: id)
        return
      }
    }
    switch random.below(5) {
    case 0:
      assignSome(some([.owner, .steward, .deputy]) ?? .deputy, system: some([system, landSystem]))
    case 1, 2: assignSome(some([.manager, .head]) ?? .manager, unit: someUnit())
    case 3: assignSome(.deputy, unit: some([UnitID(number: 2), care, company, .init(number: 4)]))
    case _: assignSome(some([.helpdesk, .auditor, .administrator]) ?? .helpdesk)
    }
  }

  private mutating func assignSome(_ role: Role, system: SystemID? = nil, unit: UnitID? = nil) {
    ask(
      .role(
        .assign(
          AssignRole(
            assignment: new(), role: role, holder: somebodyHere(), system: system, unit: unit,
            appointedBy: system == landSystem ? company : nil,
            from: random.once(in: 4) ? later(days: 10) : now,
            until: random.once(in: 2) ? later(days: 200) : nil))), effective: moment(),
      reason: reason())
  }

  private mutating func stepOfDelegation() {
    let lines = register.delegations.rows
    switch random.below(6) {
    case 0..<3:
      let above = random.once(in: 4) ? some(lines) : nil
      let version = Int64(1 + step / 900)
      let bodies = [committee, executiveBoard, company]
      let body = isHostile() ? some(bodies) ?? committee : committee
      let covers = random.once(in: 3) ? [top, committee, executiveBoard] : []
      let until = random.once(in: 3) ? later(days: 120) : nil
      let level: Int64? = random.once(in: 4) ? 2 : nil
      let position = somePosition() ?? "head-of-care"
      let id: DelegationID = new()
      ask(
        line(id.number ?? 1, version: version, body: body, position: position, from: now) {
          $0.maySubdelegate = above == nil
          $0.entities = covers
          $0.until = until
          $0.levelMax = level
          if let above {
            $0.parent = above.line.delegation
            $0.delegatedBy = head
          }
        }, reason: reason())
    case 3:
      guard let line = some(lines) else { return }
      ask(
        .delegation(.revoke(RevokeDelegation(delegation: line.line.delegation))),
        effective: moment(), reason: reason())
    case _:
      let left = random.once(in: 3) ? some(register.requests.ids).map { [$0] } ?? [] : []
      ask(
        .delegation(
          .report(
            ReportDelegatedDecisions(
              body: committee, meeting: someDay(),
              from: now.advanced(byMilliseconds: -60 * 86_400_000), until: now, left: left,
              minutes: "SN § \(step)"))), reason: reason())
    }
  }

  private mutating func separates() {
    if random.once(in: 2) {
      ask(
        .separation(
          .adopt(
            AdoptSeparationRule(
              rule: new(), kind: .conflict,
              severity: some([.block, .exception, .exception, .warn]) ?? .warn,
              first: [some([read, seal]) ?? read], second: [some([clients, visit]) ?? visit],
              rationale: "Nobody seals what they wrote.", from: now,
              until: random.once(in: 2) ? later(days: 60) : nil))), by: owner)
    } else if let rule = some(register.separationRules.rows) {
      ask(
        .separation(
          .except(
            ApproveSeparationException(
              exception: new(), rule: rule.id, person: somebodyHere(),
              control: "Every case is checked weekly.", deciders: [isHostile() ? someone() : owner],
              from: now, until: later(days: 90)))), by: owner)
    }
  }

  private mutating func changesSystem() {
    // The other system comes and goes; the ones that most is granted in stay.
    let statuses: [SystemStatus] = [.pilot, .inOperation, .phasingOut, .decommissioned]
    let isRare = step > 1_200 && random.once(in: 8)
    ask(
      .system(
        .changeStatus(
          ChangeSystemStatus(
            system: isRare ? landSystem : otherSystem, status: some(statuses) ?? .pilot))),
      effective: moment(), reason: reason())
  }

  mutating func stepOfCorrection() {
    let kinds: Set<EventKind> = [
      .requestApproved, .grantProvisioned, .grantSuspended, .grantRevoked, .affiliationStarted,
      .affiliationEnded, .absenceStarted, .eventCorrected,
    ]
    let recent = town.history.suffix(300).filter { kinds.contains($0.event.kind) }
    guard random.once(in: 2), let target = some(recent) else { return }
    let moment =
      (random.once(in: 2)
        ? later(days: 60)
        : target.effective.advanced(
          byMilliseconds: -Int64(1 + random.below(96)) * 1_800_000))
    let change: CorrectEvent.Change
    switch (target.event.kind, random.below(3)) {
    case (.eventCorrected, 0..<2), (_, 0): change = .void
    case (.eventCorrected, _): change = .value(field: "value", "\"\\\"\(moment)\\\"\"")
    case (.requestApproved, 1), (.grantSuspended, 1), (.affiliationStarted, 1):
      change = .value(field: "until", random.once(in: 6) ? nil : "\"\(moment)\"")
    case (_, _): change = .value(field: "effective", "\"\(moment)\"")
    }
    let decider = some([owner, manager, otherManager, otherManager, director]) ?? owner
    ask(
      .correct(CorrectEvent(position: target.position, change: change, decider: decider)),
      by: recorder(for: decider), reason: isHostile() ? nil : "The paper says otherwise.")
  }
}
