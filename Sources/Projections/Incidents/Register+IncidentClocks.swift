import AccessModel
public import Chronology
import Events
import Policies

/// The clocks of incidents: what the rules ask for, by when, and whether it was done.
extension Register {
  /// Every clock of an incident at a moment, in the order of the rules and of the legal entities; those that ran and are asked for no
  /// longer come last.
  ///
  /// - Parameter zone: the ledger's, in which days and months are counted.
  public func clocks(
    of incident: IncidentRow, at moment: Instant, in zone: TimeZoneRules
  ) -> [IncidentClock] {
    guard let standing = incident.standing(at: moment) else { return [] }
    let present = demands(of: incident, standing, at: moment, in: zone)
    var clocks = present.map { clock($0, incident, standing, at: moment, isLifted: false) }
    var known = Set(present.compactMap(\.key))
    // What was asked for at any time before is kept, whatever is said since.
    var turns = Set(incident.steps(at: moment).map(\.fact.effective))
    turns.insert(incident.reported.effective)
    for turn in turns.sorted() {
      guard let then = incident.standing(at: turn) else { continue }
      for demand in demands(of: incident, then, at: turn, in: zone) {
        guard let key = demand.key, known.insert(key).inserted else { continue }
        clocks.append(clock(demand, incident, standing, at: moment, isLifted: true))
      }
    }
    return clocks
  }

  /// What the rules ask for at a moment, by what has been said up to then.
  func demands(
    of incident: IncidentRow, _ standing: IncidentRow.Standing, at moment: Instant,
    in zone: TimeZoneRules
  ) -> [IncidentDemand] {
    let rules = rules(of: incident, at: moment)
    var found: [IncidentDemand] = []
    if standing.triage?.outcome != .notAnIncident {
      for awareness in standing.aware {
        for regime in rules.regimes(on: zone.day(of: awareness.at)) where regime.kind != .internal {
          let matter = IncidentRow.Matter(regime: regime.code, entity: awareness.entity)
          let assessed = standing.assessments[matter]?.assessed
          switch (regime.kind, assessed?.outcome) {
          case (_, .noDuty), (.contract, nil), (.contract, .undetermined), (.internal, _): continue
          case (.statutory, _), (.contract, .duty): break
          }
          for stage in regime.stages {
            switch stage.condition {
            case .onRequest: continue
            case .criterion(let criterion):
              guard assessed?.criteria.contains(criterion) ?? false else { continue }
            case .always, .ongoing: break
            }
            found += demand(
              stage, of: regime, for: awareness, incident, standing,
              isAssessed: assessed?.outcome == .duty, at: moment, in: zone)
          }
        }
      }
    }
    let isIncident = standing.triage?.outcome != .notAnIncident
    for regime in rules.regimes(on: zone.day(of: incident.reported.effective))
    where regime.kind == .internal {
      for stage in regime.stages where isIncident || stage.fulfilment == .triage {
        found += demand(
          stage, of: regime, for: nil, incident, standing, isAssessed: true, at: moment, in: zone)
      }
    }
    return found
  }

  /// The demand of one stage; none where it does not apply.
  private func demand(
    _ stage: IncidentStage, of regime: IncidentRegime, for awareness: EntityAwareness?,
    _ incident: IncidentRow, _ standing: IncidentRow.Standing, isAssessed: Bool, at moment: Instant,
    in zone: TimeZoneRules
  ) -> [IncidentDemand] {
    // How soon it is triaged is judged by what was known before it was.
    let severity = stage.fulfilment == .triage ? incident.report.severity : standing.severity
    let span = stage.span(at: severity)
    if span == nil, stage.within != nil || !stage.bySeverity.isEmpty { return [] }
    let start: Instant? =
      switch stage.start {
      case .aware: awareness?.at
      case .noticed: incident.report.noticed
      case .reported: incident.reported.effective
      case .rated: standing.ratedSince
      case .handled: standing.handled
      case .closed: standing.closedAt
      case .stage(let earlier):
        standing.submission(regime.code, awareness?.entity, earlier)?.at
      }
    var demand = IncidentDemand(
      regime: regime, entity: awareness?.entity, stage: stage, start: start, span: span,
      deadline: nil, isAssessed: isAssessed)
    guard let start, let span else {
      // A clock counted from the end, or from a severity that nobody has given, is not asked for before that.
      switch stage.start {
      case .closed, .rated: return []
      case .aware, .noticed, .reported, .handled, .stage: return [demand]
      }
    }
    let isStatutory = regime.kind == .statutory
    let base = ClockDeadline(after: start, span, in: zone, isStatutory: isStatutory)
    demand.deadline = base
    demand.base = base
    if stage.condition == .ongoing, let handled = standing.handled, handled <= base.due {
      return []
    }
    if stage.waitsForHandling {
      if let handled = standing.handled {
        if base.due < handled {
          demand.deadline = ClockDeadline(
            after: handled, span, in: zone, isStatutory: isStatutory)
        }
      } else if base.due < moment {
        demand.deadline = nil
      }
    }
    return [demand]
  }

  private func clock(
    _ demand: IncidentDemand, _ incident: IncidentRow, _ standing: IncidentRow.Standing,
    at moment: Instant, isLifted: Bool
  ) -> IncidentClock {
    let met = fulfilment(of: demand, standing)
    let due = demand.deadline?.due
    let state: IncidentClock.State
    if let met {
      state = due.map { met <= $0 } ?? true ? .met : .metLate
    } else if isLifted {
      state = .lifted
    } else if let due {
      state = due < moment ? .late : .running
    } else if demand.span == nil, demand.isAssessed {
      // It has no date, and is asked for all the same.
      state = .running
    } else {
      state = .waiting
    }
    return IncidentClock(
      incident: incident.id, regime: demand.regime.code, entity: demand.entity,
      stage: demand.stage, deadline: demand.deadline,
      lastDeadline: demand.deadline == demand.base ? nil : demand.base, met: met,
      isAssessed: demand.isAssessed,
      state: state)
  }

  /// When what a demand asks for was done.
  private func fulfilment(
    of demand: IncidentDemand, _ standing: IncidentRow.Standing
  ) -> Instant? {
    switch demand.stage.fulfilment {
    case .notice:
      return standing.submission(demand.regime.code, demand.entity, demand.stage.code)?.at
    case .triage: return standing.firstTriaged
    case .management:
      return standing.actions.lazy.map(\.action)
        .filter { $0.kind == .inform && $0.informed == .management }.map(\.at).min()
    case .followUp:
      // A follow-up belongs to the end that it comes after.
      return standing.followUps.lazy
        .filter { follow in
          follow.followUp.stage == demand.stage.code
            && demand.start.map { $0 <= follow.fact.effective } ?? false
        }.map(\.fact.effective).min()
    }
  }
}
