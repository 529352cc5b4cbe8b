import AccessLedger
import AccessModel
import Chronology
import Commands
import Events
import Projections
import Transparency

// What nobody did that should have been done, and what is left of it when the history ends.
extension Defects {
  /// Each with how many days before the end it begins.
  var states: [(daysBefore: Int, () throws -> Void)] {
    [
      (150, forgottenEmergency), (149, forgottenReport), (148, forgottenRotation),
      (147, undecidedTooLong), (100, unclassified), (99, withoutSteward), (98, withoutDeputy),
      (97, ownDeputy), (96, oldClass), (95, unanalysed), (94, withoutRights), (93, oldPolicy),
      (92, leaverWithRole), (91, splitUnit), (90, undescribed), (89, unansweredAccount),
      (88, accountOfLeaver), (87, brokenSeparation), (86, endedException), (85, widenedRight),
      (84, lackingCourse), (83, lapsedCourse), (82, retiredRight), (81, lateRemoval),
      (80, notCarriedOut), (79, keptAbsence), (78, leftSponsor), (77, unconfirmedMove),
      (76, withoutOwner),
    ]
  }

  private func leave(_ worker: Worker, after days: Int = 0) throws {
    let day = Day(number: Int32(now.milliseconds / 86_400_000) + Int32(days))
    try clerk.record(
      .person(.leave(EndAffiliation(affiliation: worker.affiliation, lastDay: day))),
      by: town.personnel)
  }

  private func forgottenEmergency() throws {
    guard let application = town.applications.first(where: { $0.kind.isForEmergencies }) else {
      return
    }
    let unit = town.workplaces.first { $0.entity == application.body && $0.kind == .unit }
    let worker = try person(in: unit)
    let grant: GrantID = town.new()
    try clerk.record(
      .grant(
        .activateEmergency(
          ActivateEmergency(
            grant: grant, person: worker.id, entitlement: application.rights[0].id, kind: .real,
            hours: 8, notified: [.steward]))), by: desk, reason: "Ordinarie kan inte nås.")
    town.plan(now.later(hours: 9)) { [self] in
      try clerk.record(
        .grant(.confirmRemoval(ConfirmRemoval(grant: grant, by: desk))), by: desk)
    }
    found("FND-17", "\(grant)", "nobody followed the emergency access up")
    late("emergencies", grant, "nobody followed the emergency access up")
  }

  private func forgottenReport() throws {
    guard
      let application = town.applications.first(where: { application in
        application.rights.contains { $0.decider == .delegate }
      }), let right = application.rights.first(where: { $0.decider == .delegate })
    else { return }
    let unit = town.workplaces.first { $0.entity == application.body && $0.kind == .unit }
    let errand = Errand(town.new(), try person(in: unit), right, application, until: nil)
    town.leftUnreported.insert(errand.request)
    let first = clerk.eventCount
    try town.issue(errand)
    // Submitted, endorsed, and then decided.
    broken("INV-07", at: first + 2, "a delegated decision was never reported")
    found("FND-18", "\(errand.request)", "a delegated decision was never reported")
    found("", in: "unreported-decisions", "\(errand.request)", "it was never reported")
  }

  private func forgottenRotation() throws {
    guard let account = town.describedAccounts.last else { return }
    town.unrotated.insert(account)
    found("FND-16", "\(account)", "nobody changed the account's secret")
  }

  private func undecidedTooLong() throws {
    let application = try system()
    let worker = try person()
    let (account, grant): (AccountID, GrantID) = (town.new(), town.new())
    try clerk.record(
      .system(
        .findAccount(
          FindAccount(
            account: account, system: application.id, kind: .personal, person: worker.id))),
      .grant(
        .takeOver(
          TakeOverGrant(
            grant: grant, entitlement: application.rights[0].id, account: account,
            person: worker.id, source: .init(bytes: .init())))), by: town.custodian)
    late("undecided", grant, "found, and not decided within ninety days")
  }

  private func unclassified() throws {
    let application = try system(nil, isInOperation: false)
    found("FND-02", "\(application.id)", "nobody classified the system")
  }

  private func withoutSteward() throws {
    let application = try system()
    try clerk.record(
      .role(
        .end(
          EndRole(
            assignment: application.stewardship, vacantUntil: now.later(days: 30)))),
      by: town.custodian, reason: "Slutar som förvaltare.")
    found("FND-03", "\(application.id)", "no steward was appointed after the last one")
  }

  private func withoutDeputy() throws {
    let application = try system()
    try clerk.record(
      .role(.end(EndRole(assignment: application.deputyship))), by: town.custodian,
      reason: "Slutar som ersättare.")
    found("FND-04", "\(application.id)", "no deputy was appointed after the last one")
  }

