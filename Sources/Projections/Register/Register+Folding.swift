import AccessModel
public import EventSourcing
public import Events

extension Register {
  public mutating func apply(_ recorded: borrowing Recorded<AccessEvent>) {
    position = recorded.position + 1
    lastRecorded = recorded.recorded
    commands.insert(recorded.command.id)
    let fact = Fact(
      position: recorded.position, recorded: recorded.recorded, effective: recorded.effective,
      isMigrated: recorded.command.channel == .migration)
    switch recorded.event {
    case .ledger(let event): apply(event)
    case .key(let event): apply(event, fact)
    case .unit(let event): apply(event, fact)
    case .person(let event): apply(event, fact)
    case .role(let event): apply(event, fact)
    case .system(let event): apply(event, fact)
    case .request(let event): apply(event, fact, by: recorded.actor.principal)
    case .grant(let event): apply(event, fact)
    case .review(let event): apply(event, fact)
    case .incident(let event): apply(event, fact)
    }
    // Now that a first event has made its row.
    setNextRevision(recorded.revision + 1, of: recorded.event.stream)
  }

  private mutating func apply(_ event: LedgerEvent) {
    switch event {
    case .opened(let opened):
      origin = opened.origin
      timeZone = opened.timeZone
    case .tailQuarantined(let tail):
      quarantinedTails.insert(tail)
    case .clockStepped:
      // It tells of the ledger's keeping and changes nothing that is true about access.
      break
    }
  }

  private mutating func apply(_ event: KeyEvent, _ fact: Fact) {
    switch event {
    case .enrolled(let key):
      keys[key.fingerprint] = KeyRow(
        fingerprint: key.fingerprint, publicKey: key.publicKey, principal: key.principal,
        kind: key.kind, enrolled: fact)
    case .revoked(let key):
      keys[key.fingerprint]?.revoked = fact
    }
  }

  private mutating func apply(_ event: UnitEvent, _ fact: Fact) {
    switch event {
    case .registered(let unit):
      units.add(
        UnitRow(
          id: unit.unit, name: unit.name, kind: unit.kind, parent: unit.parent, registered: fact))
    }
  }

  private mutating func apply(_ event: PersonEvent, _ fact: Fact) {
    switch event {
    case .registered(let person):
      persons.add(
        PersonRow(id: person.person, category: person.category, registered: fact))
    case .affiliationStarted(let started):
      affiliations.add(AffiliationOwner(id: started.affiliation, person: started.person))
      persons.change(started.person) {
        $0.affiliations.append(
          AffiliationRow(
            id: started.affiliation, unit: started.unit, from: started.from,
            until: started.until, sponsor: started.sponsor, started: fact))
      }
    case .affiliationEnded(let ended):
      persons.change(ended.person) { person in
        guard let index = person.affiliations.firstIndex(where: { $0.id == ended.affiliation })
        else { return }
        person.affiliations[index].ended = fact
      }
    }
  }

  private mutating func apply(_ event: RoleEvent, _ fact: Fact) {
    switch event {
    case .assigned(let role):
      let index = assignments.add(
        AssignmentRow(
          id: role.assignment, role: role.role, holder: role.holder, system: role.system,
          unit: role.unit, appointedBy: role.appointedBy, from: role.from, until: role.until,
          assigned: fact))
      persons.change(role.holder) { $0.assignments.append(index) }
      if let system = role.system { systems.change(system) { $0.assignments.append(index) } }
    case .ended(let role):
      assignments.change(role.assignment) { $0.ended = fact }
    }
  }

  private mutating func apply(_ event: SystemEvent, _ fact: Fact) {
    switch event {
    case .registered(let system):
      systems.add(
        SystemRow(
          id: system.system, name: system.name, owner: system.owner, ownership: system.ownership,
          reviewDays: system.reviewDays, purpose: system.purpose, registered: fact))
    case .classified(let classified):
      guard let classification = classified.classification else { return }
      systems.change(classified.system) {
        $0.classifications.append(ClassificationRow(classification: classification, fact: fact))
      }
    case .statusChanged(let changed):
      systems.change(changed.system) {
        $0.statuses.append(StatusRow(status: changed.status, fact: fact))
      }
    case .entitlementDefined(let defined):
      systems.change(defined.entitlement.system) {
        $0.entitlements.append(
          EntitlementRow(
            id: defined.entitlement, name: defined.name, description: defined.description,
            account: defined.account, privilege: defined.privilege, decidedBy: defined.decidedBy,
            validityDaysMax: defined.validityDaysMax, defined: fact))
      }
    case .accountFound(let found):
      accounts.add(
        AccountRow(
          id: found.account, system: found.system, kind: found.kind, person: found.person,
          found: fact))
    }
  }

