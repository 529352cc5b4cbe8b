import AccessLedger
import AccessModel
import Chronology
import Commands
import Events
import Projections

// Events that the rules would not have allowed.
extension Defects {
  var events: [() throws -> Void] {
    [
      decidedUnneeded, decidedForOneself, decidedAlone, decidedByNobody, decidedOnOldOrder,
      recordedLate, grantedWithoutEnd, grantedTooLong, askedForTheAbsent, askedTooEarly,
      grantedTogether, askedTwice, doneBeyondDecision, doneOnOrdinaryAccount, liftedByHolder,
      movedAfterEnd, widenedAsNarrowing, recordedByOther, stewardBesideSteward, notShown,
      statedWithoutDuty, statedWithoutAnalysis, classifiedTooHigh, loweredUnexplained,
      delegatedBackwards, cameWithoutEnd, cameWithoutSponsor, awayWithCause, emergencyUnopened,
      emergencyTooLong, exceptedTooLong, unitBelowItself, untrainedButGranted,
      privilegedWithoutOwner,
    ]
  }

  private var steward: PersonID { town.staff?.workers[9].id ?? town.custodian }
  private var desk: PersonID { town.administrators[0] }

  private func decidedUnneeded() throws {
    let application = try system()
    let errand = Errand(
      town.new(), try person(), application.rights[0], application, until: nil)
    try clerk.record(town.submission(errand), by: desk)
    let grant: GrantID = town.new()
    broken(
      "INV-01", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "decided though nobody endorsed the need")
    clear(grant, application)
  }

  private func decidedForOneself() throws {
    let application = try system()
    let errand = try wanted(application.steward, application)
    let grant: GrantID = town.new()
    broken(
      "INV-02", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "the steward decided on their own access")
    town.plan(town.office(after: now.later(days: 1))) { [self] in
      try clerk.record(
        .grant(
          .revoke(
            RevokeGrant(grant: grant, by: application.owner.id, cause: .unauthorised))),
        by: application.owner.id, reason: "Skulle inte ha beslutats.")
    }
  }

  private func decidedAlone() throws {
    let application = try system("3/3/1")
    let errand = Errand(
      town.new(), try person(), application.rights[0], application, until: nil)
    try clerk.record(town.submission(errand), by: desk)
    let endorsed = try clerk.force(
      .request(
        .endorse(
          EndorseRequest(
            request: errand.request, endorser: steward, outcome: .supported, hasNoInterest: true))),
      by: steward)
    broken("REQ-01", "ROL-01", at: endorsed, "the endorser leads nobody, and may record no opinion")
    let grant: GrantID = town.new()
    broken(
      "INV-03", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "who endorsed the need also decided")
    clear(grant, application)
  }

  private func decidedByNobody() throws {
    let application = try system()
    let errand = try wanted(try person(), application)
    let grant: GrantID = town.new()
    broken(
      "INV-04",
      at: try clerk.force(
        approval(errand, try person(), grant), by: desk, caseNumber: town.caseNumber()),
      "the decider has no authority")
    clear(grant, application)
  }

  private func decidedOnOldOrder() throws {
    guard let committee = town.committees.first,
      let application = town.applications.first(where: { application in
        application.rights.contains { $0.decider == .delegate }
          && application.body == committee.unit
      }), let right = application.rights.first(where: { $0.decider == .delegate })
    else { throw SampleError(text: "Nothing is decided on delegation.") }
    let line: DelegationID = town.new()
    try clerk.record(
      .delegation(
        .grant(
          GrantDelegation(
            delegation: line, order: "Sommarordning", version: 1, body: committee.unit,
            position: committee.position, matter: committee.matter, from: now,
            until: now.later(days: 1)))), by: town.registrar)
    let unit = town.workplaces.first { $0.entity == committee.unit && $0.kind == .unit }
    let errand = Errand(town.new(), try person(in: unit), right, application, until: nil)
    guard let endorser = town.endorser(of: errand) else { return }
    try clerk.record(
      [town.submission(errand), town.endorsement(errand, endorser)].map { Recording.Step($0) },
      by: desk, caseNumber: town.caseNumber())
    town.plan(town.office(after: now.later(days: 2))) { [self] in
      let grant: GrantID = town.new()
      let position = try clerk.force(
        approval(errand, committee.head, grant), by: committee.head.id
      ) { event in
        guard case .request(.approved(var approved)) = event else { return }
        approved.delegation = line
        event = .request(.approved(approved))
      }
      broken("INV-04", at: position, "decided on a line that had lapsed")
      town.plan(town.office(after: now.later(days: 1))) { [self] in
        try clerk.record(
          .grant(
            .revoke(RevokeGrant(grant: grant, by: committee.head.id, cause: .unauthorised))),
          by: committee.head.id, reason: "Skulle inte ha beslutats.")
      }
    }
  }

