import AccessModel
public import Chronology
public import Policies

extension Register {
  /// By when access that ended must be gone from its system, by the rules in force when it did.
  ///
  /// - Parameter end: what ended it.
  public func removalDue(
    of grant: GrantRow, after end: GrantEnd, in zone: TimeZoneRules,
    standard: AccessPolicy = .standard
  ) -> Instant {
    let person = grant.person.flatMap { persons[$0] }
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
