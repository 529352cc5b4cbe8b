import AccessLedger
import AccessModel
import Chronology
import Commands
import Transparency

/// A request on its way from the need to the access.
final class Errand {
  let request: RequestID
  let worker: Worker
  let right: Right
  let system: Application
  let until: Instant?
  /// The grant it renews, or the access that was found.
  var holding: Holding?
  let isRenewal: Bool
  /// Who asks, when it is another than whom it is for; and the need in words, when they are others than the history's own.
  var requester: Worker?
  var need: String?

  init(
    _ request: RequestID, _ worker: Worker, _ right: Right, _ system: Application,
    until: Instant?, holding: Holding? = nil, isRenewal: Bool = false
  ) {
    self.request = request
    self.worker = worker
    self.right = right
    self.system = system
    self.until = until
    self.holding = holding
    self.isRenewal = isRenewal
  }
}

// Access from the need to its end.
extension Municipality {
  /// A right that somebody could have and has not.
  func someRight(for worker: Worker) -> (Right, Application)? {
    for _ in 0..<12 {
      guard let application = source.pick(applications),
        application.users.map({ $0 == worker.unit.entity }) ?? true,
        let right = source.pick(application.rights)
      else { continue }
      if right.isPrivileged, worker.category != .employee || !source.chance(300) { continue }
      let isOpposed = right.opposite.map(worker.has) ?? false
      if nights != nil, !isUsual(right, in: worker.unit) { continue }
      let isOwnDelegate = right.decider == .delegate && application.owner === worker
      if worker.has(right.id) || isOpposed || isOwnDelegate || closedRights.contains(right.id) {
        continue
      }
      return (right, application)
    }
    return nil
  }

  /// Whether it is one of the rights that the people of a part of the organisation have; colleagues have much the same.
  private func isUsual(_ right: Right, in unit: Workplace) -> Bool {
    let rights = applications.filter { $0.users.map { $0 == unit.entity } ?? true }
      .flatMap(\.rights).filter { !$0.isPrivileged }
    let count = profile.grantsPerEmployee + 2
    let first = (unit.entity.number ?? 0) * 5
    return (0..<count).contains { rights[(first + $0 * 3) % rights.count].id == right.id }
      || right.isPrivileged
  }

  /// Whether one right more does not set them apart from their colleagues, where nights are to flag nothing but what is put in.
  func hasRoom(_ worker: Worker) -> Bool { nights == nil || worker.rightsCount < 4 }

  /// When the access is to end; `nil` where only reviews bound it.
  private func end(for worker: Worker, _ right: Right) -> Instant? {
    switch worker.category {
    case .employee, .service: right.isPrivileged ? now.later(days: 330) : nil
    case .temporary, .elected, .student: min(worker.leaves, now.later(days: 350))
    case .external, .supplier: min(worker.leaves, now.later(days: 170))
    }
  }

  /// Asks for something for somebody, and sees it through.
  func ask(for worker: Worker) throws {
    // Who stands in for the director would be endorsed by whom they stand in for.
    guard worker.leaves > now.later(days: 30), worker.busyUntil < now, worker !== director,
      worker.id != auditor, nights == nil || worker !== staff?.standIn, hasRoom(worker),
      let (right, application) = someRight(for: worker)
    else { return }
    try ask(for: worker, right, application)
  }

  func ask(for worker: Worker, _ right: Right, _ application: Application, until: Instant? = nil)
    throws
  {
    try learn(right, worker)
    let errand = Errand(
      new(), worker, right, application, until: until ?? end(for: worker, right))
    worker.pending.insert(right.id)
    if source.chance(350) {
      try issue(errand)
    } else {
      try submit(errand)
      plan(soon(hours: 30)) { [self] in try endorse(errand) }
    }
  }

  func learn(_ right: Right, _ worker: Worker) throws {
    guard let course = right.course,
      worker.courses[course].map({ $0 < now.later(days: 60) }) ?? true
    else { return }
    try train(worker, course)
  }

  func train(_ worker: Worker, _ course: CourseCode) throws {
    let until = now.later(days: 400)
    worker.courses[course] = until
    try clerk.record(
      .person(
        .train(
          RecordTraining(
            person: worker.id, course: course, completed: now, validUntil: until))),
      by: personnel)
    plan(office(after: now.later(days: 350 + source.below(20)))) { [self] in
      guard worker.leaves > now.later(days: 40), worker.courses[course] == until,
        !untrained.contains(worker.id)
      else { return }
      try train(worker, course)
    }
  }

