import AccessLedger
import AccessModel
import Chronology
import Commands
import Projections

// What happens to people, units and systems as the years go.
extension Municipality {
  /// Plans everything that chance brings.
  func planYears() throws {
    try takeOver(profile.legacyGrants)
    for worker in workers { planTraining(of: worker) }
    for worker in workers where worker.category != .employee {
      planDeparture(of: worker, at: worker.leaves)
    }
    for worker in workers { settle(worker, within: 40) }
    let staffed = profile.employees
    often(profile.requestsPerYear) { [self] in
      if let worker = source.pick(workers) { try ask(for: worker) }
    }
    often(staffed * profile.turnover / 1_000) { [self] in try leaveSome() }
    often(staffed * profile.movers / 1_000) { [self] in try moveSome() }
    often(staffed * profile.absences / 1_000) { [self] in try absenceOfSome() }
    often(profile.emergenciesPerYear) { [self] in try emergency() }
    often(profile.externals) { [self] in
      if workers.count(where: { $0.category == .supplier && $0.leaves > now }) < profile.externals {
        try welcomeExternal()
        settle(workers[workers.count - 1], within: 20)
      }
    }
    often(max(2, profile.systems / 10)) { [self] in try replaceSteward() }
    often(max(3, profile.employees / 40)) { [self] in try suspendSome() }
    often(max(2, profile.employees / 60)) { [self] in try narrowSome() }
    often(max(2, profile.employees / 40)) { [self] in try revokeSome() }
    often(max(2, profile.systems / 6)) { [self] in try changeSome() }
    every(30, from: office(after: now.later(days: 45))) { [self] in
      if now < lastBegun { try correctSome() }
    }
    if nights != nil { planFollowUp() }
    planSummers()
    planElections()
    planReorganisation()
  }

  /// What somebody needs from the start.
  func settle(_ worker: Worker, within days: Int) {
    let count =
      switch worker.category {
      case .employee: profile.grantsPerEmployee - 1
      case .temporary, .external, .supplier: 3
      case .elected, .student, .service: 2
      }
    for _ in 0..<count {
      plan(office(after: now.later(days: source.below(days)))) { [self] in
        if now < lastBegun { try ask(for: worker) }
      }
    }
  }

  func planTraining(of worker: Worker) {
    guard let course = CourseCode("basics"), worker.category == .employee else { return }
    plan(office(after: now.later(days: source.below(60)))) { [self] in
      if worker.leaves > now.later(days: 30) { try train(worker, course) }
    }
  }

  func planDeparture(of worker: Worker, at moment: Instant) {
    guard moment < end else { return }
    plan(moment.later(hours: 2 + source.below(2))) { [self] in try sweep(worker) }
  }

  /// Removes everything from somebody who has left.
  private func sweep(_ worker: Worker) throws {
    guard !unswept.contains(worker.id) else { return }
    let left = worker.holdings.filter { !$0.isOver }
    for holding in left {
      holding.isOver = true
      cure(holding, at: worker.leaves)
    }
    try confirmRemoval(left)
    workers.removeAll { $0 === worker }
    worker.unit.workers.removeAll { $0 === worker }
  }

  private func somebody(_ isFit: (Worker) -> Bool = { _ in true }) -> Worker? {
    for _ in 0..<20 {
      guard let worker = source.pick(workers) else { return nil }
      if worker.category == .employee, !worker.isKeeper, worker.pending.isEmpty,
        worker.holdings.allSatisfy({ $0.since < now }),
        worker.busyUntil < now, worker.leaves == .latest, isFit(worker)
      {
        return worker
      }
    }
    return nil
  }

  private func leaveSome() throws {
    guard let worker = somebody() else { return }
    try leave(worker)
    plan(office(after: now.later(days: 3 + source.below(20)))) { [self] in
      guard now < lastBegun else { return }
      let newcomer = try welcome(to: worker.unit)
      planTraining(of: newcomer)
      settle(newcomer, within: 15)
    }
  }

  func leave(_ worker: Worker) throws {
    let day = Day(number: Int32(now.milliseconds / 86_400_000) + 14)
    // The day after begins an hour or two before midnight by UTC.
    worker.leaves = Instant(milliseconds: Int64(day.number + 1) * 86_400_000)
    worker.busyUntil = worker.leaves
    try clerk.record(
      .person(.leave(EndAffiliation(affiliation: worker.affiliation, lastDay: day))),
      by: personnel)
    planDeparture(of: worker, at: worker.leaves)
  }