  private mutating func apply(_ event: RequestEvent, _ fact: Fact, by principal: PersonID) {
    switch event {
    case .submitted(let request):
      let index = requests.add(
        RequestRow(
          id: request.request, person: request.person, entitlement: request.entitlement,
          scope: request.scope, from: request.from, until: request.until,
          requester: request.requester, purpose: request.purpose, duty: request.duty,
          need: request.need, submitted: fact))
      persons.change(request.person) { $0.requests.append(index) }
    case .endorsed(let endorsed):
      requests.change(endorsed.request) {
        $0.endorsement = EndorsementRow(
          endorser: endorsed.endorser, outcome: endorsed.outcome, fact: fact)
      }
    case .withdrawn(let withdrawn):
      requests.change(withdrawn.request) { $0.withdrawn = fact }
    case .approved(let approved):
      requests.change(approved.request) {
        $0.decision = DecisionRow(
          isApproval: true, grant: approved.grant, decider: approved.decider,
          actingFor: approved.actingFor, authority: approved.authority,
          assignment: approved.assignment, evidence: approved.evidence, fact: fact)
      }
      guard let grant = approved.grant, let request = requests[approved.request] else { return }
      guard !grants.contains(grant) else {
        decide(grant, on: request, approved, fact, by: principal)
        return
      }
      begin(
        GrantRow(
          id: grant, person: request.person, entitlement: request.entitlement,
          scope: request.scope, request: request.id, from: approved.from, until: approved.until,
          reviewDays: approved.reviewDays, begun: fact, isUndecided: false))
    case .denied(let denied):
      requests.change(denied.request) {
        $0.decision = DecisionRow(
          isApproval: false, decider: denied.decider, actingFor: denied.actingFor,
          authority: denied.authority, assignment: denied.assignment, evidence: denied.evidence,
          fact: fact)
      }
    }
  }

  private mutating func apply(_ event: GrantEvent, _ fact: Fact) {
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
            scope: request.scope, request: request.id, from: provisioned.from,
            until: provisioned.until, begun: fact, isUndecided: !isDecided))
      }
      grants.change(provisioned.grant) {
        $0.account = provisioned.account
        $0.provisioned = ProvisioningRow(
          by: provisioned.by, at: provisioned.at, from: provisioned.from,
          until: provisioned.until, fact: fact)
      }
    case .revoked(let revoked):
      grants.change(revoked.grant) {
        $0.end(EndingRow(by: revoked.by, cause: revoked.cause, fact: fact))
      }
    case .removalConfirmed(let removal):
      grants.change(removal.grant) { $0.removal = RemovalRow(by: removal.by, fact: fact) }
    case .takenOver(let found):
      begin(
        GrantRow(
          id: found.grant, person: found.person, entitlement: found.entitlement,
          account: found.account, from: fact.effective, begun: fact, isUndecided: true,
          takenOver: fact))
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
      $0.scope = request.scope
      $0.request = request.id
      $0.from = approved.from
      $0.until = approved.until
      $0.reviewDays = approved.reviewDays
      $0.begun = fact
      $0.provisioned = ProvisioningRow(
        by: principal, at: fact.effective, from: approved.from, until: approved.until, fact: fact)
    }
    if isUnowned, let index = grants.index(of: grant) {
      persons.change(request.person) { $0.grants.append(index) }
    }
  }

  private mutating func begin(_ grant: GrantRow) {
    let index = grants.add(grant)
    if let person = grant.person { persons.change(person) { $0.grants.append(index) } }
    systems.change(grant.entitlement.system) { system in
      system.grants.append(index)
      guard
        let place = system.entitlements.firstIndex(where: { $0.id == grant.entitlement })
      else { return }
      system.entitlements[place].grants.append(index)
    }
  }

  private mutating func apply(_ event: ReviewEvent, _ fact: Fact) {
    switch event {
    case .itemDecided(let item):
      grants.change(item.grant) { grant in
        if let last = grant.lastReview { grant.earlierReviews.append(last.fact.position) }
        grant.lastReview = ReviewRow(
          review: item.review, reviewer: item.reviewer, outcome: item.outcome, fact: fact)
        if item.outcome == .revoke {
          grant.end(EndingRow(by: item.reviewer, cause: .review, fact: fact))
        }
      }
    }
  }

  private mutating func apply(_ event: IncidentEvent, _ fact: Fact) {
    switch event {
    case .reported(let incident):
      incidents.add(
        IncidentRow(
          id: incident.incident, system: incident.system, severity: incident.severity,
          reporter: incident.reporter, what: incident.what, reported: fact))
    case .closed(let incident):
      incidents.change(incident.incident) { $0.closed = fact }
    }
  }
}