  func submission(_ errand: Errand) -> AccessCommand {
    let number = errand.request.number ?? 0
    return .request(
      .submit(
        SubmitRequest(
          request: errand.request, kind: errand.isRenewal ? .renew : .new,
          grant: errand.isRenewal ? errand.holding?.grant : nil, person: errand.worker.id,
          entitlement: errand.right.id, from: now, until: errand.until,
          requester: (errand.requester ?? errand.worker).id, purpose: .publicTask,
          duty: Names.duties[number % Names.duties.count],
          need: errand.need
            ?? "\(Names.needs[number % Names.needs.count]), ärendegrupp \(number)",
          analysis: errand.system.analysis)))
  }

  private func submit(_ errand: Errand) throws {
    try clerk.record(submission(errand), by: administrator)
  }

  /// Who says that the need is real: who leads the unit or stands in, and is not the one who will decide.
  func endorser(of errand: Errand) -> Worker? {
    let worker = errand.worker
    let decider = decider(of: errand)
    var able = [worker.unit.leader, worker.unit.above?.leader, director, staff?.standIn]
    if nights != nil, worker === worker.unit.standIn { able.removeFirst() }
    if isHoliday, worker !== worker.unit.leader, source.chance(350) {
      able.insert(worker.unit.standIn, at: 0)
    }
    if worker.unit.id != staff?.id { able.removeAll { $0 === staff?.standIn } }
    return able.compactMap(\.self).first { $0 !== worker && $0 !== decider }
  }

  /// Who decides: the steward or, now and then in July, the deputy; on the committee's behalf the head of its administration; and for
  /// those two who stands above them.
  func decider(of errand: Errand) -> Worker {
    let system = errand.system
    if errand.right.decider == .delegate { return system.owner }
    if errand.worker === system.steward || errand.worker === system.deputy { return system.owner }
    return isHoliday && source.chance(350) ? system.deputy : system.steward
  }

  func endorsement(_ errand: Errand, _ endorser: Worker) -> AccessCommand {
    .request(
      .endorse(
        EndorseRequest(
          request: errand.request, endorser: endorser.id, outcome: .supported, hasNoInterest: true))
    )
  }

  private func endorse(_ errand: Errand) throws {
    guard let endorser = endorser(of: errand) else { return }
    let isOwn = clerk.hasKey(endorser.id) && source.chance(600)
    try clerk.record(
      endorsement(errand, endorser), by: isOwn ? endorser.id : administrator,
      caseNumber: isOwn ? nil : caseNumber())
    plan(soon(hours: 40)) { [self] in try decide(errand) }
  }

  private func approval(_ errand: Errand, by decider: Worker) -> AccessCommand {
    .request(
      .approve(
        ApproveRequest(
          request: errand.request, grant: errand.holding?.grant ?? new(), deciders: [decider.id])))
  }

  private func decide(_ errand: Errand) throws {
    let decider = decider(of: errand)
    let isOwn = clerk.hasKey(decider.id) && source.chance(600)
    let by = isOwn ? decider.id : administrator
    let number = isOwn ? nil : caseNumber()
    if errand.holding == nil, source.chance(70) {
      errand.worker.pending.remove(errand.right.id)
      try clerk.record(
        .request(
          .deny(
            DenyRequest(request: errand.request, deciders: [decider.id], ground: .needNotShown))),
        by: by, caseNumber: number, reason: "En snävare behörighet räcker.")
      return
    }
    let command = approval(errand, by: decider)
    try clerk.record(command, by: by, caseNumber: number)
    guard case .request(.approve(let approve)) = command else { return }
    if let holding = errand.holding {
      errand.worker.pending.remove(errand.right.id)
      holding.until = errand.until
      holding.decider = decider
      watch(holding)
      return
    }
    plan(soon(hours: 3)) { [self] in try carryOut(errand, approve.grant, decided: decider) }
  }

  private func provisioning(_ errand: Errand, _ grant: GrantID) throws -> [AccessCommand] {
    var account: AccountID?
    var steps: [AccessCommand] = []
    if errand.right.isPrivileged {
      account = errand.worker.adminAccounts[errand.system.id]
      if account == nil {
        let new: AccountID = new()
        errand.worker.adminAccounts[errand.system.id] = new
        account = new
        steps.append(
          .system(
            .findAccount(
              FindAccount(
                account: new, system: errand.system.id, kind: .admin, person: errand.worker.id))))
      }
    }
    steps.append(
      .grant(.provision(ProvisionGrant(grant: grant, by: administrators[0], account: account))))
    return steps
  }

  private func carryOut(_ errand: Errand, _ grant: GrantID, decided decider: Worker) throws {
    try clerk.record(
      try provisioning(errand, grant).map { Recording.Step($0) }, by: administrators[0])
    hold(errand, grant, decided: decider)
  }

