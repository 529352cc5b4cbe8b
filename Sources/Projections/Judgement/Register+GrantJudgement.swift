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
            decided: grant.begun.effective,
            decidedFrom: grant.terms(at: provisioned.at).from,
            decidedUntil: grant.terms(at: provisioned.at).until,
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
    case .revoked(let revoked):
      // Reducing access needs no approval (INV-23), but what is over is not ended again (INV-22).
      guard let grant = grants[revoked.grant], let ending = grant.ending else { break }
      found.append(
        TerminalStates.violation(
          of: "\(grant.id)", state: ending.cause.word, at: ending.fact.effective))
    case .removalConfirmed, .takenOver:
      // What is found, or found gone, is recorded as found.
      break
    case .suspended(let suspended):
      found.add(alreadyOver(suspended.grant, at: proposal.effective))
      found.add(OrderedPeriod.check(from: proposal.effective, until: suspended.until))
    case .resumed(let resumed):
      found += violations(of: resumed, in: proposal)
    case .narrowed(let narrowed):
      found += violations(of: narrowed, in: proposal)
    case .expired:
      // It tells what time has done already, and does nothing itself.
      break
    case .emergencyActivated(let emergency):
      found += violations(of: emergency, in: proposal)
    case .emergencyReviewed(let reviewed):
      found += violations(of: reviewed, in: proposal)
    }
    return found
  }
}