  private func recordedLate() throws {
    guard let course = CourseCode("basics") else { return }
    let worker = try person()
    broken(
      "INV-10",
      at: try clerk.force(
        .person(
          .train(
            RecordTraining(person: worker.id, course: course, completed: now.later(days: -40)))),
        by: town.personnel, effective: now.later(days: -40)),
      "recorded forty days late without a reason")
  }

  private func grantedWithoutEnd() throws {
    let application = try system()
    let worker = try person(in: nil, .temporary, until: now.later(days: 60))
    let errand = try wanted(worker, application)
    let grant: GrantID = town.new()
    broken(
      "INV-11", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "a temporary's access has no end")
    clear(grant, application)
  }

  private func grantedTooLong() throws {
    let application = try system("3/3/1")
    let errand = try wanted(try person(), application, until: now.later(days: 900))
    let grant: GrantID = town.new()
    broken(
      "INV-12", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "longer than the rules let access at level 3 run")
    clear(grant, application)
  }

  private func askedForTheAbsent() throws {
    let application = try system()
    let worker = try person(in: nil, .temporary, until: now.later(days: 20))
    town.plan(town.office(after: now.later(days: 25))) { [self] in
      let errand = Errand(town.new(), worker, application.rights[0], application, until: nil)
      broken(
        "INV-13", at: try clerk.force(town.submission(errand), by: desk),
        "asked for somebody who has left")
    }
  }

  private func askedTooEarly() throws {
    let application = try system(isInOperation: false)
    let errand = Errand(
      town.new(), try person(), application.rights[0], application, until: nil)
    broken(
      "INV-14", at: try clerk.force(town.submission(errand), by: desk),
      "asked for in a system that is not in operation")
  }

  private func grantedTogether() throws {
    let application = try system(rights: ["write", "attest"])
    let worker = try person()
    _ = try give(worker, application)
    try adoptRule(application, .block)
    let errand = try wanted(worker, application, 1)
    let grant: GrantID = town.new()
    broken(
      "INV-16", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "granted beside what it is separated from")
    clear(grant, application)
  }

  /// A rule that separates a system's first two rights.
  @discardableResult
  func adoptRule(_ application: Application, _ severity: SeparationSeverity) throws
    -> SeparationRuleID
  {
    let id: SeparationRuleID = town.new()
    try clerk.record(
      .separation(
        .adopt(
          AdoptSeparationRule(
            rule: id, kind: .conflict, severity: severity, first: [application.rights[0].id],
            second: [application.rights[1].id], rationale: "Den som registrerar godkänner inte.",
            from: now))), by: town.security)
    return id
  }

  private func askedTwice() throws {
    let application = try system()
    let worker = try person()
    _ = try give(worker, application)
    let errand = Errand(town.new(), worker, application.rights[0], application, until: nil)
    broken(
      "INV-17", at: try clerk.force(town.submission(errand), by: desk),
      "asked for though the person has it")
  }

  private func doneBeyondDecision() throws {
    let application = try system()
    let errand = try wanted(try person(), application, until: now.later(days: 60))
    let grant: GrantID = town.new()
    try clerk.record(approval(errand, application.steward, grant), by: steward)
    let position = try clerk.force(
      .grant(
        .provision(
          ProvisionGrant(grant: grant, by: desk, until: .some(now.later(days: 90))))), by: desk)
    broken("INV-18", at: position, "carried out for longer than was decided")
    clear(grant, application, isCarriedOut: true)
  }

  private func doneOnOrdinaryAccount() throws {
    let application = try system(account: .admin)
    let errand = try wanted(try person(), application, until: now.later(days: 60))
    let grant: GrantID = town.new()
    try clerk.record(approval(errand, application.steward, grant), by: steward)
    let account: AccountID = town.new()
    try clerk.record(
      .system(
        .findAccount(
          FindAccount(
            account: account, system: application.id, kind: .personal, person: errand.worker.id))),
      by: desk)
    broken(
      "INV-19",
      at: try clerk.force(
        .grant(.provision(ProvisionGrant(grant: grant, by: desk, account: account))), by: desk),
      "power over the system on an ordinary account")
    clear(grant, application, isCarriedOut: true)
  }

  private func liftedByHolder() throws {
    let application = try system()
    let holding = try give(try person(), application)
    try clerk.record(
      .grant(.suspend(SuspendGrant(grant: holding.grant, by: steward, cause: .risk))), by: steward,
      reason: "Ovanlig användning utreds.")
    broken(
      "INV-21",
      at: try clerk.force(
        .grant(.resume(ResumeGrant(grant: holding.grant, by: holding.holder.id))),
        by: town.custodian, caseNumber: town.caseNumber(), reason: "Behövs."),
      "the holder lifted the suspension")
  }

