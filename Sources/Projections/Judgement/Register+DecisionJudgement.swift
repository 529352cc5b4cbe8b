import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  /// INV-02 to INV-04, INV-08 to INV-10, and the roles that bar from deciding: ROL-07, ROL-08, ROL-10 and ROL-11.
  func decisionViolations(
    on request: RequestRow, _ claim: DecisionClaim, in proposal: Proposal
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
      found += authorityViolations(routes, claim, entitlement, in: proposal)
    }
    if claim.kind == .delegation || valid?.authority.kind == .delegation {
      found.add(UndelegableMatter.check(matter: entitlement.matter))
    }
    found.add(barred(claim.decider, from: entitlement, at: moment))
    if claim.isApproval {
      // To grant takes two persons where the stakes are high; to deny takes one.
      found.add(
        TwoPersons.check(
          endorser: request.endorsement?.endorser, decider: claim.decider,
          privilege: entitlement.privilege, level: Int(subject.level)))
      found += separationViolations(on: request, claim, subject, in: proposal)
    }
    return found
  }

  /// INV-09 when the nearest authority fails by nothing else, else INV-04; and INV-10 when it began after the decision it is to bear.
  private func authorityViolations(
    _ routes: [AuthorityRoute], _ claim: DecisionClaim, _ entitlement: EntitlementRow,
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
          decider: claim.decider, entitlement: entitlement.id, entity: entity,
          kind: nearest.authority.kind)
      ]
    }
    var found: [Diagnostic] = []
    found.add(
      ValidAuthority.check(
        decider: claim.decider, entitlement: entitlement.id, decidedBy: entitlement.decidedBy,
        at: proposal.effective, hasAuthority: false, matter: entitlement.matter,
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
      return row.unit.map { isUnit(system.owner, within: $0) } ?? true
    }
  }

  /// ROL-08, ROL-10 and ROL-11.
  private func separationViolations(
    on request: RequestRow, _ claim: DecisionClaim, _ subject: DecisionSubject,
    in proposal: Proposal
  ) -> [Diagnostic] {
    let moment = proposal.effective
    var found: [Diagnostic] = []
    if claim.isSmallUnit {
      let unit = workplaces(of: claim.decider, at: moment).first
      found.add(
        SmallUnitException.check(
          isClaimed: true, unit: unit, persons: unit.map { headcount(of: $0, at: moment) } ?? 0,
          hasReason: proposal.hasReason))
    }
    found.add(
      AdministratorDoesNotDecide.check(
        decider: claim.decider, system: subject.system.id,
        assignment: administration(of: subject.system, by: claim.decider, at: moment)?.id,
        isSmallUnit: claim.isSmallUnit))
    var others = [StepsApart.Step.request: request.requester]
    others[.endorsement] = request.endorsement?.endorser
    found += StepsApart.check(
      .decision, by: claim.decider, others: others, privilege: subject.entitlement.privilege,
      level: subject.level, isSmallUnit: claim.isSmallUnit)
    return found
  }

  /// ROL-10: who carries out or reviews what they decided themselves.
  func stepViolations(
    _ step: StepsApart.Step, by person: PersonID, on request: RequestRow, at moment: Instant
  ) -> [Diagnostic] {
    guard let decision = request.decision, let system = systems[request.entitlement.system],
      let entitlement = system.entitlement(request.entitlement.name)
    else { return [] }
    var others = [StepsApart.Step.request: request.requester]
    others[.endorsement] = request.endorsement?.endorser
    others[.decision] = decision.decider
    return StepsApart.check(
      step, by: person, others: others, privilege: entitlement.privilege,
      level: Int64(system.classification(at: moment)?.level ?? 0),
      isSmallUnit: decision.isSmallUnit)
  }
}
