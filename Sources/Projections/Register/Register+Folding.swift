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
    case .ledger(.disposalDecided(let decided)):
      disposals.append(
        DisposalRow(decided: decided, caseNumber: recorded.caseNumber, fact: fact))
    case .ledger(.holdSet(let set)):
      holds.append(
        HoldRow(
          hold: set.hold, target: set.target, caseNumber: recorded.caseNumber,
          reason: recorded.reason, set: fact))
    case .ledger(let event): apply(event, fact, by: recorded.actor.principal)
    case .key(let event): apply(event, fact)
    case .unit(let event): apply(event, fact)
    case .person(let event): apply(event, fact)
    case .role(let event): apply(event, fact)
    case .system(let event): apply(event, fact)
    case .request(let event): apply(event, fact, by: recorded.actor.principal)
    case .grant(let event): apply(event, fact)
    case .review(let event):
      apply(
        event, fact, by: recorded.actor.principal, hasReason: recorded.reason != nil)
    case .incident(let event):
      apply(
        event, fact, by: recorded.actor.principal, hasReason: recorded.reason != nil)
    case .delegation(let event): apply(event, fact)
    case .separation(let event): apply(event, fact)
    case .policy(let event): apply(event, fact)
    case .usage(let event): apply(event, fact)
    case .reconciliation(let event): apply(event, fact)
    case .stale(let event): apply(event, fact)
    }
    // Now that a first event has made its row.
    setNextRevision(recorded.revision + 1, of: recorded.event.stream)
  }

  /// Keeps that an event is there, whatever it says.
  mutating func note(_ recorded: borrowing Recorded<AccessEvent>) {
    position = recorded.position + 1
    lastRecorded = recorded.recorded
    commands.insert(recorded.command.id)
    setNextRevision(recorded.revision + 1, of: recorded.event.stream)
  }

  private mutating func apply(_ event: LedgerEvent, _ fact: Fact, by principal: PersonID) {
    switch event {
    case .opened(let opened):
      origin = opened.origin
      timeZone = opened.timeZone
      logKeys = [LogKeyRow(key: opened.logKey, added: fact)]
    case .tailQuarantined(let tail):
      quarantinedTails.insert(tail)
    case .clockStepped:
      // It tells of the ledger's keeping and changes nothing that is true about access.
      break
    case .eventCorrected(let correction):
      corrections.append(CorrectionRow(correction: correction, by: principal, fact: fact))
    case .secrecyMarked(let marking):
      secrecyMarkings.append(SecrecyRow(marking: marking, fact: fact))
    case .logKeyReplaced(let replaced):
      logKeys.append(LogKeyRow(key: replaced.logKey, added: fact))
    case .logKeyRetired(let retired):
      guard let index = logKeys.firstIndex(where: { $0.key == retired.logKey && $0.retired == nil })
      else { return }
      logKeys[index].retired = fact
    case .headRebuilt(let rebuilt): rebuiltHeads.append(rebuilt)
    case .recordsDisposed(let disposed):
      disposedRecords.append(DisposedRow(disposed: disposed, by: principal, fact: fact))
    case .holdLifted(let lifted):
      guard let index = holds.lastIndex(where: { $0.hold == lifted.hold && $0.lifted == nil })
      else { return }
      holds[index].lifted = fact
    case .recordDisclosed(let disclosed):
      disclosures.append(DisclosureRow(disclosed: disclosed, fact: fact))
    case .disclosureDenied(let denied):
      deniedDisclosures.append(DeniedDisclosureRow(denied: denied, fact: fact))
    case .disposalDecided, .holdSet:
      // They are folded where the case number is at hand.
      break
    case .restored(let restored):
      if let name = restored.origin { origin = name }
      if let key = restored.logKey {
        for index in logKeys.indices where logKeys[index].retired == nil {
          logKeys[index].retired = fact
        }
        logKeys.append(LogKeyRow(key: key, added: fact))
      }
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
          id: unit.unit, name: unit.name, kind: unit.kind, parent: unit.parent,
          organisationNumber: unit.organisationNumber, registered: fact))
    case .renamed(let renamed):
      units.change(renamed.unit) { $0.renames.append(UnitNameRow(name: renamed.name, fact: fact)) }
    case .moved(let moved):
      units.change(moved.unit) { $0.moves.append(UnitParentRow(parent: moved.parent, fact: fact)) }
    case .closed(let closed):
      units.change(closed.unit) {
        // What is closed is not closed again.
        guard $0.closed == nil else { return }
        $0.closed = fact
        $0.successors = closed.successors
      }
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
            until: started.until, sponsor: started.sponsor, position: started.position,
            contract: started.contract, project: started.project, started: fact))
      }
    case .affiliationEnded(let ended):
      persons.change(ended.person) { person in
        guard let index = person.affiliations.firstIndex(where: { $0.id == ended.affiliation })
        else { return }
        person.affiliations[index].ended = fact.ending(
          at: ended.until, unlessSooner: person.affiliations[index].ended)
      }
    case .affiliationChanged(let changed):
      persons.change(changed.person) { person in
        guard let index = person.affiliations.firstIndex(where: { $0.id == changed.affiliation })
        else { return }
        person.affiliations[index].changes.append(
          PlacementRow(
            unit: changed.unit, position: changed.position, until: changed.until,
            sponsor: changed.sponsor, contract: changed.contract, fact: fact))
      }
    case .absenceStarted(let started):
      persons.change(started.person) {
        $0.absences.append(
          AbsenceRow(
            affiliation: started.affiliation, from: started.from,
            expectedUntil: started.expectedUntil, effect: started.effect, started: fact))
      }
    case .absenceEnded(let ended):
      persons.change(ended.person) { $0.endAbsence(from: ended.affiliation, fact) }
    case .trainingCompleted(let training):
      persons.change(training.person) {
        $0.trainings.append(
          TrainingRow(
            course: training.course, completed: training.completed,
            validUntil: training.validUntil, fact: fact))
      }
    case .identityChanged:
      // Names and addresses are in the identity register, not here.
      break
    case .identityErased(let erased):
      guard let index = persons.index(of: erased.person) else { return }
      persons.change(at: index) {
        $0.erased = ErasureRow(basis: erased.basis, approver: erased.approver, fact: fact)
      }
      erasedPersons.append(index)
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
      if let unit = role.unit, role.role == .manager || role.role == .head {
        units.change(unit) { $0.leaders.append(index) }
      }
      if let system = role.system { systems.change(system) { $0.assignments.append(index) } }
    case .ended(let role):
      assignments.change(role.assignment) {
        $0.ended = fact.ending(at: role.until, unlessSooner: $0.ended)
        $0.vacantUntil = role.vacantUntil
      }
    }
  }

  private mutating func apply(_ event: SystemEvent, _ fact: Fact) {
    switch event {
    case .registered(let system):
      systems.add(
        SystemRow(
          id: system.system, name: system.name, owner: system.owner, ownership: system.ownership,
          informationOwner: system.informationOwner, supplier: system.supplier,
          personalData: system.personalData, sector: system.sector, support: system.support,
          commonDecision: system.commonDecision, reviewDays: system.reviewDays,
          purpose: system.purpose, registered: fact))
    case .classified(let classified):
      guard let classification = classified.classification else { return }
      systems.change(classified.system) {
        $0.classifications.append(
          ClassificationRow(
            classification: classification, method: classified.method,
            participants: classified.participants, analysis: classified.analysis,
            validUntil: classified.validUntil, fact: fact))
      }
    case .changed(let changed):
      systems.change(changed.system) {
        $0.changes.append(SystemChangeRow(change: changed, fact: fact))
      }
    case .riskAnalysed(let analysis):
      analyses.add(AnalysisOwner(id: analysis.analysis, system: analysis.system))
      systems.change(analysis.system) {
        $0.analyses.append(AnalysisRow(analysis: analysis, fact: fact))
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
            validityDaysMax: defined.conditions.validityDaysMax,
            reviewDays: defined.conditions.reviewDays,
            level: defined.conditions.level, matter: defined.conditions.matter,
            position: defined.conditions.position,
            courses: defined.conditions.courses, emergency: defined.conditions.emergency,
            yearlyCost: defined.conditions.yearlyCost, defined: fact))
      }
    case .entitlementChanged(let changed):
      changeEntitlement(changed.entitlement) {
        $0.changes.append(EntitlementChangeRow(change: changed, fact: fact))
      }
    case .entitlementRetired(let retired):
      changeEntitlement(retired.entitlement) {
        $0.retired = fact
        $0.successor = retired.successor
      }
    case .accountDescribed(let described):
      if !accounts.contains(described.account) {
        accounts.add(
          AccountRow(
            id: described.account, system: described.system, kind: described.kind, found: fact))
      }
      accounts.change(described.account) {
        $0.descriptions.append(AccountDescriptionRow(description: described, fact: fact))
      }
    case .accountRotated(let rotated):
      accounts.change(rotated.account) { $0.rotations.append(fact) }
    case .accountFound(let found):
      accounts.add(
        AccountRow(
          id: found.account, system: found.system, kind: found.kind, person: found.person,
          found: fact))
    }
  }

  private mutating func changeEntitlement(
    _ id: EntitlementID, _ body: (inout EntitlementRow) -> Void
  ) {
    systems.change(id.system) { system in
      guard let place = system.entitlements.firstIndex(where: { $0.id == id }) else { return }
      body(&system.entitlements[place])
    }
  }
}
