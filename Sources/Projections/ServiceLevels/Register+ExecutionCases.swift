import AccessModel
import Chronology
import Events

extension Register {
  /// From each decision on a grant to when it was carried out; none for a decision that leaves nothing to be done in the system.
  ///
  /// The first decision waits for the first execution, whatever is decided meanwhile. A later one, and a narrowing, waits for the first
  /// execution recorded between it and the next. Access that was found and decided afterwards, and access in an emergency, works already.
  func executionCases(
    _ grant: GrantRow, at moment: Instant, in zone: TimeZoneRules
  ) -> [ServiceLevelCase] {
    let executions = ([grant.provisioned].compactMap(\.self) + grant.provisionedAgain)
      .filter { $0.at <= moment }
    var cases: [ServiceLevelCase] = []
    if !grant.isUndecided, grant.takenOver == nil, grant.emergency == nil,
      let first = firstExecutionCase(grant, executions.first, at: moment, in: zone)
    {
      cases.append(first)
    }
    let changes = grant.changes.filter { $0.fact.effective <= moment }
    for (index, change) in changes.enumerated() {
      let next = changes.indices.contains(index + 1) ? changes[index + 1] : nil
      let execution = executions.first { execution in
        execution.fact.position > change.fact.position
          && next.map { execution.fact.position < $0.fact.position } ?? true
      }
      var found = accessCase(
        .execution, "\(grant.id)", grant.person, grant.entitlement,
        began: change.fact.effective, at: moment)
      if let execution {
        carryOut(&found, execution, at: moment)
      } else if let next {
        // What is decided anew before it was carried out is not to be carried out any more.
        let before = next.fact.effective.advanced(byMilliseconds: -1)
        guard change.fact.effective <= before, pendingExecution(of: grant, at: before) != nil else {
          continue
        }
        found.end(.dropped, next.fact.effective)
      } else {
        guard pendingExecution(of: grant, at: moment) != nil else { continue }
        close(&found, grant, at: moment)
      }
      found.bound(
        executionDue(of: grant, decided: change.fact.effective, in: zone), at: moment)
      cases.append(found)
    }
    return cases
  }

  private func firstExecutionCase(
    _ grant: GrantRow, _ execution: ProvisioningRow?, at moment: Instant, in zone: TimeZoneRules
  ) -> ServiceLevelCase? {
    let decision = grant.request.flatMap { requests[$0]?.decision }
    let began = decision.flatMap { $0.isApproval ? $0.fact.effective : nil }
    // In history that was taken over a grant may begin with its execution: when it was decided is not known then.
    guard began ?? grant.begun.effective <= moment else { return nil }
    var found = accessCase(
      .execution, "\(grant.id)", grant.person, grant.entitlement, began: began, at: moment)
    if let execution {
      carryOut(&found, execution, at: moment)
    } else {
      close(&found, grant, at: moment)
    }
    if let began { found.bound(executionDue(of: grant, decided: began, in: zone), at: moment) }
    return found
  }

  private func carryOut(
    _ found: inout ServiceLevelCase, _ execution: ProvisioningRow, at moment: Instant
  ) {
    found.end(.done, execution.at)
    found.performedBy = unit(of: execution.by, at: execution.at, named: moment)
  }

  /// Nothing is carried out any more when the grant is over.
  private func close(_ found: inout ServiceLevelCase, _ grant: GrantRow, at moment: Instant) {
    switch state(of: grant, at: moment) {
    case nil, .decided, .scheduled, .inEffect, .suspended, .undecided: break
    case .ending, .ended:
      let over = [end(of: grant, at: moment)?.at, grant.removal?.fact.effective]
        .compactMap(\.self).min()
      found.end(.dropped, min(over ?? moment, moment))
    }
  }
}
