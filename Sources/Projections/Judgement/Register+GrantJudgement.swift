import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  func violations(
    of event: GrantEvent, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    switch event {
    case .provisioned(let provisioned):
      guard let request = requests[provisioned.request], request.decision?.isApproval == true
      else {
        found.append(ExecutionWithinDecision.undecided(request: provisioned.request))
        break
      }
      if let grant = grants[provisioned.grant] {
        found.add(
          ExecutionWithinDecision.check(
            decided: grant.begun.effective, decidedFrom: grant.from, decidedUntil: grant.until,
            at: provisioned.at, from: provisioned.from, until: provisioned.until))
      } else {
        found += periodViolations(
          of: request, from: provisioned.from, until: provisioned.until, reviewDays: nil,
          notBefore: proposal.effective, under: policy)
      }
      if proposal.channel != .migration {
        found.add(
          Backdating.check(
            effective: provisioned.at, recorded: proposal.recorded, hasReason: proposal.hasReason))
      }
    case .revoked, .removalConfirmed, .takenOver:
      // Reducing access is always allowed (INV-23), and what is found is recorded as found.
      break
    }
    return found
  }
}
