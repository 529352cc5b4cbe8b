import AccessModel
import Chronology
public import Diagnostics
import Events
public import Policies

extension Register {
  /// What the rules have against an event, judged on what was known before it; empty when nothing.
  ///
  /// The same judgement is made when somebody asks for something, where it refuses, and on replay, where it is a finding.
  /// History taken over from another register is not judged by who recorded it or how late: that is what taking over means.
  ///
  /// - Parameter standard: the rules that hold where no document is adopted. Each event is judged by the documents in force where and when
  ///   it is true.
  public func violations(of proposal: Proposal, under standard: AccessPolicy) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let effective = policy(
      for: proposal.event, at: proposal.effective, standard: standard)
    let policy = effective.policy
    // A report of an incident is never held up by a form.
    if case .incident(.reported) = proposal.event {
      return jobViolation(of: proposal).map { [$0] } ?? []
    }
    if proposal.channel != .migration {
      found += recorderViolations(of: proposal)
      if let late = Backdating.check(
        effective: proposal.effective, recorded: proposal.recorded,
        hasReason: proposal.hasReason, grace: policy.backdating, in: proposal.zone)
      {
        found.append(late)
      }
      if !policy.caseRequired.isEmpty {
        found.add(
          RequiredCase.check(
            event: "\(type(of: proposal.event.payload).kind.name)", hasCase: proposal.hasCase,
            required: policy.caseRequired))
      }
    }
    switch proposal.event {
    case .request(let event): found += violations(of: event, in: proposal, under: effective)
    case .grant(let event): found += violations(of: event, in: proposal, under: policy)
    case .review(let event): found += violations(of: event, in: proposal, under: policy)
    case .role(.assigned(let role)):
      found += violations(of: role)
      found += placeViolations(of: role, in: proposal)
      found.add(auditorViolation(of: role))
    case .role(.ended(let ended)):
      found.add(lockout(by: proposal))
      found.add(vacancyViolation(of: ended, in: proposal))
    case .delegation(let event): found += violations(of: event, in: proposal, under: policy)
    case .person(let event): found += violations(of: event, in: proposal)
    case .key(.revoked):
      found.add(lockout(by: proposal))
    case .unit(let event): found += violations(of: event, in: proposal)
    case .ledger(.secrecyMarked(let marking)): found += violations(of: marking, in: proposal)
    case .ledger(.eventCorrected(let correction)):
      found += violations(of: correction, in: proposal, under: policy)
    case .ledger(.disposalDecided(let decided)): found += violations(of: decided, in: proposal)
    case .ledger(.recordsDisposed(let disposed)): found += violations(of: disposed, in: proposal)
    case .ledger(.holdSet(let set)): found += violations(of: set, in: proposal)
    case .ledger(.holdLifted(let lifted)): found += violations(of: lifted, in: proposal)
    case .ledger(.recordDisclosed(let disclosed)):
      found += violations(of: disclosed, in: proposal)
    case .ledger(.disclosureDenied(let denied)): found += violations(of: denied, in: proposal)
    case .ledger(.restored(let restored)): found += violations(of: restored, in: proposal)
    case .system(let event): found += violations(of: event, in: proposal, under: policy)
    case .separation(let event):
      found += violations(of: event, in: proposal, under: policy)
    case .policy(.adopted(let adopted)):
      found += violations(of: adopted, in: proposal, under: policy, standard: standard)
    case .usage(let event): found += violations(of: event, in: proposal)
    case .reconciliation(let event): found += violations(of: event, in: proposal)
    case .stale(let event): found += violations(of: event, in: proposal, under: policy)
    case .incident(let event): found += violations(of: event, in: proposal)
    case .ledger, .key:
      // Nothing but who records it is ruled here.
      break
    }
    return found
  }

  private func violations(of role: RoleAssigned) -> [Diagnostic] {
    guard let system = role.system else { return [] }
    var found: [Diagnostic] = []
    switch role.role {
    case .owner, .steward:
      found.add(
        OneSteward.check(
          role: role.role, system: system,
          present: holders(of: role.role, for: system, from: role.from, until: role.until)
            .first?.id))
    case .deputy, .manager, .administrator, .registrar, .securityCoordinator, .auditor, .custodian,
      .head, .helpdesk, .dataProtectionOfficer, .archivist, .personnelSource, .job:
      break
    }
    let opposite: Role? =
      switch role.role {
      case .steward: .deputy
      case .deputy: .steward
      case .owner, .manager, .administrator, .registrar, .securityCoordinator, .auditor,
        .custodian, .head, .helpdesk, .dataProtectionOfficer, .archivist, .personnelSource, .job:
        nil
      }
    if let opposite {
      let other = holders(of: opposite, for: system, from: role.from, until: role.until)
        .first { $0.holder == role.holder }
      found.add(
        DeputyIsAnother.check(holder: role.holder, other: other?.holder, system: system))
    }
    return found
  }
}

extension [Diagnostic] {
  /// Adds a violation, if there is one.
  mutating func add(_ violation: Diagnostic?) {
    if let violation { append(violation) }
  }
}
