import AccessModel
public import Chronology
public import Diagnostics
import Events
import Policies

/// Something that is left to do before an incident can be closed.
public struct IncidentLeft: Hashable, Sendable {
  /// The rule that asks for it.
  public var code: DiagnosticCode
  public var what: Localized
  /// The command that answers it.
  public var command: String
  /// How it is refused when somebody closes the incident all the same.
  public var violation: Diagnostic
  /// Whether it is that nobody has measures to take.
  public var isAboutMeasures = false
}

extension Register {
  /// Everything that is left to do before an incident can be closed at a moment, in the order in which it is best done; empty when it
  /// has earned its end, save what the closing itself says.
  public func left(
    of incident: IncidentRow, at moment: Instant, in zone: TimeZoneRules
  ) -> [IncidentLeft] {
    guard let standing = incident.standing(at: moment) else { return [] }
    let id = incident.id
    guard standing.triage != nil else {
      return [
        IncidentLeft(
          code: TriagedIncident.code,
          what: Localized(en: "it is not triaged", sv: "den är inte bedömd"),
          command: "liggare incident triage \(id) --severity 1..4 --category KIND --entity UNIT",
          violation: TriagedIncident.violation(id, .triage))
      ]
    }
    return dutiesLeft(of: incident, standing, at: moment, in: zone)
      + accessLeft(of: incident, standing, at: moment)
  }

  private func dutiesLeft(
    of incident: IncidentRow, _ standing: IncidentRow.Standing, at moment: Instant,
    in zone: TimeZoneRules
  ) -> [IncidentLeft] {
    var left: [EarnedClosing.Left] = []
    let rules = rules(of: incident, at: moment)
    for awareness in standing.aware {
      for regime in rules.regimes(on: zone.day(of: awareness.at)) where regime.kind != .internal {
        let matter = IncidentRow.Matter(regime: regime.code, entity: awareness.entity)
        switch standing.assessments[matter]?.assessed.outcome {
        case nil: left.append(.assessment(regime.code, awareness.entity))
        case .undetermined: left.append(.undetermined(regime.code, awareness.entity))
        case .duty, .noDuty: break
        }
      }
    }
    for demand in demands(of: incident, standing, at: moment, in: zone) {
      guard let entity = demand.entity, demand.isAssessed, demand.stage.fulfilment == .notice,
        standing.submission(demand.regime.code, entity, demand.stage.code) == nil,
        demand.stage.condition != .ongoing || demand.deadline != nil,
        !isOvertaken(demand, standing)
      else { continue }
      left.append(.notice(demand.regime.code, entity, demand.stage.code))
    }
    if standing.handled == nil { left.append(.handling) }
    if standing.presentMeasureCount == 0 { left.append(.measures) }
    return left.map {
      let (what, command) = EarnedClosing.words(incident.id, $0)
      return IncidentLeft(
        code: EarnedClosing.code, what: what, command: command,
        violation: EarnedClosing.violation(incident.id, $0), isAboutMeasures: $0 == .measures)
    }
  }

  /// Whether a report on what was still going on has been overtaken by one that came after.
  private func isOvertaken(
    _ demand: IncidentDemand, _ standing: IncidentRow.Standing
  ) -> Bool {
    guard demand.stage.condition == .ongoing,
      let place = demand.regime.stages.firstIndex(where: { $0.code == demand.stage.code })
    else { return false }
    return demand.regime.stages[(place + 1)...].contains {
      $0.condition == .always
        && standing.submission(demand.regime.code, demand.entity, $0.code) != nil
    }
  }

  /// What is left about access: who could reach it, emergency access, and differences.
  private func accessLeft(
    of incident: IncidentRow, _ standing: IncidentRow.Standing, at moment: Instant
  ) -> [IncidentLeft] {
    let id = incident.id
    var left: [IncidentLeft] = []
    let systems = incident.systems(at: moment, in: self)
    for system in systems {
      let isAnswered = standing.exposures.contains {
        $0.exposure.systems.contains(system)
          || $0.exposure.entitlements.contains { $0.system == system }
      }
      guard !isAnswered else { continue }
      left.append(
        IncidentLeft(
          code: AnsweredExposure.code,
          what: Localized(
            en: "nobody has answered who could reach \(system)",
            sv: "ingen har svarat på vilka som kunde nå \(system)"),
          command: AnsweredExposure.command(id, system: system),
          violation: AnsweredExposure.violation(id, system: system)))
    }
    let begun = min(
      standing.triage?.from ?? incident.report.noticed, incident.report.noticed)
    for system in systems {
      for index in grants(in: system) {
        let grant = grants[index]
        guard let emergency = grant.emergency, emergency.review == nil,
          begun <= grant.begun.effective, grant.begun.effective <= moment
        else { continue }
        left.append(
          IncidentLeft(
            code: FollowedUpEmergencies.code,
            what: Localized(
              en: "emergency access \(grant.id) is not followed up",
              sv: "nödåtkomsten \(grant.id) är inte uppföljd"),
            command: FollowedUpEmergencies.command(grant.id),
            violation: FollowedUpEmergencies.violation(id, grant: grant.id)))
      }
      for open in openDiscrepancies(in: system, at: moment) {
        left.append(
          IncidentLeft(
            code: ReconciledSystems.code,
            what: Localized(
              en: "difference \(open.number) of \(open.reconciliation) is open",
              sv: "avvikelse \(open.number) i \(open.reconciliation) är öppen"),
            command: ReconciledSystems.command(open.reconciliation, open.number),
            violation: ReconciledSystems.violation(
              id, reconciliation: open.reconciliation, number: open.number)))
      }
    }
    return left
  }
}
