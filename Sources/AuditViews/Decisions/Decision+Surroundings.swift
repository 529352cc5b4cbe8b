import AccessModel
import Diagnostics
import EventSourcing
import Events
import Projections

extension Decision {
  private static let adopted = Cell.word(code: "adopted", Localized(en: "adopted", sv: "beslutad"))
  private static let given = Cell.word(code: "given", Localized(en: "given", sv: "lämnad"))

  /// The decision that an event tells of; whoever decides and records it in one rests on the role that the event was recorded in.
  init?(_ recorded: borrowing Recorded<AccessEvent>, _ register: Register) {
    guard let decision = Decision(recorded.event, register) else { return nil }
    self = decision
    if delegation == nil, assignment == nil, decider == recorded.actor.principal {
      assignment = recorded.actor.assignment
    }
  }

  /// The decision that an event tells of, as far as it is one; consequences that come by themselves are none.
  init?(_ event: AccessEvent, _ register: Register) {
    let found: Decision?
    switch event {
    case .request(let event): found = Decision(event, register)
    case .grant(let event): found = Decision(event, register)
    case .review(let event): found = Decision(event, register)
    case .incident(let event): found = Decision(event)
    case .ledger(let event): found = Decision(event)
    case .delegation(let event): found = Decision(event, register)
    case .separation(let event): found = Decision(event)
    case .stale(let event): found = Decision(event, register)
    case .role(let event): found = Decision(event, register)
    case .policy(.adopted(let policy)):
      found = Decision(policy)
    case .reconciliation(.discrepancyResolved(let settled)):
      found = Decision(
        .difference, .word(settled.outcome), "\(settled.reconciliation)/\(settled.number)",
        by: settled.by
      ).about(settled.system)
    case .person(.identityErased(let erased)):
      var decision = Decision(
        .erasure, Self.approved, "\(erased.person)", by: erased.approver)
      decision.person = erased.person
      decision.ground = .word(erased.basis)
      found = decision
    case .key, .unit, .person, .system, .usage, .reconciliation: found = nil
    }
    guard let found else { return nil }
    self = found
  }

  private init(_ policy: PolicyAdopted) {
    self.init(.policy, Self.adopted, "\(policy.policy)", by: nil)
    body = policy.body
    system = policy.system
  }

  private init?(_ event: LedgerEvent) {
    switch event {
    case .disposalDecided(let decided):
      self.init(.disposal, Self.adopted, "\(decided.disposal)", by: nil)
      body = decided.body
      system = decided.system
    case .recordsDisposed(let disposed):
      self.init(
        .disposal, .word(code: "carried-out", Localized(en: "carried out", sv: "verkställd")),
        "\(disposed.disposal)", by: disposed.approver)
    case .holdSet(let hold):
      self.init(.hold, Self.adopted, "\(hold.hold)", by: nil)
    case .holdLifted(let hold):
      self.init(.hold, Self.ended, "\(hold.hold)", by: nil)
    case .secrecyMarked(let marked):
      let outcome: Cell =
        marked.marking == .yes
        ? .word(code: "marked", Localized(en: "marked", sv: "markerad")) : Self.ended
      self.init(.secrecy, outcome, marked.targets.first?.text ?? "", by: nil)
      person = marked.person
      system = marked.system
      ground = .text(marked.provision.text)
    case .recordDisclosed(let disclosed):
      self.init(
        .disclosure, .word(code: "disclosed", Localized(en: "given out", sv: "utlämnad")),
        "\(disclosed.request)", by: disclosed.decider)
    case .disclosureDenied(let denied):
      self.init(.disclosure, Self.denied, "\(denied.request)", by: denied.decider)
      ground = .text(denied.provision.text)
    case .restored(let restored):
      self.init(
        .restoration, .word(code: "restored", Localized(en: "restored", sv: "återställd")),
        "ledger",
        by: restored.decider)
    case .opened, .tailQuarantined, .clockStepped, .eventCorrected, .logKeyReplaced,
      .logKeyRetired, .headRebuilt:
      return nil
    }
  }

  private init?(_ event: DelegationEvent, _ register: Register) {
    switch event {
    case .granted(let line):
      self.init(.delegation, Self.given, "\(line.delegation)", by: line.delegatedBy)
      body = line.body
      delegation = line.parent
      authority = line.parent.map { _ in .delegation }
    case .revoked(let line):
      self.init(.delegation, Self.ended, "\(line.delegation)", by: nil)
      body = register.delegations[line.delegation]?.line.body
    case .reported: return nil
    }
  }

  private init?(_ event: SeparationEvent) {
    switch event {
    case .ruleAdopted(let rule):
      self.init(.separationRule, Self.adopted, "\(rule.rule)", by: nil)
    case .exceptionApproved(let exception):
      self.init(
        .separationException, Self.approved, "\(exception.exception)", by: exception.decider)
      actingFor = exception.actingFor
      assignment = exception.assignment
      authority = exception.assignment.map { _ in .role }
      person = exception.person
    }
  }

  private init?(_ event: StaleEvent, _ register: Register) {
    guard case .resolved(let answer) = event else { return nil }
    self.init(.flag, .word(answer.outcome), "\(answer.flag)", by: answer.by)
    guard let flag = register.flags[answer.flag]?.flagged else { return }
    system = flag.system
    person = flag.person
  }

  private init?(_ event: RoleEvent, _ register: Register) {
    switch event {
    case .assigned(let role):
      self.init(.role, .word(role.role), "\(role.assignment)", by: nil)
      body = role.appointedBy
      person = role.holder
      system = role.system
    case .ended(let role):
      self.init(.role, Self.ended, "\(role.assignment)", by: nil)
      let row = register.assignments[role.assignment]
      body = row?.appointedBy
      person = row?.holder
      system = row?.system
    }
  }
}
