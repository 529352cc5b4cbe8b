import AccessModel
import Chronology
import Events
import Projections

/// Whom and what an event concerns, also through what the register knows of its grant or request.
struct EventSubjects {
  var persons: [PersonID] = []
  var systems: [SystemID] = []
  var grants: [GrantID] = []
  var requests: [RequestID] = []
  var incidents: [IncidentID] = []

  init(_ event: AccessEvent, _ register: Register) {
    switch event {
    case .ledger(.opened), .ledger(.tailQuarantined), .ledger(.clockStepped), .ledger(.headRebuilt),
      .ledger(.logKeyReplaced), .ledger(.logKeyRetired), .unit:
      break
    case .ledger(.restored(let restored)): persons = [restored.decider]
    case .ledger(.eventCorrected(let correction)): persons = [correction.decider]
    case .ledger(.disposalDecided(let decided)): add(decided.system)
    case .ledger(.recordsDisposed(let disposed)):
      persons = [disposed.approver]
      for grant in disposed.grants { add(grant, register) }
      for request in disposed.requests where !requests.contains(request) {
        requests.append(request)
      }
    case .ledger(.recordDisclosed(let disclosed)): persons = [disclosed.decider]
    case .ledger(.disclosureDenied(let denied)): persons = [denied.decider]
    case .ledger(.holdSet(let set)): add(set.target, register)
    case .ledger(.holdLifted(let lifted)):
      guard let hold = register.holds.last(where: { $0.hold == lifted.hold }) else { break }
      add(hold.target, register)
    case .ledger(.secrecyMarked(let marking)):
      add(marking.person)
      add(marking.system)
      if let incident = marking.incident { incidents.append(incident) }
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
    case .incident(let event): add(event, register)
    case .usage(.imported(let usage)): add(usage.system)
    case .reconciliation(.recorded(let recorded)): add(recorded.system)
    case .reconciliation(.discrepancyResolved(let resolved)):
      persons = [resolved.by]
      add(resolved.system)
    case .stale(let event): add(event, register)
    }
  }

  private mutating func add(_ event: IncidentEvent, _ register: Register) {
    incidents = [event.incident]
    for system in register.incidents[event.incident]?.systems(at: .latest, in: register) ?? [] {
      add(system)
    }
    switch event {
    case .reported(let report):
      add(report.reporter)
      for system in report.systems + report.entitlements.map(\.system) { add(system) }
      for grant in report.grants { add(grant, register) }
    case .triaged(let triage): persons = [triage.lead]
    case .dutyAssessed(let assessed): persons = [assessed.decider]
    case .actionRecorded(let action):
      persons = [action.by] + [action.receivedFrom, action.handedTo].compactMap(\.self)
    case .notificationSubmitted(let notice): persons = [notice.by]
    case .linked(let link):
      add(link.person)
      add(link.system ?? link.entitlement?.system)
      if let grant = link.grant { add(grant, register) }
      if let other = link.other { incidents.append(other) }
    case .exposureAnswered(let exposure): persons = [exposure.by]
    case .measureAssigned(let measure): persons = [measure.owner]
    case .measureCompleted(let done): persons = [done.by]
    case .closed(let closing): persons = [closing.by]
    case .followedUp(let followUp): persons = [followUp.by]
    case .reopened(let reopened): persons = [reopened.by]
    }
  }

  private mutating func add(_ event: StaleEvent, _ register: Register) {
    switch event {
    case .flagged: break
    case .notified(let notified): persons = notified.to
    case .reopened: break
    case .resolved(let resolved): persons = [resolved.by]
    }
    let flagged: StaleFlagged? =
      if case .flagged(let flagged) = event { flagged } else {
        register.flags[event.flag]?.flagged
      }
    guard let flagged else { return }
    add(flagged.person)
    add(flagged.system)
    switch flagged.about {
    case .grant(let grant): add(grant, register)
    case .request(let request): add(request, register)
    case .person, .account, .system, .policy: break
    }
  }

  /// What a legal hold is on.
  private mutating func add(_ target: StreamID, _ register: Register) {
    switch target.kind {
    case .person: add(target.identifier(PersonID.self))
    case .system: add(target.identifier(SystemID.self))
    case .grant: add(target.identifier(GrantID.self), register)
    case .request: requests.append(target.identifier(RequestID.self))
    case .ledger, .principal, .unit, .role, .review, .incident, .delegation, .separation, .policy,
      .flag:
      break
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
    case .identityChanged(let changed): persons = [changed.person]
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
