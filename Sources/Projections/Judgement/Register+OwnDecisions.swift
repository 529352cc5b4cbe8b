import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension AccessEvent {
  /// Whether a scheduled job may record it: what the recorders say, requests for what a rule gives everybody, and reports of incidents.
  var isForJobs: Bool {
    if case .request(.submitted) = self { return true }
    if case .incident(.reported) = self { return true }
    return recorders?.contains(.job) ?? false
  }
}

extension Register {
  /// ROL-09: what a job would record that is not for jobs.
  func jobViolation(of proposal: Proposal) -> Diagnostic? {
    let isJob = assignments(of: proposal.actor.principal, at: proposal.recorded).contains {
      $0.role == .job
    }
    guard isJob else { return nil }
    return JobsRecordTimeAlone.check(
      principal: proposal.actor.principal, isJob: true,
      what: "\(type(of: proposal.event.payload).kind.name)", isForJobs: proposal.event.isForJobs)
  }

  /// Whether somebody records a decision that they made themselves by a position that a delegation names, which takes no role.
  func isOwnDelegatedDecision(_ proposal: Proposal) -> Bool {
    let decider: PersonID
    let id: RequestID
    switch proposal.event {
    case .request(.approved(let approved)): (decider, id) = (approved.decider, approved.request)
    case .request(.denied(let denied)): (decider, id) = (denied.decider, denied.request)
    case .request, .ledger, .key, .unit, .person, .role, .delegation, .separation, .policy, .system,
      .grant, .review, .incident, .usage, .reconciliation, .stale:
      return false
    }
    guard decider == proposal.actor.principal, let request = requests[id],
      let entitlement = systems[request.entitlement.system]?.entitlement(request.entitlement.name)
    else { return false }
    return authority(
      of: decider, over: entitlement, for: request.person, at: proposal.effective)?.delegation
      != nil
  }
}
