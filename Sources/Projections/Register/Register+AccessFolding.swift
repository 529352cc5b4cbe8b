import AccessModel
import Events

/// The families that are about one request or one grant.
extension Register {
  mutating func apply(_ event: RequestEvent, _ fact: Fact, by principal: PersonID) {
    switch event {
    case .submitted(let request):
      let index = requests.add(
        RequestRow(
          id: request.request, kind: request.kind, grant: request.grant, person: request.person,
          entitlement: request.entitlement, scope: request.scope, from: request.from,
          until: request.until, requester: request.requester, purpose: request.purpose,
          duty: request.duty, need: request.need, alternative: request.alternative,
          analysis: request.analysis, submitted: fact))
      persons.change(request.person) { $0.requests.append(index) }
    case .endorsed(let endorsed):
      requests.change(endorsed.request) {
        $0.endorsement = EndorsementRow(
          endorser: endorsed.endorser, actingFor: endorsed.actingFor, outcome: endorsed.outcome,
          hasNoInterest: endorsed.hasNoInterest, fact: fact)
      }
    case .amended(let amended):
      requests.change(amended.request) {
        $0.need = amended.need
        if let duty = amended.duty { $0.duty = duty }
        if let purpose = amended.purpose { $0.purpose = purpose }
        if let analysis = amended.analysis { $0.analysis = analysis }
        if let until = amended.until { $0.until = until }
        $0.amended = fact
        // What was said of the need before is no opinion on the need as it stands now.
        $0.endorsement = nil
      }
    case .returned(let returned):
      requests.change(returned.request) {
        $0.returned = ReturnRow(by: returned.by, due: returned.due, fact: fact)
      }
    case .withdrawn(let withdrawn):
      requests.change(withdrawn.request) { $0.withdrawn = fact }
    case .approved(let approved):
      requests.change(approved.request) {
        $0.decision = DecisionRow(
          isApproval: true, grant: approved.grant, decider: approved.decider,
          actingFor: approved.actingFor, authority: approved.authority,
          assignment: approved.assignment, delegation: approved.delegation,
          policies: approved.policies, conditions: approved.conditions,
          evidence: approved.evidence, isSmallUnit: approved.smallUnit == .yes, fact: fact)
      }
      noteDelegated(approved.request, approved.authority)
      if approved.smallUnit == .yes, let index = requests.index(of: approved.request) {
        requestsOfSmallUnits.append(index)
      }
      guard let grant = approved.grant, let request = requests[approved.request] else { return }
      if request.kind == .change || request.kind == .renew, request.grant == grant {
        grants.change(grant) {
          $0.changes.append(
            GrantChangeRow(
              request: request.id, by: approved.decider, from: approved.from, scope: request.scope,
              until: approved.until, reviewDays: approved.reviewDays, fact: fact))
        }
        return
      }
      guard !grants.contains(grant) else {
        decide(grant, on: request, approved, fact, by: principal)
        return
      }
      begin(
        GrantRow(
          id: grant, person: request.person, entitlement: request.entitlement,
          request: request.id, decided: GrantTerms(request, approved), begun: fact,
          isUndecided: false))
    case .denied(let denied):
      requests.change(denied.request) {
        $0.decision = DecisionRow(
          isApproval: false, decider: denied.decider, actingFor: denied.actingFor,
          authority: denied.authority, assignment: denied.assignment, delegation: denied.delegation,
          policies: denied.policies, ground: denied.ground, evidence: denied.evidence, fact: fact)
      }
      noteDelegated(denied.request, denied.authority)
    }
  }

