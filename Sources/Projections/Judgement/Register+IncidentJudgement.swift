import AccessModel
import Chronology
import Diagnostics
public import Events
import Policies

extension Register {
  /// INV-41 to INV-47, INC-01 to INC-08, and REQ-02 of what somebody else assessed or closed. History taken over is not asked for what another register did not have.
  func violations(of event: IncidentEvent, in proposal: Proposal) -> [Diagnostic] {
    guard proposal.channel != .migration, let incident = incidents[event.incident],
      let standing = incident.standing(at: proposal.effective)
    else { return [] }
    var found: [Diagnostic] = []
    found.add(order(of: event, standing))
    if case .triaged = event {
    } else if standing.triage == nil, needsTriage(event) {
      found.append(TriagedIncident.violation(event.incident, .triage))
      return found
    }
    switch event {
    case .reported: break
    case .triaged(let triage): found += violations(of: triage, standing, in: proposal)
    case .dutyAssessed(let assessed):
      found += violations(of: assessed, incident, standing, in: proposal)
    case .notificationSubmitted(let notice):
      found += violations(of: notice, incident, standing, in: proposal)
    case .actionRecorded(let action): found.add(custody(of: action, standing))
    case .linked(let link):
      found.add(LinkTarget.check(link.incident, targets: link.targets))
    case .closed(let closing): found += violations(of: closing, incident, standing, in: proposal)
    case .followedUp(let followUp):
      let known = rules(of: incident, at: proposal.effective).regimes.flatMap(\.stages)
        .filter { $0.fulfilment == .followUp }.map(\.code)
      if !known.contains(followUp.stage) {
        found.append(
          KnownRegime.violation(
            incident.id, StageSubject.word, "\(followUp.stage)", known: known.map { "\($0)" }))
      }
    case .exposureAnswered, .measureAssigned, .measureCompleted, .reopened: break
    }
    return found
  }

  /// Whether an event is said of what is triaged alone. What is done, found and secured at once needs no judgement first.
  private func needsTriage(_ event: IncidentEvent) -> Bool {
    switch event {
    case .dutyAssessed, .notificationSubmitted, .exposureAnswered, .measureAssigned,
      .measureCompleted, .closed, .followedUp, .reopened:
      true
    case .reported, .triaged, .actionRecorded, .linked: false
    }
  }

  /// INC-04.
  private func order(
    of event: IncidentEvent, _ standing: IncidentRow.Standing
  ) -> Diagnostic? {
    let fits: Bool
    switch event {
    case .reported, .linked, .measureCompleted: fits = true
    case .triaged: fits = standing.state != .closed
    case .actionRecorded(let action):
      fits = standing.state != .closed || action.kind == .evidence
    case .dutyAssessed, .notificationSubmitted, .exposureAnswered, .measureAssigned, .closed:
      fits = standing.state.isOpen
    case .followedUp: fits = standing.state == .closed
    case .reopened: fits = standing.state == .closed
    }
    return fits ? nil : IncidentOrder.violation(event.incident, state: standing.state.word)
  }

  /// INV-41, INV-42 and INV-47 of a triage.
  private func violations(
    of triage: IncidentTriaged, _ standing: IncidentRow.Standing, in proposal: Proposal
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let inForce = incidentRules(at: proposal.effective).id
    if triage.rules != inForce {
      found.append(
        TriagedIncident.violation(triage.incident, .rules(named: triage.rules, inForce: inForce)))
    }
    if !(1...4).contains(triage.severity) {
      found.append(TriagedIncident.violation(triage.incident, .severity(triage.severity)))
    }
    if triage.outcome == .incident, triage.aware.isEmpty {
      found.append(TriagedIncident.violation(triage.incident, .entity))
    }
    for awareness in triage.aware {
      let entity = awareness.entity
      if units[entity]?.kind.isLegalEntity != true {
        let known = units.rows.filter { $0.kind.isLegalEntity && $0.isOpen(at: proposal.effective) }
        found.append(
          KnownRegime.violation(
            triage.incident, UnitSubject.word, "\(entity)", known: known.map { "\($0.id)" }))
      }
      if proposal.recorded < awareness.at {
        found.append(
          CorrectedAwareness.violation(
            triage.incident, entity: entity, said: nil, now: awareness.at))
      } else if let said = standing.aware(of: entity), said != awareness.at {
        found.append(
          CorrectedAwareness.violation(
            triage.incident, entity: entity, said: said, now: awareness.at))
      }
    }
    found.add(
      ReasonedLowering.check(
        triage.incident, lowered: lowered(triage, standing), hasReason: proposal.hasReason))
    return found
  }

  /// What a triage judges lower than the one before.
  private func lowered(
    _ triage: IncidentTriaged, _ standing: IncidentRow.Standing
  ) -> Localized? {
    if triage.outcome == .notAnIncident { return triage.outcome.word }
    guard let before = standing.triage else { return nil }
    if triage.severity < before.severity {
      return Localized(
        en: "severity \(triage.severity), before \(before.severity)",
        sv: "allvarlighetsgrad \(triage.severity), förut \(before.severity)")
    }
    let gone = before.aware.map(\.entity).filter { entity in
      !triage.aware.contains { $0.entity == entity }
    }
    guard !gone.isEmpty else { return nil }
    let names = gone.map { "\($0)" }.joined(separator: ", ")
    return Localized(en: "not concerned: \(names)", sv: "berörs inte: \(names)")
  }