  private func moveSome() throws {
    guard let worker = somebody({ !$0.unit.isCompany }) else { return }
    let others = workplaces.filter {
      $0.entity == worker.unit.entity && $0.id != worker.unit.id && $0.leader != nil
    }
    guard let place = source.pick(others) else { return }
    try clerk.record(
      .person(.move(MovePerson(affiliation: worker.affiliation, unit: place.id))), by: personnel)
    worker.unit.workers.removeAll { $0 === worker }
    place.workers.append(worker)
    worker.unit = place
    worker.busyUntil = now.later(days: 16)
    for holding in worker.holdings where !holding.isOver {
      nights?.expect(
        "ST-04", "\(holding.grant)", since: now, "the holder moved, and nobody has confirmed it yet"
      )
      plan(office(after: now.later(days: 1 + source.below(9)))) { [self] in
        // The unit may have gone into another meanwhile.
        guard !holding.isOver, let leader = worker.unit.leader else { return }
        guard source.chance(650) else {
          try end(holding, by: leader.id)
          return
        }
        if nights != nil {
          let row = clerk.register.grants[holding.grant]
          let person = clerk.register.persons[worker.id]
          guard let row, let person, clerk.register.unconfirmedTransfer(of: row, by: person) != nil
          else { return }
        }
        cure(holding, at: now)
        guard let reviewer = holding.decider === leader ? director : leader else { return }
        try clerk.record(
          .person(.confirm(ConfirmAccess(grant: holding.grant, by: reviewer.id))), by: reviewer.id)
      }
    }
  }

  private func absenceOfSome() throws {
    guard let worker = somebody() else { return }
    let back = office(after: now.later(days: 10 + source.below(100)))
    guard back < end.later(days: -5) else { return }
    worker.busyUntil = back.later(days: 1)
    try clerk.record(
      .person(
        .startAbsence(
          StartAbsence(affiliation: worker.affiliation, from: now, expectedUntil: back))),
      by: personnel)
    plan(back) { [self] in
      try clerk.record(
        .person(.endAbsence(EndAbsence(affiliation: worker.affiliation))), by: personnel)
    }
  }

  private func emergency() throws {
    let open = applications.filter { $0.kind.isForEmergencies }
    guard let application = source.pick(open),
      let right = application.rights.first(where: \.isForEmergencies),
      let worker = somebody({
        $0.unit.entity == application.users && !$0.has(right.id) && hasRoom($0)
      })
    else { return }
    let grant: GrantID = new()
    worker.busyUntil = now.later(days: 3)
    try clerk.record(
      .grant(
        .activateEmergency(
          ActivateEmergency(
            grant: grant, person: worker.id, entitlement: right.id, kind: .real, hours: 8,
            notified: [.steward, .manager]))), by: administrators[1],
      reason: "Ordinarie handläggare kan inte nås.")
    let holding = Holding(grant, right, application, worker, since: now, until: now.later(hours: 8))
    plan(now.later(hours: 9)) { [self] in
      if nights == nil {
        try clerk.record(.grant(.noteExpiry(NoteExpiry(grant: grant))), by: custodian)
      }
      try confirmRemoval([holding])
    }
    plan(now.later(hours: 20 + source.below(24))) { [self] in
      guard !unreviewed.contains(grant) else { return }
      try clerk.record(
        .grant(
          .followUpEmergency(
            FollowUpEmergency(
              grant: grant, reviewer: application.steward.id, judgement: .justified))),
        by: application.steward.id)
    }
  }

  private func replaceSteward() throws {
    guard let application = source.pick(applications), application.users != nil,
      application.kind.users == .committee
    else { return }
    let able = workplaces.filter { $0.entity == application.body && $0.kind == .unit }
      .flatMap(\.workers)
    let steward = source.pick(
      able.filter {
        $0.category == .employee && $0.leaves == .latest && $0 !== application.steward
          && $0 !== application.deputy && $0.unit.leader !== $0 && $0.unit.standIn !== $0
          && $0.pending.isEmpty
          && $0.busyUntil < now
      })
    guard let steward, !unkept.contains(application.id) else { return }
    steward.isKeeper = true
    let id: AssignmentID = new()
    var steps: [AccessCommand] = []
    if !clerk.hasKey(steward.id) { steps.append(try clerk.newKey(for: steward.id)) }
    steps.append(
      .role(.end(EndRole(assignment: application.stewardship, hasSuccessor: true))))
    steps.append(
      .role(
        .assign(
          AssignRole(
            assignment: id, role: .steward, holder: steward.id, system: application.id,
            from: now))))
    try clerk.record(
      steps.map { Recording.Step($0) }, by: custodian, caseNumber: caseNumber(),
      reason: "Ny systemförvaltare är utsedd.")
    application.steward = steward
    application.stewardship = id
  }

  /// Something held that nothing else is about to happen to.
  func someHolding(_ isFit: (Holding) -> Bool = { _ in true }) -> Holding? {
    guard let worker = somebody() else { return nil }
    return source.pick(
      worker.holdings.filter { !$0.isOver && $0.until == nil && isFit($0) })
  }

