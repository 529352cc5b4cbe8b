public import AccessModel
import Chronology
public import Events

extension Register {
  /// Whom an event is about, or who asked for, endorsed or decided it: those who do not correct it.
  ///
  /// Not who merely typed it or carried it out: whoever mistyped may say so.
  public func persons(concernedBy event: AccessEvent) -> [PersonID] {
    switch event {
    case .ledger(.opened), .ledger(.tailQuarantined), .ledger(.clockStepped), .ledger(.headRebuilt),
      .ledger(.logKeyReplaced), .ledger(.logKeyRetired), .ledger(.restored), .unit, .policy,
      .delegation,
      .separation(.ruleAdopted):
      []
    case .ledger(.eventCorrected(let correction)): [correction.decider]
    case .ledger(.disposalDecided), .ledger(.holdLifted): []
    case .ledger(.recordsDisposed(let disposed)): [disposed.approver]
    case .ledger(.recordDisclosed(let disclosed)): [disclosed.decider]
    case .ledger(.disclosureDenied(let denied)): [denied.decider]
    case .ledger(.holdSet(let set)):
      set.target.kind == .person ? [set.target.identifier(PersonID.self)] : []
    case .ledger(.secrecyMarked(let marking)): [marking.person].compactMap(\.self)
    case .key(.enrolled(let key)): [key.principal]
    case .key(.revoked(let key)): [key.principal]
    case .person(let event): persons(concernedBy: event)
    case .role(.assigned(let role)): [role.holder]
    case .role(.ended(let role)): [assignments[role.assignment]?.holder].compactMap(\.self)
    case .system(.accountFound(let found)): [found.person].compactMap(\.self)
    case .system(.accountDescribed(let described)): [described.owner] + described.members
    case .system: []
    case .request(let event): persons(concernedBy: event)
    case .grant(let event): persons(concernedBy: event)
    case .review(let event): persons(concernedBy: event)
    case .incident(let event): event.concerned
    case .usage, .reconciliation(.recorded): []
    case .reconciliation(.discrepancyResolved(let resolved)): [resolved.by]
    case .stale(let event): persons(concernedBy: event)
    case .separation(.exceptionApproved(let exception)):
      [exception.person, exception.decider] + [exception.actingFor].compactMap(\.self)
    }
  }

  private func persons(concernedBy event: StaleEvent) -> [PersonID] {
    var found: [PersonID?] = [flags[event.flag]?.flagged.person]
    switch event {
    case .flagged(let flagged): found.append(flagged.person)
    case .resolved(let resolved): found.append(resolved.by)
    case .notified, .reopened: break
    }
    return found.compactMap(\.self)
  }

  private func persons(concernedBy event: PersonEvent) -> [PersonID] {
    switch event {
    case .registered(let event): [event.person]
    case .affiliationStarted(let event): [event.person]
    case .affiliationEnded(let event): [event.person]
    case .affiliationChanged(let event): [event.person]
    case .absenceStarted(let event): [event.person]
    case .absenceEnded(let event): [event.person]
    case .trainingCompleted(let event): [event.person]
    case .identityChanged(let event): [event.person]
    case .identityErased(let event): [event.person, event.approver]
    }
  }

  private func persons(concernedBy event: RequestEvent) -> [PersonID] {
    var found: [PersonID?] = [
      requests[event.request]?.person, requests[event.request]?.requester,
    ]
    switch event {
    case .submitted(let request): found = [request.person, request.requester]
    case .endorsed(let endorsed): found += [endorsed.endorser, endorsed.actingFor]
    case .approved(let approved): found += [approved.decider, approved.actingFor]
    case .denied(let denied): found += [denied.decider, denied.actingFor]
    case .withdrawn, .amended: break
    case .returned(let returned): found.append(returned.by)
    }
    return found.compactMap(\.self)
  }

  private func persons(concernedBy event: ReviewEvent) -> [PersonID] {
    var found: [PersonID?] = event.grants.map { grants[$0]?.person }
    switch event {
    case .campaignPlanned(let plan): found = [plan.person]
    case .itemDecided(let item): found += [item.reviewer, item.actingFor]
    case .campaignClosed(let closed): found = [closed.attester]
    case .campaignAssessed(let assessed): found.append(assessed.auditor)
    case .effectsReleased(let released): found = [released.by]
    case .campaignStarted, .itemRouted, .itemLapsed: break
    }
    return found.compactMap(\.self)
  }

  private func persons(concernedBy event: GrantEvent) -> [PersonID] {
    var found: [PersonID?] = [grants[event.grant]?.person]
    switch event {
    case .revoked(let revoked): found.append(revoked.by)
    case .takenOver(let taken): found.append(taken.person)
    case .suspended(let suspended): found.append(suspended.by)
    case .resumed(let resumed): found.append(resumed.by)
    case .narrowed(let narrowed): found.append(narrowed.by)
    case .emergencyActivated(let emergency): found.append(emergency.person)
    case .emergencyReviewed(let reviewed): found.append(reviewed.reviewer)
    case .provisioned(let provisioned): found.append(requests[provisioned.request]?.person)
    case .removalConfirmed, .expired: break
    }
    return found.compactMap(\.self)
  }

  /// The deputies of those of the persons who are stewards of the system, at a moment: what they may not do, whoever acts for them may not.
  func deputies(
    of persons: some Sequence<PersonID>, for system: SystemID?, at moment: Instant
  ) -> [PersonID] {
    guard let system else { return [] }
    let stewards = Set(holders(of: .steward, for: system, at: moment).map(\.holder))
    guard persons.contains(where: stewards.contains) else { return [] }
    return holders(of: .deputy, for: system, at: moment).map(\.holder)
  }
}