  private func withoutOwner() throws {
    let application = try system()
    let held = clerk.register.holders(of: .owner, for: application.id, at: now)
    guard let role = held.first else { return }
    try clerk.record(
      .role(.end(EndRole(assignment: role.id, vacantUntil: now.later(days: 30)))),
      by: town.custodian, reason: "Slutar som ägare.")
    found("FND-01", "\(application.id)", "no owner was appointed after the last one")
  }

  private func ownDeputy() throws {
    let application = try system()
    let position = try clerk.force(
      .role(
        .assign(
          AssignRole(
            assignment: town.new(), role: .deputy, holder: application.steward.id,
            system: application.id, from: now))), by: town.custodian)
    broken("ROL-02", at: position, "the steward was made their own deputy")
    found("FND-05", "\(application.id)", "the steward is their own deputy")
  }

  private func oldClass() throws {
    let application = try system(validUntil: now.later(days: 30))
    found("FND-06", "\(application.id)", "nobody classified the system again")
  }

  private func unanalysed() throws {
    let application = try system(sector: .care)
    found("FND-07", "\(application.id)", "a care system without a needs-and-risk analysis")
  }

  private func withoutRights() throws {
    let application = try system(rights: [])
    found("FND-08", "\(application.id)", "in use, and nothing in it can be granted")
  }

  private func oldPolicy() throws {
    guard let committee = town.committees.first,
      let document = DocumentText(
        "liggare-policy: 1\npolicy: nämnd-1\ntitle: Nämndens regler\n\n[level-1]\nreview: P12M\n"
          .replacing("ä", with: "a"))
    else { return }
    try clerk.record(
      .policy(
        .adopt(
          AdoptPolicy(
            level: .entity, unit: committee.unit, body: committee.unit, from: now,
            reviewBy: now.later(days: 30), document: document))), by: town.registrar)
    found("FND-09", "namnd-1", "nobody looked at the committee's rules again")
  }

  private func leaverWithRole() throws {
    let worker = try person()
    let application = try system()
    let role = try town.assign(.helpdesk, worker)
    let holding = try give(worker, application)
    try leave(worker)
    found("FND-10", "\(worker.id)", "the leaver's key still signs")
    found("FND-11", "\(role)", "the leaver still has a role")
    found("PER-10", in: "organisation-findings", "\(worker.id)", "the leaver holds things")
    late("ending", holding.grant, "the leaver's access was not removed")
  }

  private func splitUnit() throws {
    let parts: [UnitID] = [town.new(), town.new(), town.new()]
    for (index, part) in parts.enumerated() {
      try clerk.record(
        .unit(
          .register(
            RegisterUnit(
              unit: part, name: "Projekt \(index + 1)", kind: .unit, parent: UnitID(number: 2)))),
        by: town.custodian)
    }
    let place = Workplace(parts[0], .unit, entity: UnitID(number: 1), isCompany: false, above: nil)
    _ = try person(in: place)
    try clerk.record(
      .unit(.close(CloseUnit(unit: parts[0], successors: [parts[1], parts[2]]))),
      by: town.custodian, reason: "Projektet delas.")
    found("FND-12", "\(parts[0])", "somebody was left in a unit that was split")
    found("ORG-05", in: "organisation-findings", "\(parts[0])", "somebody was left in it")
  }

  private func undescribed() throws {
    let application = try system(rights: [])
    guard let id = EntitlementID("\(application.id)/r17") else { return }
    let position = try clerk.force(
      .system(
        .define(
          DefineEntitlement(
            entitlement: id, name: "R17", description: "R17", account: .personal,
            privilege: .ordinary, decidedBy: .steward))), by: application.steward.id)
    broken("SYS-07", at: position, "the right was described by a code")
    found("FND-13", "\(id)", "the right is described by a code")
  }

  private func unansweredAccount() throws {
    let application = try system()
    let account: AccountID = town.new()
    try clerk.record(
      .system(
        .findAccount(FindAccount(account: account, system: application.id, kind: .shared))),
      by: desk)
    found("FND-14", "\(account)", "nobody answers for the shared account")
  }

  private func accountOfLeaver() throws {
    let application = try system()
    let worker = try person()
    let account: AccountID = town.new()
    try clerk.record(
      .system(
        .describeAccount(
          DescribeAccount(
            account: account, system: application.id, kind: .service, owner: worker.id,
            rotationDays: 400, purpose: "Används av en tjänst"))), by: town.custodian)
    try leave(worker)
    found("FND-15", "\(account)", "who answered for the account has left")
  }

  private func brokenSeparation() throws {
    let application = try system(rights: ["write", "attest"])
    let worker = try person()
    _ = try give(worker, application, 0)
    _ = try give(worker, application, 1)
    let rule = try adoptRule(application, .block)
    found("FND-19", "\(rule)", "held together before the rule was adopted, and still")
    found("", in: "separation-conflicts", "\(rule)", "held together without an exception")
  }

