import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

/// The rules on what a request must say of its need, and on who says what of it.
extension Register {
  /// NED-04, NED-05 and NED-06. What the texts say is judged when they are stated: they may be erased later.
  func needViolations(
    of request: RequestSubmitted, at moment: Instant, under policy: AccessPolicy
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let baseline = baseline(
      of: request.entitlement, for: request.person, at: moment, under: policy)
    found.add(
      StatedDuty.check(
        hasDuty: request.duty != nil, privilege: baseline?.privilege ?? .ordinary,
        level: baseline?.level ?? 0,
        sector: systems[request.entitlement.system]?.details(at: moment).sector))
    found.add(StatedPurpose.check(request.purpose, request: request.request))
    found.add(
      analysisViolation(
        request.analysis, of: request.entitlement.system, at: moment, under: policy))
    return found
  }

  func violations(
    of amended: RequestAmended, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    guard let request = requests[amended.request] else { return [] }
    var found: [Diagnostic] = []
    found.add(alreadyOver(request, in: proposal))
    let until = amended.until ?? request.until
    found.add(OrderedPeriod.check(from: request.from, until: until))
    guard proposal.channel != .migration else { return found }
    if request.kind == .renew, let id = request.grant, let grant = grants[id] {
      let terms = grant.terms(at: proposal.effective)
      found.add(
        RenewalIsTimeOnly.check(
          grant: id, scope: (terms.scope, request.scope), until: (terms.until, until)))
    }
    if let purpose = amended.purpose {
      found.add(StatedPurpose.check(purpose, request: request.id))
    }
    found.add(
      analysisViolation(
        amended.analysis ?? request.analysis, of: request.entitlement.system,
        at: proposal.effective, under: policy))
    return found
  }

  /// REQ-05 on a request that waits for an answer.
  func awaitingAnswer(_ request: RequestRow, at moment: Instant) -> Diagnostic? {
    guard request.openQuestion(at: moment) != nil else { return nil }
    return RequestOrder.awaitingAnswer(request.id)
  }

  /// REQ-07.
  func interestViolation(
    of endorsed: RequestEndorsed, on request: RequestRow, in proposal: Proposal,
    under policy: AccessPolicy
  ) -> Diagnostic? {
    guard proposal.channel != .migration else { return nil }
    let baseline = baseline(
      of: request.entitlement, for: request.person, at: proposal.effective, under: policy)
    return DeclaredInterest.check(
      endorser: endorsed.endorser, outcome: endorsed.outcome,
      hasNoInterest: endorsed.hasNoInterest,
      isNeeded: baseline?.needsTwoPersons ?? false)
  }

  private func analysisViolation(
    _ named: AnalysisID?, of id: SystemID, at moment: Instant, under policy: AccessPolicy
  ) -> Diagnostic? {
    let found = named.flatMap { analyses[$0] }.flatMap { systems[$0.system] }?.analyses
      .last { $0.analysis.analysis == named }?.analysis
    return AnalysedNeed.check(
      system: id, sector: systems[id]?.details(at: moment).sector, named: named,
      found: found.map {
        AnalysedNeed.Analysis(system: $0.system, kind: $0.kind, conducted: $0.conducted)
      }, at: moment, validity: policy.analysisValidity)
  }

  /// What a grant that is asked for must live up to; `nil` for an entitlement that the ledger does not know.
  func baseline(
    of id: EntitlementID, for person: PersonID, at moment: Instant, under policy: AccessPolicy
  ) -> GrantBaseline? {
    systems[id.system]?.entitlement(id.name).map {
      baseline(
        of: $0, for: persons[person]?.category ?? .employee, at: moment, under: policy)
    }
  }
}
