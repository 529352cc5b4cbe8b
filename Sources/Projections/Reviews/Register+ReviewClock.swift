import AccessModel
public import Chronology
public import Policies

extension Register {
  /// By when a grant is to be reviewed next, by the rules in force at a moment; `nil` for what is not held.
  ///
  /// The clock starts with a decision, and anew with a review that confirmed the need. “Cannot judge” and silence do not move it. (INV-33)
  public func reviewDue(
    of grant: GrantRow, at moment: Instant, standard: AccessPolicy = .standard
  ) -> Instant? {
    guard grant.emergency == nil, isHeld(grant, at: moment) else { return nil }
    var from = grant.begun.effective
    for change in grant.changes where change.request != nil && change.fact.effective <= moment {
      from = max(from, change.fact.effective)
    }
    if let confirmed = grant.confirmed, confirmed <= moment { from = max(from, confirmed) }
    guard let days = reviewInterval(of: grant, at: moment, standard: standard) else { return nil }
    return from.advanced(byMilliseconds: days * 86_400_000)
  }

  /// How often a grant is to be reviewed, in days: what was decided, or the rules where they are stricter.
  private func reviewInterval(
    of grant: GrantRow, at moment: Instant, standard: AccessPolicy
  ) -> Int64? {
    let own = grant.terms(at: moment).reviewDays
    guard let right = systems[grant.entitlement.system]?.entitlement(grant.entitlement.name) else {
      return own
    }
    let person = grant.person.flatMap { persons[$0] }
    let rules = effectivePolicy(
      for: grant.entitlement.system,
      units: grant.person.map { workplaces(of: $0, at: moment) } ?? [], at: moment,
      standard: standard
    ).policy
    let least = reviewDays(
      of: right, for: person?.category ?? .employee, at: moment, under: rules,
      restsOnException: restsOnException(grant, at: moment))
    return own.map { min($0, least) } ?? least
  }
}
