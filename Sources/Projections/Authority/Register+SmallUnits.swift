import AccessModel
public import Chronology
public import Policies

/// A grant that one person decided and handled in a small unit, and is checked by another each month.
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
  public func compensatedGrants(
    at moment: Instant, days: Int64 = SmallUnitException.checkDays
  ) -> [CompensatedGrant] {
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
      return CompensatedGrant(
        grant: grant, decision: decision, last: last,
        due: CompensatingCheck.due(after: last, days: days))
    }.sorted { ($0.due, $0.decision.fact.position) < ($1.due, $1.decision.fact.position) }
  }
}
