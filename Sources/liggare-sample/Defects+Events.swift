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

  var steward: PersonID { town.staff?.workers[9].id ?? town.custodian }
  var desk: PersonID { town.administrators[0] }

  func decidedUnneeded() throws {
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

  func decidedForOneself() throws {
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

  func decidedAlone() throws {
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

  func decidedByNobody() throws {
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

  func decidedOnOldOrder() throws {
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

  func recordedLate() throws {
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

  func grantedWithoutEnd() throws {
    let application = try system()
    let worker = try person(in: nil, .temporary, until: now.later(days: 60))
    let errand = try wanted(worker, application)
    let grant: GrantID = town.new()
    broken(
      "INV-11", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "a temporary's access has no end")
    clear(grant, application)
  }

  func grantedTooLong() throws {
    let application = try system("3/3/1")
    let errand = try wanted(try person(), application, until: now.later(days: 900))
    let grant: GrantID = town.new()
    broken(
      "INV-12", at: try clerk.force(approval(errand, application.steward, grant), by: steward),
      "longer than the rules let access at level 3 run")
    clear(grant, application)
  }

  func askedForTheAbsent() throws {
    let application = try system()
    let worker = try person(in: nil, .temporary, until: now.later(days: 20))
    town.plan(town.office(after: now.later(days: 25))) { [self] in
      let errand = Errand(town.new(), worker, application.rights[0], application, until: nil)
      broken(
        "INV-13", at: try clerk.force(town.submission(errand), by: desk),
        "asked for somebody who has left")
    }
  }

  func askedTooEarly() throws {
    let application = try system(isInOperation: false)
    let errand = Errand(
      town.new(), try person(), application.rights[0], application, until: nil)
    broken(
      "INV-14", at: try clerk.force(town.submission(errand), by: desk),
      "asked for in a system that is not in operation")
  }

  func grantedTogether() throws {
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

  func askedTwice() throws {
    let application = try system()
    let worker = try person()
    _ = try give(worker, application)
    let errand = Errand(town.new(), worker, application.rights[0], application, until: nil)
    broken(
      "INV-17", at: try clerk.force(town.submission(errand), by: desk),
      "asked for though the person has it")
  }

  func doneBeyondDecision() throws {
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

  func doneOnOrdinaryAccount() throws {
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
}
