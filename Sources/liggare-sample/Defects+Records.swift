import AccessLedger
import AccessModel
import Chronology
import Commands
import Events
import Projections

// Events about grants, systems and people that the rules would not have allowed.
extension Defects {
  func liftedByHolder() throws {
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

  func movedAfterEnd() throws {
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

  func widenedAsNarrowing() throws {
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

  func recordedByOther() throws {
    guard let unit = town.workplaces.first(where: { $0.kind == .unit }) else { return }
    broken(
      "ROL-01",
      at: try clerk.force(
        .unit(.rename(RenameUnit(unit: unit.id, name: "Enhet utan uppdrag"))), by: town.auditor),
      "recorded by somebody without a role that may")
  }

  func stewardBesideSteward() throws {
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

  func notShown() throws {
    let application = try system()
    let errand = try wanted(try person(), application)
    let grant: GrantID = town.new()
    broken(
      "REQ-02", at: try clerk.force(approval(errand, application.steward, grant), by: desk),
      "recorded in the decider's name without anything that shows it")
    clear(grant, application)
  }

  func statedWithoutDuty() throws {
    let application = try system("3/3/1")
    let errand = Errand(
      town.new(), try person(), application.rights[0], application, until: nil)
    guard case .request(.submit(var submit)) = town.submission(errand) else { return }
    submit.duty = nil
    broken(
      "NED-04", at: try clerk.force(.request(.submit(submit)), by: desk),
      "no duty is stated for access at level 3")
  }

  func statedWithoutAnalysis() throws {
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

  func classifiedTooHigh() throws {
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

  func loweredUnexplained() throws {
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

  func delegatedBackwards() throws {
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

  func cameWithoutEnd() throws {
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

  func cameWithoutSponsor() throws {
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

  func awayWithCause() throws {
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

  func emergencyUnopened() throws {
    try emergency("EMG-01", in: try system(), hours: 8, "not open to emergencies")
  }

  func emergencyTooLong() throws {
    guard let application = town.applications.first(where: { $0.kind.isForEmergencies }) else {
      return
    }
    try emergency("EMG-02", in: application, hours: 48, "longer than 24 hours")
  }

  func emergency(_ code: String, in application: Application, hours: Int, _ why: String)
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

  func exceptedTooLong() throws {
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

  func unitBelowItself() throws {
    let unit: UnitID = town.new()
    broken(
      "ORG-01",
      at: try clerk.force(
        .unit(
          .registered(
            UnitRegistered(unit: unit, name: Label("Utan plats") ?? .init(blank: ()), kind: .unit))),
        by: town.custodian), "a second top of the organisation")
  }

  func untrainedButGranted() throws {
    guard let course = CourseCode("journal") else { return }
    let application = try system()
    try clerk.record(
      .system(
        .changeEntitlement(
          ChangeEntitlement(
            entitlement: application.rights[0].id,
            conditions: EntitlementConditions(courses: [course])))),
      by: steward, reason: "Kräver utbildning.")
    let errand = try wanted(try person(), application)
    let grant: GrantID = town.new()
    broken(
      "INV-15", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "granted to somebody without the course that it asks for")
    clear(grant, application)
  }

  func privilegedWithoutOwner() throws {
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
