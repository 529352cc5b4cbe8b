import AccessModel
import Events
import Projections

/// Whom and what an event concerns, also through what the register knows of its grant or request.
struct EventSubjects {
  var persons: [PersonID] = []
  var systems: [SystemID] = []
  var grants: [GrantID] = []
  var requests: [RequestID] = []

  init(_ event: AccessEvent, _ register: Register) {
    switch event {
    case .ledger(.opened), .ledger(.tailQuarantined), .ledger(.clockStepped), .ledger(.headRebuilt),
      .ledger(.logKeyReplaced), .ledger(.logKeyRetired), .unit:
      break
    case .ledger(.restored(let restored)): persons = [restored.decider]
    case .ledger(.eventCorrected(let correction)): persons = [correction.decider]
    case .ledger(.secrecyMarked(let marking)):
      add(marking.person)
      add(marking.system)
    case .delegation(.granted(let line)): add(line.delegatedBy)
    case .delegation(.revoked), .delegation(.reported), .policy: break
    case .separation(.ruleAdopted(let rule)):
      for right in rule.first + rule.second { add(right.system) }
    case .separation(.exceptionApproved(let exception)):
      persons = [exception.person, exception.decider]
      add(exception.actingFor)
    case .key(.enrolled(let key)): persons = [key.principal]
    case .key(.revoked(let key)): persons = [key.principal]
    case .person(let event): add(event)
    case .role(.assigned(let role)):
      persons = [role.holder]
      add(role.system)
    case .role(.ended(let role)):
      guard let row = register.assignments[role.assignment] else { break }
      persons = [row.holder]
      add(row.system)
    case .system(let event): add(event)
    case .request(let event): add(event, register)
    case .grant(let event): add(event, register)
    case .review(let event): add(event, register)
    case .incident(.reported(let incident)):
      persons = [incident.reporter]
      add(incident.system)
    case .incident(.closed(let incident)):
      persons = [incident.by]
      add(register.incidents[incident.incident]?.system)
    }
  }

  private mutating func add(_ event: PersonEvent) {
    switch event {
    case .registered(let person): persons = [person.person]
    case .affiliationStarted(let started):
      persons = [started.person]
      add(started.sponsor)
    case .affiliationEnded(let ended): persons = [ended.person]
    case .affiliationChanged(let changed): persons = [changed.person]
    case .absenceStarted(let absence): persons = [absence.person]
    case .absenceEnded(let absence): persons = [absence.person]
    case .trainingCompleted(let training): persons = [training.person]
    case .identityErased(let erased): persons = [erased.person, erased.approver]
    }
  }

  private mutating func add(_ event: SystemEvent) {
    switch event {
    case .registered(let system): add(system.system)
    case .classified(let system): add(system.system)
    case .statusChanged(let system): add(system.system)
    case .entitlementDefined(let defined): add(defined.entitlement.system)
    case .accountFound(let account):
      add(account.system)
      add(account.person)
    case .changed(let changed): add(changed.system)
    case .riskAnalysed(let analysis): add(analysis.system)
    case .entitlementChanged(let changed): add(changed.entitlement.system)
    case .entitlementRetired(let retired): add(retired.entitlement.system)
    case .accountDescribed(let described):
      persons = [described.owner] + described.members
      add(described.system)
    case .accountRotated(let rotated): add(rotated.system)
    }
  }

  private mutating func add(_ event: RequestEvent, _ register: Register) {
    switch event {
    case .submitted(let request):
      persons = [request.person, request.requester]
      add(request.entitlement.system)
    case .endorsed(let endorsed): persons = [endorsed.endorser]
    case .withdrawn: break
    case .approved(let approved):
      persons = [approved.decider]
      add(approved.actingFor)
      if let grant = approved.grant { grants.append(grant) }
    case .denied(let denied):
      persons = [denied.decider]
      add(denied.actingFor)
    case .amended: break
    case .returned(let returned): persons = [returned.by]
    }
    add(event.request, register)
  }

  private mutating func add(_ event: GrantEvent, _ register: Register) {
    switch event {
    case .provisioned(let provisioned):
      persons = [provisioned.by]
      add(provisioned.request, register)
    case .revoked(let revoked): persons = [revoked.by]
    case .removalConfirmed(let removal): persons = [removal.by]
    case .takenOver(let found):
      add(found.person)
      add(found.entitlement.system)
    case .suspended(let suspended): persons = [suspended.by]
    case .resumed(let resumed): persons = [resumed.by]
    case .narrowed(let narrowed): persons = [narrowed.by]
    case .expired: break
    case .emergencyActivated(let emergency):
      persons = [emergency.person]
      add(emergency.entitlement.system)
    case .emergencyReviewed(let reviewed): persons = [reviewed.reviewer]
    }
    add(event.grant, register)
  }

  private mutating func add(_ event: ReviewEvent, _ register: Register) {
    switch event {
    case .campaignPlanned(let plan):
      persons = [plan.planner]
      add(plan.person)
      add(plan.system ?? plan.entitlement?.system)
    case .itemRouted(let routed):
      persons = [routed.reviewer]
      add(routed.actingFor)
      add(routed.from)
    case .itemDecided(let item):
      persons = [item.reviewer]
      add(item.actingFor)
    case .effectsReleased(let released): persons = [released.by]
    case .campaignClosed(let closed):
      persons = [closed.by]
      add(closed.attester)
    case .campaignAssessed(let assessed): persons = [assessed.auditor]
    case .campaignStarted, .itemLapsed: break
    }
    if let plan = register.campaigns[event.review]?.plan {
      add(plan.system ?? plan.entitlement?.system)
    }
    for grant in event.grants { add(grant, register) }
  }

  private mutating func add(_ person: PersonID?) {
    if let person { persons.append(person) }
  }

  private mutating func add(_ system: SystemID?) {
    if let system { systems.append(system) }
  }

  private mutating func add(_ request: RequestID, _ register: Register) {
    requests.append(request)
    guard let row = register.requests[request] else { return }
    add(row.person)
    add(row.entitlement.system)
    if let grant = row.decision?.grant { grants.append(grant) }
  }

  private mutating func add(_ grant: GrantID, _ register: Register) {
    grants.append(grant)
    guard let row = register.grants[grant] else { return }
    add(row.person)
    add(row.entitlement.system)
    if let request = row.request { requests.append(request) }
  }
}
