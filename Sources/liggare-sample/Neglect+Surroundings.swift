import AccessModel
import Chronology
import Commands
import Projections
import Transparency

// What access rests on: systems, accounts, people, rules.
extension Neglect {
  var surroundingRules: [Rule] {
    [
      Rule(latest: 340) { [self] in try vacant($0) },
      Rule(latest: 350, isAtOnce: true) { [self] in try changed($0) },
      Rule(latest: 320) { [self] in try classEnds($0) },
      Rule(latest: 350, isAtOnce: true) { [self] in try unknownAccount($0) },
      Rule(latest: 350, isAtOnce: true) { [self] in try unreconciled($0) },
      Rule(latest: 350) { [self] in try emergency($0) },
      Rule(latest: 345) { [self] in try unsponsored($0) },
      Rule(latest: 320) { [self] in try unrotated($0) },
      Rule(latest: 350, isAtOnce: true) { [self] in try unlikePeers($0) },
      Rule(latest: 340, isAtOnce: true) { [self] in try rushed($0) },
      Rule(latest: 320) { [self] in try oldPolicy($0) },
      // Such access is to be looked at each quarter: what stays is to be younger when the year is over.
      Rule(earliest: 285, latest: 350) { [self] in try protected($0) },
    ]
  }

  /// ST-09: a system has no deputy for fourteen days.
  private func vacant(_ fate: Fate) throws {
    let application = try system()
    guard let deputy = town.staff?.workers[11] else { return }
    try clerk.record(
      .role(.end(EndRole(assignment: application.deputyship))), by: town.custodian,
      reason: "Slutar som ersättare.")
    let due = try days(14, after: now)
    expect(
      "ST-09", "\(application.id)", since: due, from: due, fate, "no deputy for a fortnight"
    ) { [self] in try town.assign(.deputy, deputy, system: application.id) }
  }

  private func classify(_ application: Application, validUntil: Instant? = nil) throws {
    guard let classification = Classification("1/1/1") else { return }
    try clerk.record(
      .system(
        .classify(
          ClassifySystem(
            system: application.id, classification: classification, validUntil: validUntil))),
      by: application.steward.id)
  }

  /// ST-10: what a system holds changes, and its class is from before.
  private func changed(_ fate: Fate) throws {
    let application = try system()
    town.plan(now.later(hours: 1)) { [self] in
      try clerk.record(
        .system(.change(ChangeSystem(system: application.id, personalData: .sensitive))),
        by: application.owner.id, reason: "Ny uppgift i systemet.")
      expect(
        "ST-10", "\(application.id)", since: now, from: now, fate,
        "classified before what it holds changed"
      ) { [self] in try classify(application) }
    }
  }

  /// ST-10: a class that was to hold for thirty days.
  private func classEnds(_ fate: Fate) throws {
    let until = now.later(days: 30)
    let application = try defects.system("1/1/1", validUntil: until)
    expect(
      "ST-10", "\(application.id)", since: until, from: until, fate, "nobody classified it again"
    ) { [self] in try classify(application) }
  }

  /// ST-11: an account that nobody answers for.
  private func unknownAccount(_ fate: Fate) throws {
    let application = try system()
    let account: AccountID = town.new()
    try clerk.record(
      .system(
        .findAccount(FindAccount(account: account, system: application.id, kind: .service))),
      by: defects.desk)
    expect("ST-11", "\(account)", since: now, from: now, fate, "nobody answers for the account") {
      [self] in
      try clerk.record(
        .system(
          .describeAccount(
            DescribeAccount(
              account: account, system: application.id, kind: .service,
              owner: application.steward.id, rotationDays: 400, purpose: "Används av en tjänst"))),
        by: town.custodian)
    }
  }

