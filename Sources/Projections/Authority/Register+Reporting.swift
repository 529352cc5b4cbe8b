public import AccessModel
public import Chronology
import Events
import Policies

/// A decision on delegation that is to be reported to the body, and has not been.
public struct UnreportedDecision: Sendable {
  public var request: RequestRow
  public var decision: DecisionRow
  /// The line it rests on.
  public var line: DelegationRow
  /// When it is to have been reported (INV-07).
  public var due: Instant
}

extension Register {
  /// Remembers that a request was decided on delegation.
  mutating func noteDelegated(_ request: RequestID, _ kind: AuthorityKind) {
    guard kind == .delegation, let index = requests.index(of: request) else { return }
    requestsOnDelegation.append(index)
  }

  /// The line that a decision is to be reported for; `nil` when it is not to be reported.
  public func reportableLine(of decision: DecisionRow) -> DelegationRow? {
    guard decision.authority == .delegation,
      let line = decision.delegation.flatMap({ delegations[$0] }),
      line.line.reporting == .reported
    else { return nil }
    return line
  }

  /// The requests decided on delegation from a body in a period, that are to be reported to it: by the moment of decision, and of equals by
  /// the order of record. Those that have been reported are among them.
  public func delegatedDecisions(
    of body: UnitID, from: Instant, until: Instant
  ) -> [RequestRow] {
    requestsOnDelegation.lazy.map { requests[$0] }.filter { row in
      guard let decision = row.decision, from <= decision.fact.effective,
        decision.fact.effective < until
      else { return false }
      return reportableLine(of: decision)?.line.body == body
    }.sorted {
      guard let one = $0.decision?.fact, let other = $1.decision?.fact else { return false }
      return (one.effective, one.position) < (other.effective, other.position)
    }
  }

  /// The requests whose decisions had been reported at a moment.
  public func reportedRequests(at moment: Instant) -> Set<RequestID> {
    Set(
      delegationReports.lazy.filter { $0.fact.effective <= moment }.flatMap(\.report.requests))
  }

  /// When a decision is to have been reported, by the rules in force when it was made.
  public func reportDue(of decision: DecisionRow, on request: RequestRow) -> Instant {
    let made = decision.fact.effective
    let rules = effectivePolicy(
      for: request.entitlement.system, person: request.person, at: made
    ).policy
    return ReportedDelegation.due(decided: made, within: rules.delegationReport)
  }

  /// Every decision that is to be reported and had not been at a moment: that due first, first.
  public func unreportedDecisions(at moment: Instant) -> [UnreportedDecision] {
    let reported = reportedRequests(at: moment)
    return requestsOnDelegation.lazy.map { requests[$0] }.compactMap { row in
      guard !reported.contains(row.id), let decision = row.decision,
        decision.fact.effective <= moment, let line = reportableLine(of: decision)
      else { return nil }
      return UnreportedDecision(
        request: row, decision: decision, line: line, due: reportDue(of: decision, on: row))
    }.sorted { ($0.due, $0.decision.fact.position) < ($1.due, $1.decision.fact.position) }
  }
}
