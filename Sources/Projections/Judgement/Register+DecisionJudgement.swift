import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  /// INV-02, INV-04, INV-08 to INV-10, and the roles that bar from deciding: ROL-07, ROL-08, ROL-10 and ROL-11.
  func decisionViolations(
    on request: RequestRow, _ claim: DecisionClaim, in proposal: Proposal,
    under policy: AccessPolicy
  ) -> [Diagnostic] {
    let moment = proposal.effective
    guard let system = systems[request.entitlement.system],
      let entitlement = system.entitlement(request.entitlement.name),
      let subject = decisionSubject(entitlement, for: request.person, at: moment)
    else { return [] }
    let routes = authorityRoutes(
      of: claim.decider, over: entitlement, for: request.person, at: moment)
    let valid = routes.first {
      $0.isValid && claim.matches($0.authority, isHistory: proposal.channel == .migration)
    }
    var found: [Diagnostic] = []
    found.add(
      NoSelfDecision.check(
        decider: claim.decider, subject: request.person,
        isSubjectsDeputy: claim.actingFor == request.person
          || isSubjectsDeputy(
            claim.decider, of: request.person, in: system.id, on: valid?.authority, at: moment)
      ))
    if valid == nil {
      found += authorityViolations(routes, claim, subject, in: proposal)
    }
    if claim.kind == .delegation || valid?.authority.kind == .delegation {
      found.add(
        UndelegableMatter.check(matter: subject.terms.matter, nonDelegable: policy.nonDelegable))
    }
    found.add(barred(claim.decider, from: entitlement, at: moment))
    if claim.isApproval {
      found += separationViolations(on: request, claim, subject, in: proposal, under: policy)
    }
    return found
  }

  /// INV-09 when the nearest authority fails by nothing else, else INV-04; and INV-10 when it began after the decision it is to bear.
  private func authorityViolations(
    _ routes: [AuthorityRoute], _ claim: DecisionClaim, _ subject: DecisionSubject,
    in proposal: Proposal
  ) -> [Diagnostic] {
    let named = routes.filter {
      claim.matches($0.authority, isHistory: proposal.channel == .migration)
    }
    let nearest = routes.contains(where: \.isValid) ? named.closest : routes.closest
    if let nearest, nearest.misses.count == 1, case .otherLegalForm(let entity) = nearest.misses[0]
    {
      return [
        SameLegalForm.violation(
          decider: claim.decider, entitlement: subject.entitlement.id, entity: entity,
          kind: nearest.authority.kind)
      ]
    }
    var found: [Diagnostic] = []
    found.add(
      ValidAuthority.check(
        decider: claim.decider, entitlement: subject.entitlement.id,
        decidedBy: subject.terms.decidedBy, at: proposal.effective, hasAuthority: false,
        matter: subject.terms.matter,
        misses: nearest.map { $0.misses.map(\.fact) } ?? []))
    var began: Instant?
    for case .notBegun(let from) in nearest?.misses ?? [] { began = from }
    found.add(
      Backdating.check(
        effective: proposal.effective, recorded: proposal.recorded, authorityFrom: began))
    return found
  }

  /// ROL-07: a role that bars its holder from deciding.
  func barred(
    _ decider: PersonID, from entitlement: EntitlementRow, at moment: Instant
  ) -> Diagnostic? {
    let isLedger = isLedger(entitlement.id.system, at: moment)
    return assignments(of: decider, at: moment).first {
      BarredFromDeciding.bars($0.role, isLedger: isLedger)
    }.map {
      BarredFromDeciding.violation(
        decider: decider, entitlement: entitlement.id, role: $0.role, assignment: $0.id)
    }
  }

  /// Whether a system is the ledger itself: one that a custodian is, or was, appointed for.
  func isLedger(_ system: SystemID, at moment: Instant) -> Bool {
    (systems[system]?.assignments ?? []).contains {
      assignments[$0].role == .custodian && assignments[$0].from <= moment
    }
  }

  /// The assignment by which a person carries decisions out in a system at a moment.
  func administration(
    of system: SystemRow, by person: PersonID, at moment: Instant
  ) -> AssignmentRow? {
    assignments(of: person, at: moment).first { row in
      guard row.role == .administrator else { return false }
      if let scope = row.system { return scope == system.id }
      return row.unit.map { isUnit(system.owner(at: moment), within: $0, at: moment) } ?? true
    }
  }

  /// ROL-08, ROL-10 and ROL-11.
  private func separationViolations(
    on request: RequestRow, _ claim: DecisionClaim, _ subject: DecisionSubject,
    in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    let moment = proposal.effective
    var found: [Diagnostic] = []
    if claim.isSmallUnit {
      let unit = workplaces(of: claim.decider, at: moment).first
      found.add(
        SmallUnitException.check(
          isClaimed: true, unit: unit, persons: unit.map { headcount(of: $0, at: moment) } ?? 0,
          hasReason: proposal.hasReason,
          personsMax: SmallUnitException.personsMax(below: policy.smallUnitBelow)))
    }
    found.add(
      AdministratorDoesNotDecide.check(
        decider: claim.decider, system: subject.system.id,
        assignment: administration(of: subject.system, by: claim.decider, at: moment)?.id,
        isSmallUnit: claim.isSmallUnit))
    var others = [StepsApart.Step.request: request.requester]
    others[.endorsement] = request.endorsement?.endorser
    found += StepsApart.check(
      .decision, by: claim.decider, others: others, privilege: subject.terms.privilege,
      level: subject.level, isSmallUnit: claim.isSmallUnit,
      pairs: standingPairs(in: proposal, under: policy))
    return found
  }

  /// ROL-10: who carries out or reviews what they decided themselves.
  func stepViolations(
    _ step: StepsApart.Step, by person: PersonID, on request: RequestRow, in proposal: Proposal,
    under policy: AccessPolicy
  ) -> [Diagnostic] {
    guard let decision = request.decision, let system = systems[request.entitlement.system],
      let entitlement = system.entitlement(request.entitlement.name)
    else { return [] }
    var others = [StepsApart.Step.request: request.requester]
    others[.endorsement] = request.endorsement?.endorser
    others[.decision] = decision.decider
    return StepsApart.check(
      step, by: person, others: others,
      privilege: entitlement.terms(at: proposal.effective).privilege,
      level: Int64(level(of: entitlement, at: proposal.effective)),
      isSmallUnit: decision.isSmallUnit, pairs: standingPairs(in: proposal, under: policy))
  }

  /// The steps that ROL-10 keeps apart: what the rules in force name themselves is judged by POL-21, whatever is at stake.
  private func standingPairs(
    in proposal: Proposal, under policy: AccessPolicy
  ) -> [StepsApart.Pair] {
    proposal.channel == .migration
      ? StepsApart.pairs : StepsApart.pairs(besides: policy.keptApart)
  }
}