  private func suspendSome() throws {
    guard let holding = someHolding() else { return }
    let steward = holding.system.steward
    guard steward !== holding.holder else { return }
    holding.holder.busyUntil = now.later(days: 8)
    try clerk.record(
      .grant(.suspend(SuspendGrant(grant: holding.grant, by: steward.id, cause: .risk))),
      by: steward.id, reason: "Ovanlig användning utreds.")
    plan(office(after: now.later(days: 2 + source.below(4)))) { [self] in
      guard
        clerk.register.holders(of: .steward, for: holding.system.id, at: now)
          .contains(where: { $0.holder == steward.id })
      else {
        try end(holding, by: holding.system.steward.id)
        return
      }
      try clerk.record(
        .grant(.resume(ResumeGrant(grant: holding.grant, by: steward.id))), by: steward.id,
        reason: "Utredningen visade inget fel.")
    }
  }

  private func narrowSome() throws {
    // By what was looked at long ago it would be overdue at once.
    let holding = someHolding { [self] in nights == nil || $0.since > now.later(days: -15) }
    guard let holding else { return }
    let steward = holding.system.steward.id
    try clerk.record(
      .grant(.narrow(NarrowGrant(grant: holding.grant, by: steward, reviewDays: 30))), by: steward,
      reason: "Granskas oftare.")
    holding.holder.isReviewedOften = true
  }

  private func revokeSome() throws {
    guard let holding = someHolding(), let leader = holding.holder.unit.leader else { return }
    try end(holding, by: leader.id)
  }

  private func changeSome() throws {
    guard let application = source.pick(applications), let right = source.pick(application.rights)
    else { return }
    if source.chance(500) {
      try clerk.record(
        .system(
          .changeEntitlement(
            ChangeEntitlement(
              entitlement: right.id,
              conditions: EntitlementConditions(yearlyCost: Int64(source.below(9_000)))))),
        by: application.steward.id, reason: "Nytt avtal om licenser.")
    } else {
      try clerk.record(
        .system(.change(ChangeSystem(system: application.id, support: "Kundstöd"))),
        by: application.owner.id, reason: "Stödet är samlat.")
    }
  }

  /// What was recorded a little wrong is corrected by the security coordinator.
  private func correctSome() throws {
    let targets = confirmed.suffix(40).filter { _ in source.chance(60) }
    confirmed.removeAll()
    try clerk.record(
      targets.map { target in
        Recording.Step(
          .correct(
            CorrectEvent(
              position: target.position,
              change: .value(
                field: "effective", "\"\(target.at.later(minutes: -10))\""), decider: security)))
      }, by: security, reason: "Borttagningen gjordes något tidigare.")
  }

  private func planSummers() {
    var summer = begin.later(days: 150)
    while summer < lastBegun {
      plan(office(after: summer)) { [self] in
        let units = workplaces.filter { $0.kind == .unit }
        for _ in 0..<(profile.temporaries / 3) {
          guard let unit = source.pick(units) else { return }
          let worker = try welcome(
            to: unit, .temporary, until: now.later(days: 60 + source.below(20)))
          settle(worker, within: 5)
          planDeparture(of: worker, at: worker.leaves)
        }
      }
      summer = summer.later(days: 365)
    }
  }

  private func planElections() {
    guard let term = Instant("2023-01-01T00:00:00.000Z"), begin < term, term < lastBegun,
      let next = Instant("2027-01-01T00:00:00.000Z")
    else { return }
    plan(office(after: term.later(days: 1))) { [self] in
      let places = workplaces.filter { $0.kind == .administration && $0.id != staff?.id }
      for index in 0..<profile.elected {
        let worker = try welcome(to: places[index % places.count], .elected, until: next)
        settle(worker, within: 30)
      }
    }
  }

  /// Two units become one.
  private func planReorganisation() {
    let moment = office(after: begin.later(days: 500))
    plan(moment) { [self] in
      let units = workplaces.filter { $0.kind == .unit }
      guard let closed = units.last,
        let heir = units.last(where: { $0.entity == closed.entity && $0.id != closed.id })
      else { return }
      let roles = clerk.register.roles(for: closed.id, at: now)
      let steps: [AccessCommand] =
        roles.map { .role(.end(EndRole(assignment: $0.id))) }
        + [.unit(.close(CloseUnit(unit: closed.id, successors: [heir.id])))]
      try clerk.record(
        steps.map { Recording.Step($0) }, by: custodian, caseNumber: caseNumber(),
        reason: "Enheterna slås samman.")
      workplaces.removeAll { $0 === closed }
      for worker in closed.workers { worker.unit = heir }
      heir.workers += closed.workers
    }
  }
}
