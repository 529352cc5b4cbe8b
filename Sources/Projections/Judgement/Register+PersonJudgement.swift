import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  /// AFF-01, AFF-02 and PER-01 to PER-14 of what is said of a person. History that is taken over stays as it was.
  func violations(of event: PersonEvent, in proposal: Proposal) -> [Diagnostic] {
    guard proposal.channel != .migration else {
      if case .affiliationEnded = event { return [lockout(by: proposal)].compactMap(\.self) }
      return []
    }
    switch event {
    case .registered: return []
    case .affiliationStarted(let started): return violations(of: started, in: proposal)
    case .affiliationEnded: return [lockout(by: proposal)].compactMap(\.self)
    case .affiliationChanged(let changed): return violations(of: changed, in: proposal)
    case .absenceStarted(let absence): return violations(of: absence, in: proposal)
    case .absenceEnded(let absence):
      return [
        CauselessAbsence.check(person: absence.person, hasReason: proposal.hasReason),
        erased(absence.person),
      ].compactMap(\.self)
    case .trainingCompleted(let training):
      return [
        erased(training.person),
        CompletedTraining.check(
          person: training.person, course: training.course, completed: training.completed,
          validUntil: training.validUntil, recorded: proposal.recorded),
      ].compactMap(\.self)
    case .identityChanged(let changed): return [erased(changed.person)].compactMap(\.self)
    case .identityErased(let erasure): return violations(of: erasure, in: proposal)
    }
  }

  /// PER-13 when the identity of the person is erased.
  func erased(_ person: PersonID) -> Diagnostic? {
    ErasedForGood.check(person: person, erased: persons[person]?.erased?.fact.effective)
  }

  private func violations(
    of started: AffiliationStarted, in proposal: Proposal
  ) -> [Diagnostic] {
    guard let person = persons[started.person] else { return [] }
    var found: [Diagnostic] = []
    found.add(erased(person.id))
    found.add(closed(started.unit, at: max(started.from, proposal.recorded)))
    found.add(
      BoundedAffiliation.check(
        person: person.id, category: person.category, until: started.until))
    found.add(
      SponsoredExternal.check(
        person: person.id, category: person.category, hasSponsor: started.sponsor != nil,
        hasContract: started.contract != nil))
    found.add(sponsor(started.sponsor, of: person.id, at: max(started.from, proposal.recorded)))
    let present = person.affiliations.last {
      $0.unit(at: started.from) == started.unit && $0.isActive(at: started.from)
    }
    found.add(
      OneAffiliationPerUnit.check(
        person: person.id, unit: started.unit, present: present?.id, end: present?.end,
        until: started.until))
    return found
  }

  private func violations(
    of changed: AffiliationChanged, in proposal: Proposal
  ) -> [Diagnostic] {
    let moment = proposal.effective
    guard let person = persons[changed.person],
      let row = person.affiliations.first(where: { $0.id == changed.affiliation })
    else { return [] }
    var found: [Diagnostic] = []
    found.add(erased(person.id))
    found.add(
      PresentPlace.check(
        person: person.id, affiliation: row.id, at: moment, isActive: row.isActive(at: moment),
        end: row.end))
    found.add(sponsor(changed.sponsor, of: person.id, at: max(moment, proposal.recorded)))
    let place = row.unit(at: moment)
    guard place == changed.unit else {
      found.add(closed(changed.unit, at: max(moment, proposal.recorded)))
      let other = person.affiliations.last {
        $0.id != row.id && $0.unit(at: moment) == changed.unit && $0.isActive(at: moment)
      }
      found.add(
        OneAffiliationPerUnit.check(
          person: person.id, unit: changed.unit, present: other?.id, end: other?.end,
          until: changed.until ?? row.planned))
      return found
    }
    let isOther =
      changed.position != row.position(at: moment)
      || changed.sponsor.map { $0 != row.sponsor(at: moment) } ?? false
      || changed.contract.map { $0 != row.contract(at: moment) } ?? false
      || changed.until.map { $0 != row.planned } ?? false
    if !isOther {
      found.add(
        OneAffiliationPerUnit.check(
          person: person.id, unit: changed.unit, present: row.id, end: nil, until: nil))
    }
    return found
  }

  /// PER-02 of a sponsor that is named.
  private func sponsor(
    _ sponsor: PersonID?, of person: PersonID, at moment: Instant
  ) -> Diagnostic? {
    sponsor.flatMap {
      ActiveSponsor.check(
        person: person, sponsor: $0, category: persons[$0]?.category,
        isHere: isPresent($0, at: moment))
    }
  }

  private func violations(of absence: AbsenceStarted, in proposal: Proposal) -> [Diagnostic] {
    guard let person = persons[absence.person],
      let row = person.affiliations.first(where: { $0.id == absence.affiliation })
    else { return [] }
    var found: [Diagnostic] = []
    found.add(CauselessAbsence.check(person: person.id, hasReason: proposal.hasReason))
    found.add(erased(person.id))
    found.add(OrderedPeriod.check(from: absence.from, until: absence.expectedUntil))
    found.add(
      PresentPlace.check(
        person: person.id, affiliation: row.id, at: absence.from,
        isActive: row.isActive(at: absence.from), end: row.end))
    let other = person.absence(
      from: row.id, overlapping: absence.from, absence.expectedUntil)
    found.add(
      OneAbsenceAtATime.check(
        person: person.id, affiliation: row.id, from: other?.from,
        until: other.flatMap { $0.ended?.effective ?? $0.expectedUntil }))
    return found
  }

  private func violations(of erasure: IdentityErased, in proposal: Proposal) -> [Diagnostic] {
    guard let person = persons[erasure.person] else { return [] }
    let moment = proposal.effective
    var found: [Diagnostic] = []
    found.add(erased(person.id))
    let isOfficer = assignments(of: erasure.approver, at: moment).contains {
      $0.role == .dataProtectionOfficer && $0.system == nil
    }
    found.add(
      ErasureByTwo.check(
        person: person.id, principal: proposal.actor.principal, approver: erasure.approver,
        isOfficer: isOfficer))
    found.add(shown(proposal, by: erasure.approver, hasEvidence: false))
    let open = person.affiliations.filter { $0.end.map { moment < $0 } ?? true }
    let held = person.grants.map { grants[$0] }.filter {
      state(of: $0, at: moment).map { $0 != .ended } ?? true
    }
    found.add(
      ErasableIdentity.check(
        person: person.id, affiliations: open.map(\.id), grants: held.map(\.id)))
    found.add(
      GovernedDisposal.check(
        "\(person.id)", obstacle(toErasing: person, at: proposal.recorded)))
    return found
  }

  /// PER-13 and ORG-03 of a role: it is given to a person who can be named, for a unit that is open.
  func placeViolations(of role: RoleAssigned, in proposal: Proposal) -> [Diagnostic] {
    guard proposal.channel != .migration else { return [] }
    return [
      erased(role.holder), role.unit.flatMap { closed($0, at: max(role.from, proposal.effective)) },
    ].compactMap(\.self)
  }

  /// SEC-01 and SEC-02.
  func violations(of marking: SecrecyMarked, in proposal: Proposal) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found.add(
      NoPersonalData.check(
        marking.provision.text, field: .init(en: "provision", sv: "bestämmelse")))
    let targets = marking.targets
    found.add(
      SecrecyTarget.check(
        targets: targets.map(\.text), isPerson: marking.person != nil,
        isProtectedIdentity: marking.isProtectedIdentity == .yes))
    guard let target = targets.first, targets.count == 1 else { return found }
    let isMarked = secrecyInForce(at: proposal.effective).contains {
      $0.marking.targets == targets && $0.marking.provision == marking.provision
    }
    found.add(
      SecrecyOrder.check(
        target: target.text, provision: marking.provision.text,
        isMarking: marking.marking == .yes, isMarked: isMarked))
    return found
  }
}
