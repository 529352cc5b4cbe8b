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
  public func violations(of proposal: Proposal, under policy: AccessPolicy) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if proposal.channel != .migration {
      found += recorderViolations(of: proposal)
      if let late = Backdating.check(
        effective: proposal.effective, recorded: proposal.recorded,
        hasReason: proposal.hasReason)
      {
        found.append(late)
      }
    }
    switch proposal.event {
    case .request(let event): found += violations(of: event, in: proposal, under: policy)
    case .grant(let event): found += violations(of: event, in: proposal, under: policy)
    case .review(.itemDecided(let item)):
      found.add(NoSelfReview.check(reviewer: item.reviewer, subject: grants[item.grant]?.person))
      found.add(shown(proposal, by: item.reviewer, hasEvidence: false))
    case .role(.assigned(let role)): found += violations(of: role)
    case .person(.affiliationStarted(let started)) where proposal.channel != .migration:
      found += violations(of: started)
    case .person(.affiliationEnded), .role(.ended), .key(.revoked):
      found.add(lockout(by: proposal))
    case .unit(.registered(let unit)):
      found.add(NoPersonalData.check(unit.name.text, field: .init(en: "name", sv: "namn")))
    case .system(let event): found += violations(of: event)
    case .unit(.renamed(let unit)):
      found.add(NoPersonalData.check(unit.name.text, field: .init(en: "name", sv: "namn")))
    case .ledger, .key, .unit(.moved), .unit(.closed), .person, .incident,
      .delegation, .separation, .policy:
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

  /// AFF-01 and AFF-02.
  private func violations(of started: AffiliationStarted) -> [Diagnostic] {
    guard let person = persons[started.person] else { return [] }
    var found: [Diagnostic] = []
    found.add(
      BoundedAffiliation.check(
        person: person.id, category: person.category, until: started.until))
    let present = person.affiliations.last {
      $0.unit == started.unit && $0.isActive(at: started.from)
    }
    found.add(
      OneAffiliationPerUnit.check(
        person: person.id, unit: started.unit, present: present?.id, end: present?.end,
        until: started.until))
    return found
  }

  private func violations(of event: SystemEvent) -> [Diagnostic] {
    var found: [Diagnostic] = []
    switch event {
    case .registered(let system):
      found.add(NoPersonalData.check(system.name.text, field: .init(en: "name", sv: "namn")))
    case .entitlementDefined(let defined):
      found.add(NoPersonalData.check(defined.name.text, field: .init(en: "name", sv: "namn")))
      found.add(
        NoPersonalData.check(
          defined.description.text, field: .init(en: "description", sv: "beskrivning")))
    case .classified(let classified):
      found.add(
        NationalSecurityStaysOutside.check(
          system: classified.system,
          highest: Int(
            max(classified.confidentiality, classified.integrity, classified.availability))))
    case .statusChanged, .accountFound, .changed, .riskAnalysed, .entitlementChanged,
      .entitlementRetired, .accountDescribed, .accountRotated:
      break
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
