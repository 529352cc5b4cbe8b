public import AccessModel
public import Chronology
import Diagnostics
public import Events
import Policies

extension AccessEvent {
  /// The roles that may record the event; `nil` when everybody with a key may.
  public var recorders: [Role]? {
    switch self {
    case .ledger(.opened), .ledger(.tailQuarantined), .ledger(.clockStepped), .ledger(.headRebuilt),
      .ledger(.logKeyReplaced), .ledger(.logKeyRetired), .ledger(.restored):
      [.custodian]
    case .ledger(.eventCorrected):
      [
        .owner, .steward, .deputy, .manager, .head, .securityCoordinator, .registrar, .custodian,
        .administrator, .personnelSource, .dataProtectionOfficer, .helpdesk,
      ]
    case .ledger(.secrecyMarked):
      [.registrar, .securityCoordinator, .dataProtectionOfficer, .personnelSource]
    case .ledger(.recordDisclosed), .ledger(.disclosureDenied): [.registrar, .archivist]
    case .ledger(.disposalDecided): [.archivist]
    case .ledger(.recordsDisposed): [.custodian]
    case .ledger(.holdSet), .ledger(.holdLifted):
      [.archivist, .registrar, .dataProtectionOfficer, .securityCoordinator]
    case .key: [.custodian]
    case .unit: [.registrar, .custodian, .personnelSource]
    case .person(.registered): [.registrar, .custodian, .personnelSource, .manager, .helpdesk]
    case .person(.trainingCompleted):
      [.manager, .steward, .registrar, .custodian, .personnelSource]
    case .person(.identityErased): [.custodian]
    case .person: [.registrar, .custodian, .personnelSource, .manager]
    case .role: [.registrar, .custodian, .head, .owner]
    case .delegation: [.registrar]
    case .separation(.ruleAdopted): [.owner, .securityCoordinator]
    case .separation(.exceptionApproved): [.head, .owner, .administrator, .registrar]
    case .policy: [.registrar, .head, .securityCoordinator]
    case .system(.registered): [.registrar, .custodian, .securityCoordinator]
    case .system(.classified):
      [.steward, .deputy, .owner, .securityCoordinator, .registrar, .custodian]
    case .system(.statusChanged): [.owner, .steward, .securityCoordinator, .registrar, .custodian]
    case .system(.changed): [.owner, .securityCoordinator, .registrar, .custodian]
    case .system(.riskAnalysed): [.steward, .deputy, .owner, .securityCoordinator]
    case .system(.entitlementDefined), .system(.entitlementChanged), .system(.entitlementRetired):
      [.steward, .deputy, .owner, .registrar, .custodian]
    case .system(.accountDescribed), .system(.accountRotated):
      [.steward, .deputy, .administrator, .custodian]
    case .system(.accountFound): [.custodian, .steward, .administrator]
    case .request(.submitted), .request(.withdrawn), .request(.amended): nil
    case .request(.returned): [.steward, .deputy, .owner, .manager, .administrator, .custodian]
    case .request(.endorsed):
      [.manager, .head, .deputy, .administrator, .registrar, .custodian]
    case .request(.approved), .request(.denied):
      [
        .owner, .steward, .deputy, .manager, .head, .administrator, .registrar, .custodian,
      ]
    case .grant(.provisioned), .grant(.removalConfirmed): [.administrator, .custodian, .job]
    case .grant(.revoked): [.manager, .head, .steward, .deputy, .owner, .administrator, .custodian]
    case .grant(.takenOver): [.custodian, .steward, .administrator]
    case .grant(.suspended):
      [
        .manager, .head, .steward, .deputy, .owner, .administrator, .securityCoordinator, .job,
        .custodian,
      ]
    case .grant(.resumed): [.manager, .head, .steward, .deputy, .owner, .custodian]
    case .grant(.narrowed):
      [.manager, .head, .steward, .deputy, .owner, .administrator, .custodian]
    case .grant(.expired): [.job, .custodian]
    case .grant(.emergencyActivated): nil
    case .grant(.emergencyReviewed): [.owner, .steward, .securityCoordinator, .custodian]
    case .review(let event): event.recorders
    case .incident(let event): event.recorders
    case .usage, .reconciliation(.recorded):
      [.steward, .deputy, .administrator, .custodian, .job]
    case .reconciliation(.discrepancyResolved):
      [.steward, .deputy, .owner, .administrator, .custodian]
    case .stale(.flagged), .stale(.reopened): [.job, .custodian]
    case .stale(.notified): AccessEvent.flagAnswerers + [.job]
    case .stale(.resolved(let resolved)):
      // A program has no judgement: it notes what the register shows.
      AccessEvent.flagAnswerers + (resolved.outcome.isJudged ? [] : [.job])
    }
  }
}