  /// INC-05 and INC-06.
  private func violations(
    of assessed: IncidentDutyAssessed, _ incident: IncidentRow, _ standing: IncidentRow.Standing,
    in proposal: Proposal
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let regime = regime(assessed.regime, for: assessed.entity, incident, in: proposal, &found)
    for criterion in assessed.criteria where regime?[criterion] == nil {
      guard let regime else { break }
      found.append(
        KnownRegime.violation(
          incident.id, CriterionSubject.word, "\(criterion)",
          known: regime.criteria.map { "\($0.code)" }))
    }
    found.add(
      DocumentedAssessment.check(
        incident.id, outcome: assessed.outcome,
        hasCriteria: !assessed.criteria.isEmpty || regime?.criteria.isEmpty ?? true,
        hasReason: proposal.hasReason))
    found.add(shown(proposal, by: assessed.decider, hasEvidence: false))
    return found
  }

  /// The regime that is named, when the incident's rules have it in force for the entity; else INC-05.
  private func regime(
    _ code: RegimeCode, for entity: UnitID, _ incident: IncidentRow, in proposal: Proposal,
    _ found: inout [Diagnostic]
  ) -> IncidentRegime? {
    let moment = proposal.effective
    let aware = incident.standing(at: moment)?.aware ?? []
    guard let awareness = aware.first(where: { $0.entity == entity }) else {
      found.append(
        KnownRegime.violation(
          incident.id, UnitSubject.word, "\(entity)", known: aware.map { "\($0.entity)" }))
      return nil
    }
    let regimes = rules(of: incident, at: moment).regimes(
      on: proposal.zone.day(of: awareness.at)
    ).filter { $0.kind != .internal }
    if let regime = regimes.first(where: { $0.code == code }) { return regime }
    found.append(
      KnownRegime.violation(
        incident.id, RegimeSubject.word, "\(code)", known: regimes.map { "\($0.code)" }))
    return nil
  }

  /// INV-43, INV-44 and INC-05.
  private func violations(
    of notice: IncidentNotificationSubmitted, _ incident: IncidentRow,
    _ standing: IncidentRow.Standing, in proposal: Proposal
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    guard let regime = regime(notice.regime, for: notice.entity, incident, in: proposal, &found)
    else { return found }
    guard let place = regime.stages.firstIndex(where: { $0.code == notice.stage }) else {
      return found + [
        KnownRegime.violation(
          incident.id, StageSubject.word, "\(notice.stage)",
          known: regime.stages.map { "\($0.code)" })
      ]
    }
    func objection(_ objection: NoticeOrder.Objection) {
      found.append(
        NoticeOrder.violation(
          incident.id, regime: regime.code, entity: notice.entity, stage: notice.stage, objection))
    }
    if proposal.recorded < notice.at { objection(.future(notice.at)) }
    for earlier in regime.stages[..<place] where earlier.condition == .always {
      switch standing.submission(regime.code, notice.entity, earlier.code)?.at {
      case nil: objection(.earlier(earlier.code))
      case let at? where notice.at < at: objection(.later(earlier.code, at: at))
      case _?: break
      }
    }
    // The first of a stage stops its clock; what supplements it is never late.
    if standing.submission(regime.code, notice.entity, notice.stage) == nil {
      let demand = demands(of: incident, standing, at: proposal.effective, in: proposal.zone)
        .first {
          $0.regime.code == regime.code && $0.entity == notice.entity
            && $0.stage.code == notice.stage
        }
      found.add(
        LateNoticeSaysWhy.check(
          incident.id, regime: regime.code, entity: notice.entity, stage: notice.stage,
          at: notice.at, due: demand?.deadline?.due, hasReason: notice.lateReason != nil))
    }
    return found
  }

  /// INC-07: evidence is named, and comes from whoever keeps it.
  private func custody(
    of action: IncidentActionRecorded, _ standing: IncidentRow.Standing
  ) -> Diagnostic? {
    guard action.kind == .evidence else { return nil }
    let keeper = standing.actions.last { said in
      guard said.action.kind == .evidence else { return false }
      guard let digest = action.digest else { return said.action.reference == action.reference }
      return said.action.digest == digest
    }?.action.handedTo
    return EvidenceCustody.check(
      action.incident, isNamed: action.digest != nil || action.reference != nil,
      receivedFrom: action.receivedFrom, keeper: keeper)
  }

  /// INV-45, INV-46 and INC-01 to INC-03: everything that is left, at once.
  private func violations(
    of closing: IncidentClosed, _ incident: IncidentRow, _ standing: IncidentRow.Standing,
    in proposal: Proposal
  ) -> [Diagnostic] {
    var found = left(of: incident, at: proposal.effective, in: proposal.zone).filter {
      // Nothing may be left to do, when somebody says why.
      !(closing.withoutMeasures == .yes && proposal.hasReason && $0.isAboutMeasures)
    }.map(\.violation)
    if closing.cause == nil || closing.causeText == nil {
      found.append(EarnedClosing.violation(incident.id, .cause))
    }
    found.add(
      IndependentCloser.check(
        incident.id,
        closers: [closing.by, proposal.actor.principal, proposal.actor.actingFor]
          .compactMap(\.self),
        reporter: incident.report.reporter, causers: causers(standing)))
    found.add(shown(proposal, by: closing.by, hasEvidence: false))
    return found
  }

  /// The persons whose access caused an incident, by its links.
  func causers(_ standing: IncidentRow.Standing) -> [PersonID] {
    standing.links.filter { $0.link.relation == .causedBy }.flatMap { row -> [PersonID] in
      [row.link.person, row.link.grant.flatMap { grants[$0]?.person }].compactMap(\.self)
    }
  }
}

extension IncidentLinked {
  /// Everything that the link names: one thing, in a log that the rules have judged.
  public var targets: [String] {
    [
      person.map { "\($0)" }, system.map { "\($0)" }, entitlement.map { "\($0)" },
      grant.map { "\($0)" }, review.map { "\($0)" }, reconciliation.map { "\($0)" },
      other.map { "\($0)" },
    ].compactMap(\.self)
  }
}