  /// ST-11: a system gives a right that nobody has decided.
  private func unreconciled(_ fate: Fate) throws {
    let application = try system()
    let worker = try person()
    let account: AccountID = town.new()
    let reconciliation: ReconciliationID = town.new()
    try clerk.record(
      .system(
        .findAccount(
          FindAccount(
            account: account, system: application.id, kind: .personal, person: worker.id))),
      .observation(
        .reconcile(
          RecordReconciliation(
            reconciliation: reconciliation, system: application.id,
            source: SHA256.digest(of: Array("\(reconciliation)".utf8)), taken: now,
            rights: [
              AccountRight(account: account, entitlement: application.rights[0].id.name)
            ]))), by: defects.desk)
    expect("ST-11", "\(account)", since: now, from: now, fate, "given, and never decided") {
      [self] in
      try clerk.record(
        .observation(
          .resolve(
            ResolveDiscrepancy(
              reconciliation: reconciliation, number: 1, outcome: .removed, by: defects.desk))),
        by: defects.desk, reason: "Borttaget i systemet.")
    }
  }

  /// ST-14: emergency access of eight hours, to be followed up three days after.
  private func emergency(_ fate: Fate) throws {
    guard let application = town.applications.first(where: { $0.kind.isForEmergencies }),
      let unit = town.workplaces.first(where: {
        $0.entity == application.body && $0.kind == .unit
      })
    else { return }
    let worker = try person(in: unit)
    let grant: GrantID = town.new()
    try clerk.record(
      .grant(
        .activateEmergency(
          ActivateEmergency(
            grant: grant, person: worker.id, entitlement: application.rights[0].id, kind: .real,
            hours: 8, notified: [.steward]))), by: defects.desk, reason: "Ordinarie kan inte nås.")
    town.plan(now.later(hours: 9)) { [self] in
      try clerk.record(
        .grant(.confirmRemoval(ConfirmRemoval(grant: grant, by: defects.desk))), by: defects.desk)
    }
    let due = now.later(hours: 8).later(days: 3)
    expect(
      "ST-14", "\(grant)", since: due, from: due, fate, "nobody followed the emergency access up"
    ) { [self] in
      try clerk.record(
        .grant(
          .followUpEmergency(
            FollowUpEmergency(
              grant: grant, reviewer: application.steward.id, judgement: .justified))),
        by: application.steward.id)
    }
  }

  /// ST-16: who answers for an external leaves.
  private func unsponsored(_ fate: Fate) throws {
    let sponsor = try person()
    let worker = try defects.person(
      in: place, .supplier, until: town.end.later(days: 60), sponsor: sponsor.id)
    let zone = try clerk.zone
    let last = Day(number: zone.day(of: now).number + 2)
    try clerk.record(
      .person(.leave(EndAffiliation(affiliation: sponsor.affiliation, lastDay: last))),
      by: town.personnel)
    let gone = zone.end(of: last)
    expect(
      "ST-16", "\(worker.id)", since: gone, from: gone, fate, "who answered for them has left"
    ) { [self] in
      try clerk.record(
        .person(.move(MovePerson(affiliation: worker.affiliation, sponsor: place.leader?.id))),
        by: town.personnel)
    }
  }

  /// ST-17: a shared secret that was to be changed within thirty days.
  private func unrotated(_ fate: Fate) throws {
    let application = try system()
    let account: AccountID = town.new()
    func describe(rotationDays: Int64) throws {
      try clerk.record(
        .system(
          .describeAccount(
            DescribeAccount(
              account: account, system: application.id, kind: .shared,
              owner: application.steward.id, members: [application.deputy.id],
              rotationDays: rotationDays, purpose: "Delas i receptionen"))), by: town.custodian)
    }
    try describe(rotationDays: 30)
    let due = now.later(days: 30)
    expect(
      "ST-17", "\(account)", since: due, from: due, fate, "nobody changed the shared secret"
    ) { [self] in
      try clerk.record(.system(.rotateAccount(RotateAccount(account: account))), by: town.custodian)
      try describe(rotationDays: 400)
    }
  }

  /// ST-20: five rights that none of five colleagues has.
  private func unlikePeers(_ fate: Fate) throws {
    let unit = try unit(below: place)
    let application = try system(rights: ["read", "write", "attest", "old", "admin"])
    let worker = try person(in: unit)
    for _ in 0..<5 { _ = try person(in: unit) }
    for index in 0..<5 { _ = try defects.give(worker, application, index) }
    expect(
      "ST-20", "\(worker.id)", since: now, from: now, fate, "five rights that no colleague has"
    ) { [self] in try end(worker.holdings[4]) }
  }