  private func movedAfterEnd() throws {
    let application = try system()
    let holding = try give(try person(), application)
    try town.end(holding, by: steward)
    town.plan(town.office(after: now.later(days: 2))) { [self] in
      broken(
        "INV-22",
        at: try clerk.force(
          .grant(
            .suspended(GrantSuspended(grant: holding.grant, by: steward, cause: .risk))),
          by: steward, reason: "Utreds."), "suspended after it had ended")
    }
  }

  private func widenedAsNarrowing() throws {
    let application = try system()
    let holding = try give(try person(), application, until: town.end.later(days: 20))
    broken(
      "INV-23",
      at: try clerk.force(
        .grant(
          .narrowed(
            GrantNarrowed(grant: holding.grant, by: steward, until: town.end.later(days: 300)))),
        by: steward, reason: "Förlängs."), "more time was called less")
  }

  private func recordedByOther() throws {
    guard let unit = town.workplaces.first(where: { $0.kind == .unit }) else { return }
    broken(
      "ROL-01",
      at: try clerk.force(
        .unit(.rename(RenameUnit(unit: unit.id, name: "Enhet utan uppdrag"))), by: town.auditor),
      "recorded by somebody without a role that may")
  }

  private func stewardBesideSteward() throws {
    let application = try system()
    let id: AssignmentID = town.new()
    broken(
      "ROL-03",
      at: try clerk.force(
        .role(
          .assign(
            AssignRole(
              assignment: id, role: .steward, holder: try person().id, system: application.id,
              from: now))), by: town.custodian), "a second steward at the same time")
    town.plan(town.office(after: now.later(days: 1))) { [self] in
      try clerk.record(.role(.end(EndRole(assignment: id))), by: town.custodian)
    }
  }

  private func notShown() throws {
    let application = try system()
    let errand = try wanted(try person(), application)
    let grant: GrantID = town.new()
    broken(
      "REQ-02", at: try clerk.force(approval(errand, application.steward, grant), by: desk),
      "recorded in the decider's name without anything that shows it")
    clear(grant, application)
  }

  private func statedWithoutDuty() throws {
    let application = try system("3/3/1")
    let errand = Errand(
      town.new(), try person(), application.rights[0], application, until: nil)
    guard case .request(.submit(var submit)) = town.submission(errand) else { return }
    submit.duty = nil
    broken(
      "NED-04", at: try clerk.force(.request(.submit(submit)), by: desk),
      "no duty is stated for access at level 3")
  }

  private func statedWithoutAnalysis() throws {
    guard let application = town.applications.first(where: { $0.kind.sector == .care }) else {
      return
    }
    let unit = town.workplaces.first { $0.entity == application.body && $0.kind == .unit }
    let errand = Errand(
      town.new(), try person(in: unit), application.rights[2], application, until: nil)
    guard case .request(.submit(var submit)) = town.submission(errand) else { return }
    submit.analysis = nil
    broken(
      "NED-06", at: try clerk.force(.request(.submit(submit)), by: desk),
      "no analysis is named for access in care")
  }

  private func classifiedTooHigh() throws {
    let application = try system()
    guard let secret = Classification("4/2/1") else { return }
    broken(
      "INV-59",
      at: try clerk.force(
        .system(
          .classify(
            ClassifySystem(
              system: application.id, classification: secret,
              validUntil: town.end.later(days: 30)))), by: steward),
      "information of importance to national security")
  }

  private func loweredUnexplained() throws {
    let application = try system("3/3/1")
    guard let lower = Classification("1/1/1") else { return }
    broken(
      "SYS-04",
      at: try clerk.force(
        .system(
          .classify(
            ClassifySystem(
              system: application.id, classification: lower, validUntil: town.end.later(days: 30)))),
        by: steward), "a lower class without an analysis")
  }

  private func delegatedBackwards() throws {
    guard let committee = town.committees.first, let matter = MatterCode("other-matter") else {
      return
    }
    broken(
      "DEL-02",
      at: try clerk.force(
        .delegation(
          .grant(
            GrantDelegation(
              delegation: town.new(), order: "Tillfällig ordning", version: 1,
              body: committee.unit, position: committee.position, matter: matter,
              from: now.later(days: -30)))), by: town.registrar),
      "power given for a time that had passed")
  }

  private func cameWithoutEnd() throws {
    let id: PersonID = town.new()
    try clerk.record(
      .person(.register(RegisterPerson(person: id, category: .temporary))), by: town.personnel)
    let affiliation: AffiliationID = town.new()
    broken(
      "AFF-01",
      at: try clerk.force(
        .person(
          .affiliate(
            StartAffiliation(
              affiliation: affiliation, person: id, unit: UnitID(number: 2), from: now))),
        by: town.personnel), "a temporary without a last day")
  }