  private func endedException() throws {
    let application = try system(rights: ["write", "attest"])
    let worker = try person()
    _ = try give(worker, application, 0)
    _ = try give(worker, application, 1)
    let rule = try adoptRule(application, .exception)
    try clerk.record(
      .separation(
        .except(
          ApproveSeparationException(
            exception: town.new(), rule: rule, person: worker.id,
            control: "Varje ärende granskas av en annan", deciders: [application.owner.id],
            from: now, until: now.later(days: 30)))), by: application.owner.id)
    found("FND-20", "\(rule)", "the exception ended, and both are still held")
    found("", in: "separation-conflicts", "\(rule)", "held together after the exception ended")
  }

  private func widenedRight() throws {
    let application = try system()
    let holding = try give(try person(), application)
    town.plan(town.office(after: now.later(days: 2))) { [self] in
      try clerk.record(
        .system(
          .changeEntitlement(
            ChangeEntitlement(
              entitlement: application.rights[0].id,
              description: "Arbetar med alla uppgifter i hela systemet"))),
        by: application.steward.id, reason: "Omfattar nu hela systemet.")
      found("FND-21", "\(holding.grant)", "the right gives more than when it was granted")
    }
  }

  private func lackingCourse() throws {
    guard let course = CourseCode("journal") else { return }
    let application = try system()
    let holding = try give(try person(), application)
    town.plan(town.office(after: now.later(days: 2))) { [self] in
      try clerk.record(
        .system(
          .changeEntitlement(
            ChangeEntitlement(
              entitlement: application.rights[0].id,
              conditions: EntitlementConditions(courses: [course])))),
        by: application.steward.id, reason: "Kräver utbildning.")
      found("FND-22", "\(holding.grant)", "the holder lacks the course that it came to ask for")
    }
  }

  private func lapsedCourse() throws {
    guard let course = CourseCode("journal") else { return }
    let application = try system()
    let worker = try person()
    try clerk.record(
      .system(
        .changeEntitlement(
          ChangeEntitlement(
            entitlement: application.rights[0].id,
            conditions: EntitlementConditions(courses: [course])))),
      by: application.steward.id, reason: "Kräver utbildning.")
    try clerk.record(
      .person(
        .train(
          RecordTraining(
            person: worker.id, course: course, completed: now, validUntil: now.later(days: 30)))),
      by: town.personnel)
    let holding = try give(worker, application)
    found("FND-22", "\(holding.grant)", "the course has lapsed")
    found("PER-08", in: "organisation-findings", "\(worker.id)", "the course has lapsed")
  }

  private func retiredRight() throws {
    let application = try system(rights: ["read", "old"])
    let holding = try give(try person(), application, 1)
    town.plan(town.office(after: now.later(days: 2))) { [self] in
      try clerk.record(
        .system(.retire(RetireEntitlement(entitlement: application.rights[1].id))),
        by: application.steward.id, reason: "Behövs inte i nya versionen.")
      found("FND-23", "\(holding.grant)", "what is retired is still held")
    }
  }

  private func lateRemoval() throws {
    let application = try system()
    let holding = try give(try person(), application)
    try clerk.record(
      .grant(
        .revoke(
          RevokeGrant(grant: holding.grant, by: application.steward.id, cause: .needEnded))),
      by: application.steward.id, reason: "Behövs inte längre.")
    late("ending", holding.grant, "revoked, and never removed")
  }

  private func notCarriedOut() throws {
    let application = try system()
    let errand = try wanted(try person(), application)
    let grant: GrantID = town.new()
    try clerk.record(approval(errand, application.steward, grant), by: application.steward.id)
    late("not-carried-out", grant, "decided, and never carried out")
  }

  private func keptAbsence() throws {
    let worker = try person()
    let application = try system()
    _ = try give(worker, application)
    try clerk.record(
      .person(
        .startAbsence(
          StartAbsence(
            affiliation: worker.affiliation, from: now, expectedUntil: town.end.later(days: 60),
            effect: .keep))), by: town.personnel)
    found(
      "PER-07", in: "organisation-findings", "\(worker.id)", "away for long with access in effect")
  }

  private func leftSponsor() throws {
    let sponsor = try person()
    let worker = try person(
      in: nil, .supplier, until: town.end.later(days: 60), sponsor: sponsor.id)
    try leave(sponsor, after: 1)
    found(
      "PER-03", in: "organisation-findings", "\(worker.id)", "who answered for them has left")
  }

  private func unconfirmedMove() throws {
    let units = town.workplaces.filter { $0.kind == .unit }
    let worker = try person(in: units[0])
    let application = try system()
    let holding = try give(worker, application)
    town.plan(town.office(after: now.later(days: 3))) { [self] in
      try clerk.record(
        .person(.move(MovePerson(affiliation: worker.affiliation, unit: units[1].id))),
        by: town.personnel)
      found(
        "PER-09", in: "organisation-findings", "\(worker.id)", "nobody confirmed the old access")
      late("ending", holding.grant, "it ended unconfirmed, and was not removed")
    }
  }
}