  mutating func apply(_ event: GrantEvent, _ fact: Fact) {
    switch event {
    case .provisioned(let provisioned):
      if !grants.contains(provisioned.grant), let request = requests[provisioned.request] {
        // History that names the grant first when the decision is carried out. What nobody decided is kept as undecided.
        let isDecided = request.decision?.isApproval == true
        if isDecided {
          requests.change(request.id) { $0.decision?.grant = provisioned.grant }
        }
        begin(
          GrantRow(
            id: provisioned.grant, person: request.person, entitlement: request.entitlement,
            request: request.id,
            decided: GrantTerms(
              from: provisioned.from, until: provisioned.until, scope: request.scope),
            begun: fact, isUndecided: !isDecided))
      }
      grants.change(provisioned.grant) {
        if let account = provisioned.account { $0.account = account }
        let row = ProvisioningRow(
          by: provisioned.by, at: provisioned.at, from: provisioned.from,
          until: provisioned.until, accountUntil: provisioned.accountUntil, fact: fact)
        if $0.provisioned == nil {
          $0.provisioned = row
        } else {
          $0.provisionedAgain.append(row)
        }
      }
    case .revoked(let revoked):
      grants.change(revoked.grant) {
        $0.end(
          EndingRow(
            by: revoked.by, cause: revoked.cause, fact: fact.ending(at: revoked.until)))
      }
    case .removalConfirmed(let removal):
      grants.change(removal.grant) { $0.removal = RemovalRow(by: removal.by, fact: fact) }
    case .takenOver(let found):
      begin(
        GrantRow(
          id: found.grant, person: found.person, entitlement: found.entitlement,
          account: found.account, decided: GrantTerms(from: fact.effective), begun: fact,
          isUndecided: true,
          takenOver: fact))
    case .suspended(let suspended):
      grants.change(suspended.grant) {
        $0.suspensions.append(
          SuspensionRow(
            by: suspended.by, cause: suspended.cause, until: suspended.until, fact: fact))
      }
    case .resumed(let resumed):
      grants.change(resumed.grant) { grant in
        for index in grant.suspensions.indices
        where grant.suspensions[index].fact.effective <= fact.effective
          && grant.suspensions[index].resumed.map({ fact.effective < $0.fact.effective }) ?? true
        {
          grant.suspensions[index].resumed = ResumptionRow(by: resumed.by, fact: fact)
        }
      }
    case .narrowed(let narrowed):
      grants.change(narrowed.grant) {
        $0.changes.append(
          GrantChangeRow(
            by: narrowed.by, scope: narrowed.scope, until: narrowed.until,
            reviewDays: narrowed.reviewDays, fact: fact))
      }
    case .expired(let expired):
      grants.change(expired.grant) { $0.expired = fact }
    case .emergencyActivated(let emergency):
      begin(
        GrantRow(
          id: emergency.grant, person: emergency.person, entitlement: emergency.entitlement,
          account: emergency.account,
          decided: GrantTerms(from: emergency.from, until: emergency.until), begun: fact,
          isUndecided: false,
          provisioned: ProvisioningRow(
            by: emergency.person, at: emergency.from, from: emergency.from,
            until: emergency.until, fact: fact),
          emergency: EmergencyRow(kind: emergency.kind, notified: emergency.notified)))
    case .emergencyReviewed(let reviewed):
      grants.change(reviewed.grant) {
        $0.emergency?.review = EmergencyReviewRow(
          reviewer: reviewed.reviewer, judgement: reviewed.judgement,
          measures: reviewed.measures, fact: fact)
      }
    }
  }

  /// A decision on access that was found working and that nobody had decided: it need not be carried out again.
  private mutating func decide(
    _ grant: GrantID, on request: RequestRow, _ approved: RequestApproved, _ fact: Fact,
    by principal: PersonID
  ) {
    let isUnowned = grants[grant].map { $0.isUndecided && $0.person == nil } ?? false
    grants.change(grant) {
      guard $0.isUndecided else { return }
      $0.isUndecided = false
      $0.person = request.person
      $0.request = request.id
      // What narrowed it before was of what nobody had decided.
      $0.changes = []
      $0.decided = GrantTerms(request, approved)
      $0.begun = fact
      $0.provisioned = ProvisioningRow(
        by: principal, at: fact.effective, from: approved.from, until: approved.until, fact: fact)
    }
    if isUnowned, let index = grants.index(of: grant) {
      persons.change(request.person) { $0.grants.append(index) }
    }
  }

  mutating func begin(_ grant: GrantRow) {
    let index = grants.add(grant)
    if let person = grant.person { persons.change(person) { $0.grants.append(index) } }
    note(index, of: grant.entitlement)
  }
}
