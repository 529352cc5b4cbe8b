import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

/// The rules on what a request must say of its need, and on who says what of it.
extension Register {
  /// NED-04, NED-05 and NED-06. What the texts say is judged when they are stated: they may be erased later.
  func needViolations(of request: RequestSubmitted, at moment: Instant) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let stakes = needStakes(of: request.entitlement, at: moment)
    found.add(
      StatedDuty.check(
        hasDuty: request.duty != nil, privilege: stakes.privilege, level: stakes.level,
        sector: stakes.sector))
    found.add(StatedPurpose.check(request.purpose, request: request.request))
    found.add(
      analysisViolation(request.analysis, of: request.entitlement.system, stakes, at: moment))
    return found
  }

  func violations(of amended: RequestAmended, in proposal: Proposal) -> [Diagnostic] {
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
    let stakes = needStakes(of: request.entitlement, at: proposal.effective)
    found.add(
      analysisViolation(
        amended.analysis ?? request.analysis, of: request.entitlement.system, stakes,
        at: proposal.effective))
    return found
  }

  /// REQ-05 on a request that waits for an answer.
  func awaitingAnswer(_ request: RequestRow, at moment: Instant) -> Diagnostic? {
    guard request.openQuestion(at: moment) != nil else { return nil }
    return RequestOrder.awaitingAnswer(request.id)
  }

  /// REQ-07.
  func interestViolation(
    of endorsed: RequestEndorsed, on request: RequestRow, in proposal: Proposal
  ) -> Diagnostic? {
    guard proposal.channel != .migration else { return nil }
    let stakes = needStakes(of: request.entitlement, at: proposal.effective)
    return DeclaredInterest.check(
      endorser: endorsed.endorser, outcome: endorsed.outcome,
      hasNoInterest: endorsed.hasNoInterest,
      isNeeded: TwoPersons.areNeeded(privilege: stakes.privilege, level: stakes.level))
  }

  private func analysisViolation(
    _ named: AnalysisID?, of id: SystemID, _ stakes: NeedStakes, at moment: Instant
  ) -> Diagnostic? {
    let found = named.flatMap { analyses[$0] }.flatMap { systems[$0.system] }?.analyses
      .last { $0.analysis.analysis == named }?.analysis
    return AnalysedNeed.check(
      system: id, sector: stakes.sector, named: named,
      found: found.map {
        AnalysedNeed.Analysis(system: $0.system, kind: $0.kind, conducted: $0.conducted)
      }, at: moment)
  }
}

/// What a need is weighed by: what is at stake with an entitlement at a moment, whoever has it.
struct NeedStakes: Hashable, Sendable {
  var privilege: Privilege
  /// 0 to 4; 0 for what is not classified.
  var level: Int
  var sector: Sector?
}

extension Register {
  func needStakes(of entitlement: EntitlementID, at moment: Instant) -> NeedStakes {
    guard let system = systems[entitlement.system],
      let right = system.entitlement(entitlement.name)
    else { return NeedStakes(privilege: .ordinary, level: 0) }
    return NeedStakes(
      privilege: right.terms(at: moment).privilege, level: level(of: right, at: moment),
      sector: system.details(at: moment).sector)
  }
}
