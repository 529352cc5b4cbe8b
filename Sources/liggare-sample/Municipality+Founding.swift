import AccessLedger
import AccessModel
import Chronology
import Commands
import IdentityRegister

// The organisation as it is on the first day.
extension Municipality {
  func found() throws {
    try buildUnits()
    try hire()
    try appoint()
    for index in 0..<profile.systems { try add(SystemKind.catalogue(profile.systems)[index]) }
    try decideOrders()
    try adoptPolicy()
    try separate()
    try describeAccounts()
  }

  private func unit(
    _ name: String, _ kind: UnitKind, entity: UnitID?, isCompany: Bool = false, above: Workplace?
  ) throws -> Workplace {
    let id: UnitID = new()
    try clerk.record(
      .unit(
        .register(
          RegisterUnit(
            unit: id, name: name, kind: kind, parent: above?.id ?? UnitID(number: 1)))),
      by: custodian)
    return Workplace(id, kind, entity: entity ?? id, isCompany: isCompany, above: above)
  }

  private func buildUnits() throws {
    let root = Workplace(
      UnitID(number: 1), .board, entity: UnitID(number: 1), isCompany: false, above: nil)
    let staff = try unit("Kommunledning", .administration, entity: root.id, above: root)
    self.staff = staff
    workplaces.append(staff)
    for number in 1...profile.committees {
      let committee = try unit("Nämnd \(number)", .committee, entity: nil, above: root)
      let administration = try unit(
        "Förvaltning \(number)", .administration, entity: committee.id, above: committee)
      workplaces.append(administration)
      let count = profile.units / profile.committees
      for part in 1...count {
        workplaces.append(
          try unit(
            "Enhet \(number).\(part)", .unit, entity: committee.id, above: administration))
      }
    }
    for number in 1...profile.companies {
      workplaces.append(
        try unit("Bolag \(number)", .company, entity: nil, isCompany: true, above: root))
    }
  }

  /// Registers somebody who begins, by whoever keeps the register of persons.
  @discardableResult
  func welcome(
    to unit: Workplace, _ category: PersonCategory = .employee, until: Instant? = nil,
    position: PositionCode? = nil, sponsor: PersonID? = nil
  ) throws -> Worker {
    let person: PersonID = new()
    let number = person.number ?? 0
    let worker = Worker(person, new(), unit, category)
    if let until { worker.leaves = until }
    let identity = Identity(
      person: "\(person)", name: Names.person(number), userName: "u\(1_000 + number)",
      employeeNumber: "\(50_000 + number)", isProtected: number % 331 == 0)
    try clerk.record(
      [
        Recording.Step(
          .person(.register(RegisterPerson(person: person, category: category))),
          identity: identity),
        Recording.Step(
          .person(
            .affiliate(
              StartAffiliation(
                affiliation: worker.affiliation, person: person, unit: unit.id, from: now,
                until: until, sponsor: sponsor, position: position,
                contract: sponsor == nil ? nil : "Avtal \(number)")))),
      ], by: clerk.hasKey(personnel) ? personnel : custodian)
    workers.append(worker)
    unit.workers.append(worker)
    return worker
  }

  private func hire() throws {
    guard let staff else { return }
    var left = profile.employees - 1
    func some(_ count: Int, in unit: Workplace, position: PositionCode? = nil) throws {
      for index in 0..<count {
        try welcome(to: unit, position: index == 0 ? position : nil)
      }
      left -= count
    }
    try some(12, in: staff)
    let companies = workplaces.filter(\.isCompany)
    for company in companies { try some(max(5, profile.employees / 40), in: company) }
    let administrations = workplaces.filter { $0.kind == .administration && $0.id != staff.id }
    for (index, administration) in administrations.enumerated() {
      try some(
        max(4, profile.employees / 200), in: administration,
        position: PositionCode("head-of-administration-\(index + 1)"))
    }
    let units = workplaces.filter { $0.kind == .unit }
    let share = left / units.count
    for unit in units { try some(unit.id == units.last?.id ? left : share, in: unit) }
    for index in 0..<profile.elected {
      guard let term = Instant("2023-01-01T00:00:00.000Z") else { continue }
      try welcome(
        to: administrations[index % administrations.count], .elected,
        until: term > now ? term : now.later(days: 1_400))
    }
  }

  /// Gives a role, and a key to whoever has none.
  @discardableResult
  func assign(
    _ role: Role, _ holder: Worker, system: SystemID? = nil, unit: UnitID? = nil,
    appointedBy: UnitID? = nil
  ) throws -> AssignmentID {
    let id: AssignmentID = new()
    holder.isKeeper = true
    var steps: [AccessCommand] = []
    if !clerk.hasKey(holder.id) { steps.append(try clerk.newKey(for: holder.id)) }
    steps.append(
      .role(
        .assign(
          AssignRole(
            assignment: id, role: role, holder: holder.id, system: system, unit: unit,
            appointedBy: appointedBy, from: now))))
    try clerk.record(steps.map { Recording.Step($0) }, by: custodian)
    return id
  }

  private func appoint() throws {
    guard let staff else { return }
    let officers = staff.workers
    let director = officers[0]
    self.director = director
    try assign(.head, director, unit: UnitID(number: 1))
    staff.leader = director
    staff.standIn = officers[8]
    try assign(.deputy, officers[8], unit: staff.id)
    // Deputies stand in for whoever leads the unit itself.
    try assign(.manager, director, unit: staff.id)
    let posts: [(Role, Int)] = [
      (.registrar, 1), (.personnelSource, 2), (.securityCoordinator, 3), (.administrator, 4),
      (.administrator, 5), (.auditor, 6), (.dataProtectionOfficer, 7), (.helpdesk, 5),
    ]
    for (role, index) in posts { try assign(role, officers[index]) }
    registrar = officers[1].id
    personnel = officers[2].id
    security = officers[3].id
    administrators = [officers[4].id, officers[5].id]
    auditor = officers[6].id
    for unit in workplaces where unit.id != staff.id {
      let leader = unit.workers[0]
      unit.leader = leader
      try assign(unit.kind == .unit ? .manager : .head, leader, unit: unit.id)
      unit.standIn = unit.workers[1]
      try assign(.deputy, unit.workers[1], unit: unit.id)
      if unit.kind == .administration {
        let number = committees.count + 1
        guard let matter = MatterCode("access-\(number)"),
          let position = PositionCode("head-of-administration-\(number)")
        else { continue }
        committees.append((unit.entity, leader, matter, position))
      }
    }
    for _ in 0..<profile.externals { try welcomeExternal() }
  }

  func welcomeExternal() throws {
    let units = workplaces.filter { !$0.isCompany }
    guard let unit = source.pick(units), let sponsor = unit.leader else { return }
    let worker = try welcome(
      to: unit, .supplier, until: now.later(days: 300 + source.below(60)), sponsor: sponsor.id)
    planDeparture(of: worker, at: worker.leaves)
  }
}