extension AccessEvent {
  /// The roles that may answer a flag.
  private static let flagAnswerers: [Role] = [
    .manager, .head, .steward, .deputy, .owner, .securityCoordinator, .custodian,
  ]
}

extension Register {
  /// The assignment that lets a person record an event at a moment; the first of the roles named, so the weightiest.
  public func recordingAssignment(
    of principal: PersonID, for event: AccessEvent, at moment: Instant
  ) -> AssignmentRow? {
    guard let roles = event.recorders else { return nil }
    let held = assignments(of: principal, at: moment)
    for role in roles {
      if let found = held.first(where: { $0.role == role && covers($0, event, at: moment) }) {
        return found
      }
    }
    return nil
  }

  /// ROL-01. The event that opens the ledger comes before all roles, and its own batch assigns the first.
  func recorderViolations(of proposal: Proposal) -> [Diagnostic] {
    if let barred = jobViolation(of: proposal) { return [barred] }
    guard let roles = proposal.event.recorders, !isOpening(proposal) else { return [] }
    if proposal.event.correction != nil { return correctorViolations(of: proposal) }
    if isOwnReduction(proposal) || isOwnDelegatedDecision(proposal) { return [] }
    if isByLead(proposal) || isMarkingOfDuty(proposal) { return [] }
    let held = recordingAssignment(
      of: proposal.actor.principal, for: proposal.event, at: proposal.recorded)
    // The role that the event claims must be one that the register gives the principal, and one that covers the event.
    if held != nil, isHeld(proposal.actor, for: proposal.event, at: proposal.recorded) { return [] }
    return [
      EntitledRecorder.violation(
        principal: proposal.actor.principal,
        what: "\(type(of: proposal.event.payload).kind.name)", roles: roles)
    ]
  }

  /// Whether the actor holds the assignment that the event names, in the role it names, and may record the event in it.
  private func isHeld(_ actor: Actor, for event: AccessEvent, at moment: Instant) -> Bool {
    guard let claimed = actor.assignment else { return actor.role == nil }
    return assignments(of: actor.principal, at: moment).contains {
      $0.id == claimed && $0.role == actor.role
        && (event.recorders?.contains($0.role) ?? true) && covers($0, event, at: moment)
    }
  }

  /// Whether the event belongs to the batch that opens the ledger: nobody holds a role yet.
  private func isOpening(_ proposal: Proposal) -> Bool {
    assignments.count == 0
  }

  /// Whether somebody gives up their own access, or their own key, which everybody may.
  private func isOwnReduction(_ proposal: Proposal) -> Bool {
    switch proposal.event {
    case .grant(.revoked(let revoked)):
      grants[revoked.grant]?.person == proposal.actor.principal
    case .grant(.suspended(let suspended)):
      grants[suspended.grant]?.person == proposal.actor.principal
    case .grant(.narrowed(let narrowed)):
      grants[narrowed.grant]?.person == proposal.actor.principal
    case .key(.revoked(let revoked)):
      revoked.principal == proposal.actor.principal
    case .ledger, .key, .unit, .person, .role, .delegation, .separation, .policy, .system,
      .request, .grant, .review, .incident, .usage, .reconciliation, .stale:
      false
    }
  }

  /// Whether an assignment's scope covers what the event is about.
  func covers(
    _ assignment: AssignmentRow, _ event: AccessEvent, at moment: Instant
  ) -> Bool {
    if let system = assignment.system {
      if case .incident(let event) = event {
        return systems(of: event, at: moment).contains(system)
      }
      return self.system(of: event) == system || separatedSystems(of: event).contains(system)
    }
    if let unit = assignment.unit {
      // Who is registered works nowhere yet; where they begin is judged by its own event.
      if case .person(.registered) = event { return true }
      return units(of: event, at: moment).contains { isUnit($0, within: unit, at: moment) }
    }
    return true
  }

  /// The systems that a rule on segregation of duties, or an exception from one, is about: the owner of each has a say.
  private func separatedSystems(of event: AccessEvent) -> Set<SystemID> {
    guard case .separation(let event) = event else { return [] }
    return switch event {
    case .ruleAdopted(let rule): Set((rule.first + rule.second).map(\.system))
    case .exceptionApproved(let exception): separatedSystems(of: exception.rule)
    }
  }

