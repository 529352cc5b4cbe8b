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
      found += stepViolations(
        .execution, by: provisioned.by, on: request, in: proposal, under: policy)
      if let grant = grants[provisioned.grant] {
        found.add(
          ExecutionWithinDecision.check(
            decided: grant.begun.effective,
            decidedFrom: grant.terms(at: provisioned.at).from,
            decidedUntil: grant.terms(at: provisioned.at).until,
            at: provisioned.at, from: provisioned.from, until: provisioned.until))
        if proposal.channel != .migration {
          found += separation(
            of: request, decider: request.decision?.decider, provisioner: provisioned.by,
            reviewDays: grant.terms(at: provisioned.at).reviewDays, at: proposal.effective,
            under: policy)
        }
      } else {
        found += periodViolations(
          of: request, from: provisioned.from, until: provisioned.until, reviewDays: nil,
          notBefore: proposal.effective, under: policy, in: proposal.zone)
      }
      found.add(
        executed(proposal, by: provisioned.by, hasEvidence: provisioned.evidence != nil))
      if proposal.channel != .migration {
        found.add(
          Backdating.check(
            effective: provisioned.at, recorded: proposal.recorded, hasReason: proposal.hasReason,
            grace: policy.backdating, in: proposal.zone))
        found += accountViolations(
          of: request.person, request.entitlement, on: provisioned.account,
          at: max(provisioned.at, provisioned.from))
      }
    case .revoked(let revoked):
      // Reducing access needs no approval (INV-23), but what is over is not ended again (INV-22).
      found.add(executed(proposal, by: revoked.by, hasEvidence: false))
      // What ends in time to come may be ended sooner.
      guard let grant = grants[revoked.grant], let ending = grant.ending,
        ending.fact.effective <= proposal.recorded
      else { break }
      found.append(
        TerminalStates.violation(
          of: .grant, "\(grant.id)", state: ending.cause.word, at: ending.fact.effective))
    case .removalConfirmed(let removal):
      found.add(executed(proposal, by: removal.by, hasEvidence: false))
    case .takenOver:
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
      found += violations(of: emergency, in: proposal, under: policy)
    case .emergencyReviewed(let reviewed):
      found += violations(of: reviewed, in: proposal)
    }
    return found
  }

  /// REQ-02 of what somebody else is said to have done: shown, unless they could have recorded it themselves.
  private func executed(
    _ proposal: Proposal, by person: PersonID, hasEvidence: Bool
  ) -> Diagnostic? {
    let isOwn = proposal.event.isReduction && grantee(of: proposal.event) == person
    let mayDoIt =
      recordingAssignment(of: person, for: proposal.event, at: proposal.effective) != nil
    return isOwn || mayDoIt ? nil : shown(proposal, by: person, hasEvidence: hasEvidence)
  }

  private func grantee(of event: AccessEvent) -> PersonID? {
    guard case .grant(let event) = event else { return nil }
    return grants[event.grant]?.person
  }
}

extension AccessEvent {
  /// Whether it takes access away and gives none.
  fileprivate var isReduction: Bool {
    switch self {
    case .grant(.revoked), .grant(.removalConfirmed), .grant(.suspended), .grant(.narrowed): true
    case .ledger, .key, .unit, .person, .role, .delegation, .separation, .policy, .system,
      .request, .grant, .review, .incident, .usage, .reconciliation, .stale:
      false
    }
  }
}