  private func hold(_ errand: Errand, _ grant: GrantID, decided decider: Worker) {
    errand.worker.pending.remove(errand.right.id)
    let holding = Holding(
      grant, errand.right, errand.system, errand.worker, since: now, until: errand.until)
    holding.decider = decider
    errand.worker.holdings.append(holding)
    watch(holding)
  }

  /// All of it in one command, as the case shows it.
  func issue(_ errand: Errand) throws {
    guard let endorser = endorser(of: errand) else { return }
    var decider = decider(of: errand)
    if decider === endorser { decider = errand.system.steward }
    let approval = approval(errand, by: decider)
    guard case .request(.approve(let approve)) = approval else { return }
    let steps = [submission(errand), endorsement(errand, endorser), approval]
    try clerk.record(
      (steps + (try provisioning(errand, approve.grant))).map { Recording.Step($0) },
      by: administrators[0], caseNumber: caseNumber())
    hold(errand, approve.grant, decided: decider)
  }

  /// Sees to what is to happen when the time of a grant runs out.
  func watch(_ holding: Holding) {
    guard let until = holding.until, until < holding.holder.leaves else { return }
    let isRenewed = source.chance(700) && !isOpposed(holding)
    if isRenewed {
      plan(office(after: until.later(days: -12))) { [self] in
        guard !holding.isOver, now < lastBegun, holding.holder.leaves > now.later(days: 40),
          holding.holder.busyUntil < now
        else { return }
        let errand = Errand(
          new(), holding.holder, holding.right, holding.system,
          until: end(for: holding.holder, holding.right), holding: holding, isRenewal: true)
        holding.holder.pending.insert(holding.right.id)
        try submit(errand)
        plan(soon(hours: 24)) { [self] in try endorse(errand) }
      }
    }
    plan(until.later(hours: 1 + source.below(3))) { [self] in
      guard !holding.isOver, holding.until == until else { return }
      holding.isOver = true
      cure(holding, at: until)
      if nights == nil {
        try clerk.record(
          .grant(.noteExpiry(NoteExpiry(grant: holding.grant))), by: custodian)
      }
      try confirmRemoval([holding])
    }
  }

  private func isOpposed(_ holding: Holding) -> Bool { holding.right.opposite != nil }

  func confirmRemoval(_ holdings: [Holding]) throws {
    guard !holdings.isEmpty else { return }
    let first = clerk.eventCount
    try clerk.record(
      holdings.map {
        Recording.Step(
          .grant(.confirmRemoval(ConfirmRemoval(grant: $0.grant, by: administrators[0]))))
      }, by: administrators[0])
    for (index, holding) in holdings.enumerated() where holding.holder.id.number != 1 {
      confirmed.append((first + UInt64(index), now))
    }
  }

  /// Ends a grant before its time, and removes it.
  func end(_ holding: Holding, by person: PersonID, _ cause: RevocationCause = .needEnded) throws {
    holding.isOver = true
    cure(holding, at: now)
    try clerk.record(
      .grant(.revoke(RevokeGrant(grant: holding.grant, by: person, cause: cause))), by: person,
      reason: "Behövs inte längre.")
    plan(now.later(minutes: 30 + source.below(150))) { [self] in try confirmRemoval([holding]) }
  }

  /// Access that was found on the first days; decided or taken away within ninety.
  func takeOver(_ count: Int) throws {
    for _ in 0..<count {
      let able = workers.filter {
        $0.category == .employee && $0 !== director && (nights == nil || $0 !== staff?.standIn)
      }
      guard let worker = source.pick(able), worker.id != auditor,
        let (right, application) = someRight(for: worker), !right.isPrivileged,
        right.decider == .steward
      else { continue }
      try learn(right, worker)
      let account: AccountID = new()
      let grant: GrantID = new()
      try clerk.record(
        .system(
          .findAccount(
            FindAccount(
              account: account, system: application.id, kind: .personal, person: worker.id))),
        .grant(
          .takeOver(
            TakeOverGrant(
              grant: grant, entitlement: right.id, account: account, person: worker.id,
              source: .init(bytes: .init())))), by: custodian)
      let holding = Holding(grant, right, application, worker, since: now, until: nil)
      worker.holdings.append(holding)
      worker.pending.insert(right.id)
      plan(office(after: now.later(days: 5 + source.below(60)))) { [self] in
        guard source.chance(850) else {
          worker.pending.remove(right.id)
          try end(holding, by: application.steward.id, .unauthorised)
          return
        }
        let errand = Errand(new(), worker, right, application, until: nil, holding: holding)
        try submit(errand)
        plan(soon(hours: 24)) { [self] in try endorse(errand) }
      }
    }
  }
}
