import AccessModel
public import Chronology
public import Policies

/// By when something is to have been done, by the rules of the time that count for it.
extension Register {
  /// By when what was decided for a grant must be carried out, by the rules in force at the decision.
  public func executionDue(
    of grant: GrantRow, decided: Instant, in zone: TimeZoneRules
  ) -> Instant {
    ExecutionDeadline.due(
      after: decided, within: rules(for: grant, at: decided).execution, in: zone)
  }

  /// By when the use of emergency access must be followed up, by the rules in force when it ended; `nil` while no end is known at a moment.
  public func followUpDue(of grant: GrantRow, at moment: Instant) -> Instant? {
    end(of: grant, at: moment).map {
      EmergencyFollowUp.due(ended: $0.at, within: rules(for: grant, at: $0.at).emergencyFollowUp)
    }
  }

  /// When access was found that nobody has decided, and by when somebody must, by the rules in force at a moment.
  public func undecidedDue(
    of grant: GrantRow, at moment: Instant
  ) -> (found: Instant, due: Instant) {
    let found = grant.takenOver?.effective ?? grant.begun.effective
    return (
      found, UndecidedAccess.due(found: found, within: rules(for: grant, at: moment).legacyWithin)
    )
  }

  /// Until when the classification of a system that is present at a moment holds, by the rules in force then; `nil` when it has none.
  public func classificationEnd(
    of system: SystemRow, at moment: Instant, in zone: TimeZoneRules
  ) -> Instant? {
    system.presentClassification(at: moment).map { present in
      ClassificationValidity.end(
        made: present.since, stated: present.ground.validUntil,
        within: policy(for: system.id, unit: nil, at: moment).classificationValidity, in: zone)
    }
  }

  /// The rules that hold for a grant at a moment.
  private func rules(for grant: GrantRow, at moment: Instant) -> AccessPolicy {
    effectivePolicy(
      for: grant.entitlement.system,
      units: grant.person.map { workplaces(of: $0, at: moment) } ?? [], at: moment
    ).policy
  }

  /// By when access that ended must be gone from its system, by the rules in force when it did.
  ///
  /// - Parameter end: what ended it.
  public func removalDue(
    of grant: GrantRow, after end: GrantEnd, in zone: TimeZoneRules,
    standard: AccessPolicy = .standard
  ) -> Instant {
    let person = holder(of: grant)
    let category = person?.category ?? .employee
    let last = end.at.advanced(byMilliseconds: -1)
    let system = systems[grant.entitlement.system]
    var stakes =
      system?.entitlement(grant.entitlement.name).flatMap {
        system?.stakes(of: $0, for: category, at: end.at)
      } ?? Stakes(level: 0, privilege: .ordinary, category: category)
    stakes.restsOnException = restsOnException(grant, at: last)
    let rules = effectivePolicy(
      for: grant.entitlement.system,
      units: person.map { lastWorkplaces(of: $0, at: last) } ?? [], at: end.at, standard: standard
    ).policy
    return RemovalDeadline.due(
      after: end.at, stakes,
      isBrokenOff: end.cause == .affiliationEnded
        && person.map { isBrokenOff($0, at: end.at, in: zone) } ?? false,
      under: rules, in: zone)
  }

  /// Where a person worked at a moment, or last before it.
  private func lastWorkplaces(of person: PersonRow, at moment: Instant) -> [UnitID] {
    let places = workplaces(of: person.id, at: moment)
    guard places.isEmpty, let last = person.affiliations.last else { return places }
    return [last.unit(at: moment)]
  }

  /// Whether an employment or assignment was broken off then: ended there and then, before the time agreed, and not with a last day.
  private func isBrokenOff(
    _ person: PersonRow, at moment: Instant, in zone: TimeZoneRules
  ) -> Bool {
    guard zone.instant(of: zone.day(of: moment)) != moment else { return false }
    return person.affiliations.contains { row in
      row.ended?.effective == moment && row.planned.map { moment < $0 } ?? true
    }
  }
}