  /// ST-22: thirteen answers at once, where the rules allow twelve within five minutes.
  private func rushed(_ fate: Fate) throws {
    let application = try system()
    let owner = try person()
    guard let role = clerk.register.holders(of: .owner, for: application.id, at: now).first else {
      return
    }
    try clerk.record(
      .role(.end(EndRole(assignment: role.id, hasSuccessor: true))), by: town.custodian,
      caseNumber: town.caseNumber(), reason: "Ny ägare är utsedd.")
    try town.assign(.owner, owner, system: application.id)
    var holdings: [Holding] = []
    for _ in 0..<13 { holdings.append(try defects.give(try person(), application)) }
    nights.reviewers.unanswered.formUnion(holdings.map(\.grant))
    let review = try begin { $0.system = application.id }
    for (index, holding) in holdings.enumerated() {
      town.plan(now.later(minutes: fate == .missed && index > 0 ? 10 : 0)) { [self] in
        try keep(holding, in: review, by: owner)
      }
    }
    expect("ST-22", "\(owner.id)", since: now, from: now, fate, "thirteen answers at once") {
      [self] in
      if fate == .missed { return }
      try keep(holdings[0], in: try begin { $0.person = holdings[0].holder.id }, by: owner)
    }
  }

  private func begin(_ scope: (inout PlanReview) -> Void) throws -> ReviewID {
    let review = ReviewID(number: clerk.register.campaigns.nextNumber)
    var plan = PlanReview(review: review, axis: .event, opens: now, planner: town.security)
    plan.trigger = .adHoc
    plan.reviewer = .owner
    scope(&plan)
    try clerk.record(
      .review(.plan(plan)), .review(.start(StartReview(review: review))), by: town.security)
    return review
  }

  private func keep(_ holding: Holding, in review: ReviewID, by reviewer: Worker) throws {
    try clerk.record(
      .review(
        .answer(
          AnswerReviewItem(
            review: review, grant: holding.grant, reviewer: reviewer.id, outcome: .keep))),
      by: reviewer.id, reason: "Behövs fortfarande.")
  }

  /// ST-23: rules that were to be looked at again within thirty days.
  private func oldPolicy(_ fate: Fate) throws {
    let application = try system()
    let name = "regler-\(application.id.number ?? 0)"
    func adopt(_ version: Int, reviewBy: Instant) throws {
      guard
        let document = DocumentText(
          "liggare-policy: 1\npolicy: \(name)-\(version)\ntitle: Utgåva \(version)\n\n"
            + "[level-1]\nreview: P12M\n")
      else { return }
      try clerk.record(
        .policy(
          .adopt(
            AdoptPolicy(
              level: .system, system: application.id, body: UnitID(number: 1), from: now,
              reviewBy: reviewBy, document: document))), by: town.registrar,
        caseNumber: town.caseNumber())
    }
    let due = now.later(days: 30)
    try adopt(1, reviewBy: due)
    expect("ST-23", "\(name)-1", since: due, from: due, fate, "nobody looked at the rules again") {
      [self] in try adopt(2, reviewBy: now.later(days: 400))
    }
  }

  /// ST-25: a system comes to hold protected identities, and its access is looked at once a year.
  private func protected(_ fate: Fate) throws {
    let application = try system()
    let holding = try defects.give(try person(), application)
    town.plan(now.later(hours: 1)) { [self] in
      try clerk.record(
        .system(.change(ChangeSystem(system: application.id, personalData: .protected))),
        by: application.owner.id, reason: "Skyddade personuppgifter förs in.")
      let changed = now
      town.plan(now.later(minutes: 5)) { [self] in try classify(application) }
      expect(
        "ST-25", "\(holding.grant)", since: changed, from: changed, fate,
        "protected identities, and looked at once a year"
      ) { [self] in try end(holding) }
    }
  }
}
