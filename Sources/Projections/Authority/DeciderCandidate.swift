public import AccessModel
public import Chronology
public import Diagnostics
import Events
import Policies

/// Somebody who may decide who gets an entitlement, or nearly may.
public struct DeciderCandidate: Sendable {
  /// The way that would be recorded: the first that holds, else the nearest.
  public var route: AuthorityRoute
  /// The rules that bar this person all the same.
  public var bars: [Diagnostic]

  public var mayDecide: Bool { route.isValid && bars.isEmpty }
}

extension Register {
  /// Everybody who may decide who gets an entitlement at a moment, and everybody whose role or position could have let them.
  ///
  /// Those who may come first: the role that decides before the one above it, own power before a deputy's, and of equals by
  /// identifier. Then those who may not, with the least against them first.
  public func deciderCandidates(
    over entitlement: EntitlementRow, for person: PersonID?, at moment: Instant
  ) -> [DeciderCandidate] {
    var found: [DeciderCandidate] = []
    let terms = entitlement.terms(at: moment)
    for row in persons.rows {
      if row.assignments.isEmpty, terms.matter == nil { continue }
      let routes = authorityRoutes(of: row.id, over: entitlement, for: person, at: moment)
      guard let route = routes.first(where: \.isValid) ?? routes.closest else { continue }
      found.append(
        DeciderCandidate(
          route: route, bars: bars(route, over: entitlement, for: person, at: moment)))
    }
    func rank(_ candidate: DeciderCandidate) -> (Int, Int, Int) {
      let role = candidate.route.authority.assignment.flatMap { assignments[$0]?.role }
      let isNamed = candidate.route.authority.delegation != nil || role == terms.decidedBy
      return (
        candidate.mayDecide ? 0 : candidate.route.misses.count + candidate.bars.count,
        candidate.route.authority.actingFor == nil ? 0 : 1, isNamed ? 0 : 1
      )
    }
    return found.sorted { one, other in
      let (left, right) = (rank(one), rank(other))
      if left != right { return left < right }
      let (first, second) = (one.route.decider, other.route.decider)
      if let number = first.number, let other = second.number { return number < other }
      return first < second
    }
  }

  private func bars(
    _ route: AuthorityRoute, over entitlement: EntitlementRow, for person: PersonID?,
    at moment: Instant
  ) -> [Diagnostic] {
    let decider = route.decider
    var found: [Diagnostic] = []
    if let person {
      found.add(
        NoSelfDecision.check(
          decider: decider, subject: person,
          isSubjectsDeputy: isSubjectsDeputy(
            decider, of: person, in: entitlement.id.system, on: route.authority, at: moment)))
    }
    found.add(UndelegableMatter.check(matter: entitlement.terms(at: moment).matter))
    found.add(barred(decider, from: entitlement, at: moment))
    if let system = systems[entitlement.id.system] {
      found.add(
        AdministratorDoesNotDecide.check(
          decider: decider, system: system.id,
          assignment: administration(of: system, by: decider, at: moment)?.id,
          isSmallUnit: false))
    }
    return found
  }

  /// The decisions made on a line by a moment, in the order of record.
  public func decisions(
    on delegation: DelegationID, at moment: Instant
  ) -> [(request: RequestRow, decision: DecisionRow)] {
    requestsOnDelegation.compactMap { index in
      let row = requests[index]
      guard let decision = row.decision, decision.delegation == delegation,
        decision.fact.effective <= moment
      else { return nil }
      return (row, decision)
    }
  }
}