  private func cameWithoutSponsor() throws {
    let id: PersonID = town.new()
    try clerk.record(
      .person(.register(RegisterPerson(person: id, category: .supplier))), by: town.personnel)
    broken(
      "PER-01",
      at: try clerk.force(
        .person(
          .affiliate(
            StartAffiliation(
              affiliation: town.new(), person: id, unit: UnitID(number: 2), from: now,
              until: now.later(days: 30)))), by: town.personnel),
      "an external without a sponsor or a contract")
  }

  private func awayWithCause() throws {
    let worker = try person()
    broken(
      "PER-04",
      at: try clerk.force(
        .person(
          .absenceStarted(
            AbsenceStarted(
              affiliation: worker.affiliation, person: worker.id, from: now,
              expectedUntil: now.later(days: 90), effect: .suspend))), by: town.personnel,
        reason: "Sjukskriven."), "the cause of an absence was recorded")
    town.plan(town.office(after: now.later(days: 10))) { [self] in
      try clerk.record(
        .person(.endAbsence(EndAbsence(affiliation: worker.affiliation))), by: town.personnel)
    }
  }

  private func emergencyUnopened() throws {
    try emergency("EMG-01", in: try system(), hours: 8, "not open to emergencies")
  }

  private func emergencyTooLong() throws {
    guard let application = town.applications.first(where: { $0.kind.isForEmergencies }) else {
      return
    }
    try emergency("EMG-02", in: application, hours: 48, "longer than 24 hours")
  }

  private func emergency(_ code: String, in application: Application, hours: Int, _ why: String)
    throws
  {
    let unit = town.workplaces.first { $0.entity == application.body && $0.kind == .unit }
    let worker = try person(in: unit)
    let grant: GrantID = town.new()
    let position = try clerk.force(
      .grant(
        .emergencyActivated(
          EmergencyActivated(
            grant: grant, person: worker.id, entitlement: application.rights[0].id, kind: .real,
            from: now, until: now.later(hours: hours), notified: [.steward]))), by: desk,
      reason: "Ordinarie handläggare kan inte nås.")
    broken(code, at: position, "emergency access: \(why)")
    town.plan(now.later(hours: 30)) { [self] in
      try clerk.record(
        .grant(
          .followUpEmergency(
            FollowUpEmergency(
              grant: grant, reviewer: application.steward.id, judgement: .unjustified))),
        by: application.steward.id)
    }
    town.plan(now.later(hours: hours + 1)) { [self] in
      try clerk.record(
        .grant(.confirmRemoval(ConfirmRemoval(grant: grant, by: desk))), by: desk)
    }
  }

  private func exceptedTooLong() throws {
    let application = try system(rights: ["write", "attest"])
    let rule = try adoptRule(application, .exception)
    broken(
      "SOD-03",
      at: try clerk.force(
        .separation(
          .except(
            ApproveSeparationException(
              exception: town.new(), rule: rule, person: try person().id,
              control: "Varje ärende granskas", deciders: [application.owner.id], from: now,
              until: now.later(days: 400)))), by: application.owner.id),
      "an exception for longer than the rules allow")
  }

  private func unitBelowItself() throws {
    let unit: UnitID = town.new()
    broken(
      "ORG-01",
      at: try clerk.force(
        .unit(
          .registered(
            UnitRegistered(unit: unit, name: Label("Utan plats") ?? .init(blank: ()), kind: .unit))),
        by: town.custodian), "a second top of the organisation")
  }

  private func untrainedButGranted() throws {
    guard let course = CourseCode("journal") else { return }
    let application = try system()
    try clerk.record(
      .system(
        .changeEntitlement(
          ChangeEntitlement(entitlement: application.rights[0].id, courses: [course]))),
      by: steward, reason: "Kräver utbildning.")
    let errand = try wanted(try person(), application)
    let grant: GrantID = town.new()
    broken(
      "INV-15", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "granted to somebody without the course that it asks for")
    clear(grant, application)
  }

  private func privilegedWithoutOwner() throws {
    let application = try system(account: .shared)
    let errand = try wanted(try person(), application, until: now.later(days: 60))
    let grant: GrantID = town.new()
    try clerk.record(approval(errand, application.steward, grant), by: steward)
    broken(
      "INV-20",
      at: try clerk.force(.grant(.provision(ProvisionGrant(grant: grant, by: desk))), by: desk),
      "carried out on a shared account that nobody answers for")
    clear(grant, application, isCarriedOut: true)
  }
}
