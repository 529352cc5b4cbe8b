import AccessModel
public import Chronology
import Policies

/// A grant that one person decided and handled in a small unit, and is checked by another as often as the rules say.
public struct CompensatedGrant: Sendable {
  public var grant: GrantRow
  public var decision: DecisionRow
  /// When it was decided, or last reviewed by somebody else than the decider.
  public var last: Instant
  /// When the next check is to have been made (ROL-12).
  public var due: Instant
}

extension Register {
  /// The grants in effect at a moment that rest on the exception for small units: that due first, first.
  ///
  /// How often they are checked is what the rules in force at the moment say.
  public func compensatedGrants(at moment: Instant) -> [CompensatedGrant] {
    requestsOfSmallUnits.lazy.map { requests[$0] }.compactMap { row in
      guard let decision = row.decision, let grant = decision.grant.flatMap({ grants[$0] }),
        isInEffect(grant, at: moment)
      else { return nil }
      var last = decision.fact.effective
      if let review = grant.lastReview, review.reviewer != decision.decider,
        review.fact.effective <= moment
      {
        last = max(last, review.fact.effective)
      }
      let rules = effectivePolicy(
        for: row.entitlement.system, person: row.person, at: moment
      ).policy
      return CompensatedGrant(
        grant: grant, decision: decision, last: last,
        due: CompensatingCheck.due(after: last, within: rules.compensatingReview))
    }.sorted { ($0.due, $0.decision.fact.position) < ($1.due, $1.decision.fact.position) }
  }
}
