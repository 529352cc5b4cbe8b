public import AccessModel
public import Chronology
public import Diagnostics
import Events
import Policies

extension Register {
  /// What the recorder of an event should know, though nothing stands against it: rules on segregation of duties that only warn.
  public func warnings(of proposal: Proposal) -> [Diagnostic] {
    guard case .request(.approved(let approved)) = proposal.event, approved.grant != nil,
      let request = requests[approved.request]
    else { return [] }
    return breaches(of: request, by: approved, in: proposal).filter {
      $0.rule.severity == .warn && $0.exception == nil
    }.map(violation)
  }

  /// INV-16 on a decision that is about to be made.
  func separationViolations(
    of request: RequestRow, by approved: RequestApproved, in proposal: Proposal
  ) -> [Diagnostic] {
    breaches(of: request, by: approved, in: proposal).filter { breach in
      switch breach.rule.severity {
      case .block: true
      case .exception: breach.exception == nil
      case .warn: false
      }
    }.map(violation)
  }

  /// The exception that a decision about to be made rests on.
  func separationExceptionUsed(
    by approved: RequestApproved, on request: RequestRow, in proposal: Proposal
  ) -> SeparationExceptionID? {
    breaches(of: request, by: approved, in: proposal).lazy.compactMap(\.exception).first
  }

  private func breaches(
    of request: RequestRow, by approved: RequestApproved, in proposal: Proposal
  ) -> [SeparationBreach] {
    separationBreaches(
      granting: request.entitlement, to: request.person,
      from: max(approved.from, proposal.effective), until: approved.until)
  }

  private func violation(_ breach: SeparationBreach) -> Diagnostic {
    SeparatedDuties.violation(
      rule: breach.rule.rule, severity: breach.rule.severity, person: breach.person,
      entitlement: breach.entitlement,
      conflicting: breach.other.map { ($0.grant, $0.entitlement) },
      required: breach.other == nil ? breach.rule.second : [], rationale: breach.rule.rationale)
  }

  /// What the rules have against a rule on segregation of duties, or an exception from one.
  func violations(
    of event: SeparationEvent, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    switch event {
    case .ruleAdopted(let rule):
      found.add(
        NoPersonalData.check(
          rule.rationale.text, field: Localized(en: "rationale", sv: "motivering")))
      found.add(OrderedPeriod.check(from: rule.from, until: rule.until))
      found.add(SeparatedSets.check(rule: rule.rule, first: rule.first, second: rule.second))
    case .exceptionApproved(let exception):
      found.add(OrderedPeriod.check(from: exception.from, until: exception.until))
      found.add(
        OpenToException.check(
          rule: exception.rule,
          severity: separationRules[exception.rule]?.rule(at: exception.from)?.severity))
      found.add(
        BoundedException.check(
          from: exception.from, until: exception.until,
          within: validity(of: exception, at: proposal.effective, under: policy),
          in: proposal.zone))
      found.add(
        NoSelfDecision.check(
          decider: exception.decider, subject: exception.person,
          isSubjectsDeputy: exception.actingFor == exception.person))
      let authority = exceptionAuthority(
        of: exception.decider, from: exception.rule, for: exception.person,
        at: proposal.effective)
      found.add(
        ExceptionAuthority.check(
          decider: exception.decider, rule: exception.rule, at: proposal.effective,
          hasAuthority: authority.map {
            exception.assignment == nil || $0.id == exception.assignment
          } ?? false))
      guard proposal.channel != .migration else { break }
      found.add(
        ShownDecision.check(
          principal: proposal.actor.principal, person: exception.decider,
          isShown: proposal.hasCase))
    }
    return found
  }

  /// The longest time that an exception lasts by the rules for each of the systems that its rule is about.
  private func validity(
    of exception: SeparationExceptionApproved, at moment: Instant, under policy: AccessPolicy
  ) -> TimeLimit {
    let own = policy[.separationException].validity
    guard hasRules else { return own }
    return separatedSystems(of: exception.rule).map { system in
      effectivePolicy(for: system, person: exception.person, at: moment)
        .policy[.separationException].validity
    }.reduce(own) { $0.and($1) }
  }

  /// The role in which somebody may decide on an exception for a person: head of a unit the person works in, or below, or owner of a
  /// system that the rule is about.
  public func exceptionAuthority(
    of decider: PersonID, from rule: SeparationRuleID, for person: PersonID, at moment: Instant
  ) -> AssignmentRow? {
    let systems = separatedSystems(of: rule)
    let places = workplaces(of: person, at: moment)
    return assignments(of: decider, at: moment).first { assignment in
      switch assignment.role {
      case .head:
        assignment.unit.map { unit in places.contains { isUnit($0, within: unit, at: moment) } }
          ?? false
      case .owner: assignment.system.map(systems.contains) ?? false
      case .steward, .deputy, .manager, .administrator, .registrar, .securityCoordinator, .auditor,
        .custodian, .helpdesk, .dataProtectionOfficer, .archivist, .personnelSource, .job:
        false
      }
    }
  }

  /// The systems that a rule is about, in any of its versions.
  func separatedSystems(of rule: SeparationRuleID) -> Set<SystemID> {
    Set(
      (separationRules[rule]?.versions ?? []).flatMap { ($0.rule.first + $0.rule.second) }
        .map(\.system))
  }
}
