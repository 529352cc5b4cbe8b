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
    guard grant.emergency == nil, isHeld(grant, at: moment),
      let days = reviewInterval(of: grant, at: moment, standard: standard)
    else { return nil }
    let from = grant.lastConfirmed(by: moment)
    return from.advanced(byMilliseconds: days * 86_400_000)
  }

  /// How often a grant is to be reviewed, in days: what was decided, or the rules where they are stricter.
  func reviewInterval(
    of grant: GrantRow, at moment: Instant, standard: AccessPolicy = .standard
  ) -> Int64? {
    let own = grant.terms(at: moment).reviewDays
    guard let right = systems[grant.entitlement.system]?.entitlement(grant.entitlement.name) else {
      return own
    }
    let person = holder(of: grant)
    let rules = effectivePolicy(
      for: grant.entitlement.system,
      units: grant.person.map { workplaces(of: $0, at: moment) } ?? [], at: moment,
      standard: standard
    ).policy
    return reviewDays(
      of: grant, right, for: person?.category ?? .employee, at: moment, under: rules)
  }

  /// How often a grant of a right is to be reviewed under some rules.
  func reviewDays(
    of grant: GrantRow, _ right: EntitlementRow, for category: PersonCategory, at moment: Instant,
    under rules: AccessPolicy
  ) -> Int64 {
    let least = reviewDays(
      of: right, for: category, at: moment, under: rules,
      restsOnException: restsOnException(grant, at: moment))
    return grant.terms(at: moment).reviewDays.map { min($0, least) } ?? least
  }
}

extension GrantRow {
  /// When its need was last looked at by a moment: decided, decided anew, or confirmed by a review.
  ///
  /// A reviewer who cannot judge has not looked: the clock goes on. (INV-33)
  func lastConfirmed(by moment: Instant) -> Instant {
    var last = max(begun.effective, decided.from)
    for change in changes where change.request != nil && change.fact.effective <= moment {
      last = max(last, change.fact.effective)
    }
    for confirmed in confirmed where confirmed <= moment { last = max(last, confirmed) }
    return last
  }
}