  /// The system an event is about.
  func system(of event: AccessEvent) -> SystemID? {
    switch event {
    case .ledger, .key, .unit, .person, .delegation, .policy: nil
    case .usage(.imported(let usage)): usage.system
    case .reconciliation(.recorded(let recorded)): recorded.system
    case .reconciliation(.discrepancyResolved(let resolved)): resolved.system
    case .stale(.flagged(let flagged)): flagged.system
    case .stale(let event): flags[event.flag]?.flagged.system
    case .separation(.ruleAdopted(let rule)): rule.first.first?.system
    case .separation(.exceptionApproved(let exception)):
      separationRules[exception.rule]?.versions.last?.rule.first.first?.system
    case .role(.assigned(let role)): role.system
    case .role(.ended(let role)): assignments[role.assignment]?.system
    case .system(.registered(let system)): system.system
    case .system(.classified(let system)): system.system
    case .system(.statusChanged(let system)): system.system
    case .system(.entitlementDefined(let defined)): defined.entitlement.system
    case .system(.accountFound(let found)): found.system
    case .system(.changed(let changed)): changed.system
    case .system(.riskAnalysed(let analysis)): analysis.system
    case .system(.entitlementChanged(let changed)): changed.entitlement.system
    case .system(.entitlementRetired(let retired)): retired.entitlement.system
    case .system(.accountDescribed(let account)): account.system
    case .system(.accountRotated(let account)): account.system
    case .request(let event): requests[event.request]?.entitlement.system
    case .grant(.takenOver(let found)): found.entitlement.system
    case .grant(.emergencyActivated(let emergency)): emergency.entitlement.system
    case .grant(let event): grants[event.grant]?.entitlement.system
    case .review(let event): system(of: event)
    case .incident(let event): systems(of: event, at: .latest).first
    }
  }

  /// The units of the person an event is about: where they work, or will work next, or last worked.
  func units(of event: AccessEvent, at moment: Instant) -> [UnitID] {
    func places(_ person: PersonID?) -> [UnitID] {
      guard let person else { return [] }
      let places = workplaces(of: person, at: moment)
      return places.isEmpty
        ? [persons[person]?.affiliations.last?.unit(at: moment)].compactMap(\.self) : places
    }
    return switch event {
    case .ledger, .key, .system, .separation(.ruleAdopted), .usage, .reconciliation: []
    case .incident(let event): entities(of: event, at: moment)
    case .stale(.flagged(let flagged)): places(flagged.person)
    case .stale(let event): places(flags[event.flag]?.flagged.person)
    case .separation(.exceptionApproved(let exception)): places(exception.person)
    case .delegation(.granted(let line)): [line.body]
    case .delegation(.revoked(let revoked)):
      [delegations[revoked.delegation]?.line.body].compactMap(\.self)
    case .delegation(.reported(let report)): [report.body]
    case .policy(.adopted(let policy)): [policy.unit ?? policy.body]
    case .unit(.registered(let unit)): [unit.parent].compactMap(\.self)
    case .unit(.renamed(let unit)): [unit.unit]
    case .unit(.moved(let unit)): [unit.unit, unit.parent]
    case .unit(.closed(let unit)): [unit.unit]
    case .person(.registered): []
    case .person(.affiliationStarted(let started)): [started.unit]
    case .person(.affiliationEnded(let ended)):
      (persons[ended.person]?.affiliations ?? []).filter { $0.id == ended.affiliation }
        .map { $0.unit(at: moment) }
    case .person(.affiliationChanged(let changed)): places(changed.person) + [changed.unit]
    case .person(.absenceStarted(let absence)): places(absence.person)
    case .person(.absenceEnded(let absence)): places(absence.person)
    case .person(.trainingCompleted(let training)): places(training.person)
    case .person(.identityChanged(let changed)): places(changed.person)
    case .person(.identityErased(let erased)): places(erased.person)
    case .role(.assigned(let role)): [role.unit].compactMap(\.self)
    case .role(.ended(let role)): [assignments[role.assignment]?.unit].compactMap(\.self)
    case .request(let event): places(requests[event.request]?.person)
    case .grant(.takenOver(let found)): places(found.person)
    case .grant(.emergencyActivated(let emergency)): places(emergency.person)
    case .grant(let event): places(grants[event.grant]?.person)
    case .review(let event):
      if case .itemDecided(let item) = event {
        places(grants[item.grant]?.person)
      } else {
        [reviewPlan(of: event)?.unit].compactMap(\.self)
          + event.grants.flatMap { places(grants[$0]?.person) }
      }
    }
  }
}
