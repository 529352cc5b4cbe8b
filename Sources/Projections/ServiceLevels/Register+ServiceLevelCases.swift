import AccessModel
public import Chronology
import Events
import Policies

/// The cases whose time is measured, from what the projections know.
///
/// A register that was folded up to a moment of knowledge knows no more than was recorded by then; of that, only what had happened by the
/// moment of the question counts. Lengths are between the moments at which things happened, not at which they were recorded.
extension Register {
  /// Every case that had been asked for at a moment: requests in the order of record, then grants, then incidents.
  ///
  /// - Parameter zone: the ledger's, in which days and months are counted.
  public func serviceCases(at moment: Instant, in zone: TimeZoneRules) -> [ServiceLevelCase] {
    let ready = readyForAllGrants()
    return ready.requests.rows.compactMap { ready.decisionCase($0, at: moment) }
      + ready.grants.rows.flatMap { ready.executionCases($0, at: moment, in: zone) }
      + ready.grants.rows.compactMap { ready.removalCase($0, at: moment, in: zone) }
      + ready.incidents.rows.flatMap { ready.clockCases($0, at: moment, in: zone) }
  }

  /// From a request to its decision; due when it lapses.
  private func decisionCase(_ request: RequestRow, at moment: Instant) -> ServiceLevelCase? {
    guard let state = state(of: request, at: moment) else { return nil }
    let began = request.submitted.effective
    var found = accessCase(
      .decision, "\(request.id)", request.person, request.entitlement, began: began, at: moment)
    switch state {
    case .approved, .denied:
      guard let decision = request.decision else { return nil }
      found.end(.done, decision.fact.effective)
      found.performedBy = unit(of: decision.decider, at: decision.fact.effective, named: moment)
    case .withdrawn: found.end(.dropped, request.withdrawn?.effective ?? moment)
    case .lapsed: found.end(.dropped, lapse(of: request, at: moment))
    case .awaitingEndorsement, .notEndorsed, .awaitingDecision, .returned: break
    }
    found.bound(lapse(of: request, at: found.ended ?? moment), at: moment)
    return found
  }

  /// From the end of access to the word that it is gone from its system.
  private func removalCase(
    _ grant: GrantRow, at moment: Instant, in zone: TimeZoneRules
  ) -> ServiceLevelCase? {
    let end = end(of: grant, at: moment)
    let removal = grant.removal.flatMap { $0.fact.effective <= moment ? $0 : nil }
    // What was never carried out has nothing to remove.
    guard removal != nil || state(of: grant, at: moment) == .ending else { return nil }
    let removed = removal?.fact.effective
    guard let began = [end?.at, removed].compactMap(\.self).min() else { return nil }
    var found = accessCase(
      .removal, "\(grant.id)", grant.person, grant.entitlement, began: began, at: moment)
    if let removal {
      found.end(.done, removal.fact.effective)
      found.performedBy = unit(of: removal.by, at: removal.fact.effective, named: moment)
    }
    if let end, end.at == began {
      found.bound(removalDue(of: grant, after: end, in: zone), at: moment)
    }
    return found
  }

  /// The clocks of an incident, each as long as its rules count it.
  private func clockCases(
    _ incident: IncidentRow, at moment: Instant, in zone: TimeZoneRules
  ) -> [ServiceLevelCase] {
    let leader = incident.standing(at: moment).map { $0.lead }
    guard let leader else { return [] }
    let concerned = incident.systems(at: moment, in: self)
    var owning: UnitID?
    if let first = concerned.first, let system = systems[first] {
      owning = owner(of: system, at: moment)
    }
    var lead: UnitID?
    if let leader { lead = unit(of: leader, at: moment, named: moment) }
    return clocks(of: incident, at: moment, in: zone).map { clock in
      let performer = clock.entity ?? lead ?? owning
      let customer = clock.entity ?? owning
      return ServiceLevelCase(
        measure: .incidentClock, part: "\(clock.regime)/\(clock.stage.code)",
        subject: "\(incident.id)", systems: concerned,
        performedBy: performer.map { heir(of: $0, at: moment) },
        onBehalfOf: customer.map { heir(of: $0, at: moment) },
        began: clock.deadline?.start, ended: clock.met, due: clock.deadline?.due,
        outcome: Self.outcome(of: clock.state),
        isLate: clock.state == .late || clock.state == .metLate)
    }
  }

  private static func outcome(of state: IncidentClock.State) -> ServiceLevelCase.Outcome {
    switch state {
    case .waiting: .waiting
    case .running, .late: .open
    case .met, .metLate: .done
    case .lifted: .dropped
    }
  }

  /// A case of access that is open, done by nobody yet.
  func accessCase(
    _ measure: ServiceLevelMeasure, _ subject: String, _ person: PersonID?,
    _ entitlement: EntitlementID, began: Instant?, at moment: Instant
  ) -> ServiceLevelCase {
    let system = systems[entitlement.system]
    return ServiceLevelCase(
      measure: measure, subject: subject, person: person, systems: [entitlement.system],
      entitlement: entitlement,
      performedBy: system.map { heir(of: owner(of: $0, at: moment), at: moment) },
      onBehalfOf: person.flatMap { unit(of: $0, at: began ?? moment, named: moment) },
      began: began, outcome: .open, isLate: false)
  }

  /// Where a person worked at a moment, or last before it, as that unit is found at another; `nil` for somebody who never worked anywhere.
  func unit(of person: PersonID, at moment: Instant, named later: Instant) -> UnitID? {
    guard let row = persons[person] else { return nil }
    let present = row.affiliation(at: moment) ?? row.affiliations.last { $0.from <= moment }
    return (present ?? row.affiliations.first).map { heir(of: $0.unit(at: moment), at: later) }
  }
}

extension ServiceLevelCase {
  mutating func end(_ outcome: Outcome, _ moment: Instant) {
    self.outcome = outcome
    ended = moment
  }

  /// Says by when it was to be done, and whether it was by a moment.
  mutating func bound(_ due: Instant, at moment: Instant) {
    guard due != .latest else { return }
    self.due = due
    isLate = due <= ended ?? moment
  }
}
