public import AccessModel
public import Chronology
public import Diagnostics
import Policies

/// Something about the organisation or a person that is wrong at a moment though no event was.
public struct OrganisationFinding: Hashable, Sendable {
  /// Whom it is about; `nil` for a unit.
  public var person: PersonID?
  public var unit: UnitID?
  public var finding: Diagnostic
}

extension Register {
  /// What time itself, or what is missing, has made wrong at a moment: first of the units, then of the persons, each in the order of record.
  public func organisationFindings(at moment: Instant) -> [OrganisationFinding] {
    closedUnitFindings(at: moment) + personFindings(at: moment)
  }

  /// ORG-05: closed units that people still work in, or that own systems, and that no one unit took over.
  private func closedUnitFindings(at moment: Instant) -> [OrganisationFinding] {
    units.rows.compactMap { unit in
      guard let closed = unit.closed, closed.effective <= moment,
        heir(of: unit.id, at: moment) == unit.id
      else { return nil }
      let persons = staff(of: unit.id, at: moment)
      let systems = systemsOwned(by: unit.id, at: moment)
      guard !persons.isEmpty || !systems.isEmpty else { return nil }
      return OrganisationFinding(
        unit: unit.id,
        finding: PeopleInClosedUnit.finding(
          unit: unit.id, closed: closed.effective, persons: persons, systems: systems))
    }
  }

  private func personFindings(at moment: Instant) -> [OrganisationFinding] {
    var keysOf: [PersonID: Int] = [:]
    for key in keys.values
    where key.enrolled.effective <= moment
      && (key.revoked.map { $0.effective > moment } ?? true)
    {
      keysOf[key.principal, default: 0] += 1
    }
    return persons.rows.filter { $0.registered.effective <= moment }.flatMap { person in
      findings(of: person, keys: keysOf[person.id] ?? 0, at: moment).map {
        OrganisationFinding(
          person: person.id, unit: person.affiliation(at: moment)?.unit(at: moment), finding: $0)
      }
    }
  }

  private func findings(of person: PersonRow, keys: Int, at moment: Instant) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let active = person.affiliations.filter { $0.isActive(at: moment) }
    if active.isEmpty, !isComing(person, at: moment) {
      found.add(duties(of: person, keys: keys, at: moment))
    }
    if person.category.isExternal {
      for row in active {
        let sponsor = row.sponsor(at: moment)
        found.add(
          UnsponsoredExternal.check(
            person: person.id, affiliation: row.id, category: person.category, sponsor: sponsor,
            isSponsorHere: sponsor.map { isPresent($0, at: moment) } ?? false,
            hasContract: row.contract(at: moment) != nil))
      }
    }
    if let absence = person.unsuspendedAbsence(at: moment) {
      found.add(
        UnsuspendedAbsence.check(
          person: person.id, from: absence.from, effect: absence.effect,
          grants: grantsKept(by: person, awayFrom: absence.from, at: moment)))
    }
    for lapse in lapsedTrainings(of: person, at: moment) {
      found.append(
        LapsedTraining.finding(
          person: person.id, grant: lapse.grant, course: lapse.course, since: lapse.since))
    }
    for access in unconfirmedAccess(of: person, at: moment) {
      found.append(
        ConfirmedTransfer.finding(
          person: person.id, grant: access.grant.id, moved: access.transfer.at, due: access.due))
    }
    return found
  }

  /// How many grants a person has in effect in systems where the rules suspend access after so long an absence.
  private func grantsKept(
    by person: PersonRow, awayFrom from: Instant, at moment: Instant
  ) -> Int {
    var isLong: [SystemID: Bool] = [:]
    return person.grants.count { index in
      let system = grants[index].entitlement.system
      guard isInEffect(grants[index], at: moment) else { return false }
      if let known = isLong[system] { return known }
      let rules = effectivePolicy(for: system, person: person.id, at: moment).policy
      let found = UnsuspendedAbsence.isLong(from: from, rules.absenceSuspendsAfter, at: moment)
      isLong[system] = found
      return found
    }
  }

  /// Whether a person works nowhere and will begin.
  private func isComing(_ person: PersonRow, at moment: Instant) -> Bool {
    person.affiliations.contains { moment < $0.from && $0.isActive(at: $0.from) }
  }

  /// PER-10.
  private func duties(of person: PersonRow, keys: Int, at moment: Instant) -> Diagnostic? {
    let roles = person.assignments.map { assignments[$0] }
      .filter { isInForce($0, at: moment) }
    let held = person.grants.map { grants[$0] }.filter {
      switch state(of: $0, at: moment) {
      case .decided?, .scheduled?, .inEffect?, .suspended?, .undecided?, .ending?: true
      case .ended?, nil: false
      }
    }
    return DutiesOfTheAbsent.check(
      person: person.id, roles: roles.map(\.id), keys: keys, grants: held.map(\.id))
  }
}
