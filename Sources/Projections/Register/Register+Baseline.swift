public import AccessModel
public import Chronology
import Events
public import Policies

/// What a grant of an entitlement must live up to at a moment: the rules, the risk analyses and the right's own terms together.
public struct GrantBaseline: Hashable, Sendable {
  /// The level that counts: the system's, or the entitlement's own when that is higher.
  public var level: Int
  public var privilege: Privilege
  /// What the rules in force say.
  public var rules: AccessPolicy.Terms
  /// Which role decides.
  public var decidedBy: Role
  /// The longest time a grant may run by the rules and the analyses, in days; `nil` when only reviews bound it.
  public var validityDaysMax: Int64?
  /// The longest time between reviews by the rules and the analyses, in days.
  public var reviewDaysMax: Int64
  /// The longest time a grant may run by the analyses, in days.
  public var analysedValidityDaysMax: Int64?
  /// The analysis that asks for two persons where the rules do not.
  public var twoPersonsBy: AnalysisID?

  /// Whether endorser and decider are two persons, by the rules or by an analysis.
  public var needsTwoPersons: Bool { rules.needsTwoPersons || twoPersonsBy != nil }
}

extension Register {
  /// The level that rules go by: that of the system, or the entitlement's own when it is higher.
  public func level(of entitlement: EntitlementRow, at moment: Instant) -> Int {
    let own = Int(clamping: entitlement.terms(at: moment).level ?? 0)
    return max(systems[entitlement.id.system]?.classification(at: moment)?.level ?? 0, own)
  }

  /// What a grant of an entitlement to a person of a category must live up to at a moment.
  ///
  /// - Parameter restsOnException: whether the grant rests on an exception from segregation of duties.
  public func baseline(
    of entitlement: EntitlementRow, for category: PersonCategory, at moment: Instant,
    under policy: AccessPolicy, restsOnException: Bool = false
  ) -> GrantBaseline {
    let terms = entitlement.terms(at: moment)
    let level = level(of: entitlement, at: moment)
    var stakes =
      systems[entitlement.id.system]?.stakes(of: entitlement, for: category, at: moment)
      ?? Stakes(level: level, privilege: terms.privilege, category: category)
    stakes.restsOnException = restsOnException
    let rules = policy.terms(for: stakes)
    var baseline = GrantBaseline(
      level: level, privilege: terms.privilege, rules: rules, decidedBy: terms.decidedBy,
      validityDaysMax: rules.validityDaysMax, reviewDaysMax: rules.reviewDaysMax)
    for analysis in systems[entitlement.id.system]?.presentAnalyses(at: moment) ?? [] {
      if let days = analysis.validityDaysMax {
        baseline.validityDaysMax = min(days, baseline.validityDaysMax ?? days)
        baseline.analysedValidityDaysMax = min(days, baseline.analysedValidityDaysMax ?? days)
      }
      if let days = analysis.reviewDaysMax {
        baseline.reviewDaysMax = min(days, baseline.reviewDaysMax)
      }
      if analysis.twoPersons == .yes { baseline.twoPersonsBy = analysis.analysis }
    }
    return baseline
  }

  /// The interval that a grant gets when nobody names one: the shortest of what the rules, the analyses, the system and the
  /// entitlement say, in days.
  public func reviewDays(
    of entitlement: EntitlementRow, for category: PersonCategory, at moment: Instant,
    under policy: AccessPolicy, restsOnException: Bool = false
  ) -> Int64 {
    var days = baseline(
      of: entitlement, for: category, at: moment, under: policy,
      restsOnException: restsOnException
    ).reviewDaysMax
    let own = [
      systems[entitlement.id.system]?.details(at: moment).reviewDays,
      entitlement.terms(at: moment).reviewDays,
    ]
    for case let shorter? in own { days = min(days, shorter) }
    return days
  }
}
