import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

/// The rules on what becomes of a grant after its decision, and on emergency access.
extension Register {
  /// INV-22 and INV-23.
  func violations(of narrowed: GrantNarrowed, in proposal: Proposal) -> [Diagnostic] {
    guard let grant = grants[narrowed.grant] else { return [] }
    if let over = alreadyOver(grant.id, at: proposal.effective) { return [over] }
    let terms = grant.terms(at: proposal.effective)
    var found = ReducingIsFree.check(
      narrowing: grant.id, scope: (terms.scope, narrowed.scope),
      until: (terms.until, narrowed.until), reviewDays: (terms.reviewDays, narrowed.reviewDays))
    found.add(OrderedPeriod.check(from: proposal.effective, until: narrowed.until))
    return found
  }

  /// INV-21 and INV-22, and REQ-02 for somebody else's resumption.
  func violations(of resumed: GrantResumed, in proposal: Proposal) -> [Diagnostic] {
    guard let grant = grants[resumed.grant] else { return [] }
    if let over = alreadyOver(grant.id, at: proposal.effective) { return [over] }
    let moment = proposal.effective
    let open = grant.suspensions.filter { $0.isActive(at: moment) }
    var found = Resumption.check(
      grant: grant.id, by: resumed.by, principal: proposal.actor.principal, holder: grant.person,
      isAnswerable: isAnswerable(resumed.by, for: grant, at: moment), isSuspended: !open.isEmpty,
      remaining: open.compactMap { suspension in
        lack(clearing: suspension, of: grant, at: moment).map { (suspension.cause, $0) }
      })
    found.add(shown(proposal, by: resumed.by, hasEvidence: false))
    return found
  }

  /// Whether a person answers for a grant: as the holder's manager, or as the system's steward, deputy or owner.
  private func isAnswerable(_ person: PersonID, for grant: GrantRow, at moment: Instant) -> Bool {
    if let holder = grant.person, managership(of: person, over: holder, at: moment) != nil {
      return true
    }
    return assignments(of: person, at: moment).contains {
      $0.system == grant.entitlement.system
        && [.steward, .deputy, .owner].contains($0.role)
    }
  }

  /// What is missing before a suspension's cause is cleared; `nil` when nothing is.
  private func lack(
    clearing suspension: SuspensionRow, of grant: GrantRow, at moment: Instant
  ) -> Localized? {
    switch suspension.cause {
    case .absence:
      guard let person = holder(of: grant),
        person.absences.contains(where: { $0.effect != .keep && $0.isActive(at: moment) })
      else { return nil }
      return Localized(en: "the absence is not over", sv: "frånvaron är inte över")
    case .trainingLapsed:
      guard let person = holder(of: grant) else { return nil }
      let required =
        systems[grant.entitlement.system]?.entitlement(grant.entitlement.name)?
        .terms(at: moment).courses ?? []
      let missing = required.filter { course in
        !person.trainings.contains { $0.course == course && $0.isValid(at: moment) }
      }
      guard !missing.isEmpty else { return nil }
      let names = missing.map { "\($0)" }.joined(separator: ", ")
      return Localized(en: "no valid training: \(names)", sv: "ingen giltig utbildning: \(names)")
    case .incident:
      let open = incidents(about: grant.entitlement.system).filter { incident in
        incident.isOpen(at: moment)
          && incident.systems(at: moment, in: self).contains(grant.entitlement.system)
      }
      guard !open.isEmpty else { return nil }
      let names = open.map { "\($0.id)" }.joined(separator: ", ")
      return Localized(
        en: "the incident is not closed: \(names)", sv: "incidenten är inte avslutad: \(names)")
    case .overdueReview:
      if let review = grant.lastReview, review.outcome == .keep,
        suspension.fact.effective <= review.fact.effective, review.fact.effective <= moment
      {
        return nil
      }
      return Localized(
        en: "it has not been reviewed and kept since",
        sv: "den har inte granskats och behållits sedan dess")
    case .risk:
      // Whether the risk is gone is the judgement of the one who resumes, told by the reason.
      return nil
    }
  }

  /// EMG-01 to EMG-05, INV-13 and REQ-03.
  func violations(
    of emergency: EmergencyActivated, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    guard proposal.channel != .migration else { return [] }
    let row = systems[emergency.entitlement.system]?.entitlement(emergency.entitlement.name)
    var found: [Diagnostic] = []
    found.add(
      EmergencyEntitlement.check(
        entitlement: emergency.entitlement,
        isOpen: row?.terms(at: emergency.from).isForEmergency ?? false))
    found.add(
      EmergencyPeriod.check(
        from: emergency.from, until: emergency.until, within: policy.emergencyValidity,
        in: proposal.zone))
    found.add(EmergencyNotice.check(notified: emergency.notified))
    let principal = proposal.actor.principal
    found.add(
      EmergencyRecorder.check(
        principal: principal, user: emergency.person,
        isEntrusted: assignments(of: principal, at: proposal.recorded).contains {
          $0.role == .helpdesk
            || $0.role == .administrator
              && ($0.system == nil || $0.system == emergency.entitlement.system)
        }))
    found.add(EmergencySituation.check(hasReason: proposal.hasReason))
    found.add(presence(of: emergency.person, from: emergency.from))
    return found
  }

  /// EMG-06 and INV-22, and REQ-02 for somebody else's follow-up.
  func violations(of reviewed: EmergencyReviewed, in proposal: Proposal) -> [Diagnostic] {
    guard let grant = grants[reviewed.grant], let emergency = grant.emergency else { return [] }
    if let review = emergency.review {
      return [
        TerminalStates.violation(
          of: .followUp, "\(grant.id)", state: Localized(en: "followed up", sv: "uppföljd"),
          at: review.fact.effective)
      ]
    }
    var found: [Diagnostic] = []
    found.add(
      EmergencyFollowUp.check(
        grant: grant.id, reviewer: reviewed.reviewer, principal: proposal.actor.principal,
        user: grant.person,
        isAnswerable: assignments(of: reviewed.reviewer, at: proposal.effective).contains {
          $0.role == .securityCoordinator
            || [.owner, .steward].contains($0.role) && $0.system == grant.entitlement.system
        }))
    found.add(shown(proposal, by: reviewed.reviewer, hasEvidence: false))
    return found
  }
}
