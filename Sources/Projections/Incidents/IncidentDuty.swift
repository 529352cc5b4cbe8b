public import AccessModel
public import Chronology
public import Events
import Policies

/// Something that is due about an incident: a clock that runs or is out, or a measure that is not done.
public struct IncidentDuty: Hashable, Sendable {
  /// What is due.
  public enum Matter: Hashable, Sendable {
    case clock(IncidentClock)
    /// A measure, by its number within the incident.
    case measure(IncidentMeasureAssigned)
  }

  public var incident: IncidentID
  public var matter: Matter
  /// The first moment after, in whichever way of counting comes first; `nil` for what has no date.
  public var due: Instant?
  /// By the calendar and the clock.
  public var calendar: Instant?
  /// The last day under the rules on statutory time, for what is counted in days or longer.
  public var statutory: Day?
  public var isLate: Bool
  /// Who has to act, the first before the others.
  public var actors: [PersonID]
}

extension Register {
  /// Everything that is due about incidents at a moment, the earliest first.
  ///
  /// - Parameter zone: the ledger's, in which days and months are counted.
  public func incidentDuties(at moment: Instant, in zone: TimeZoneRules) -> [IncidentDuty] {
    var found: [IncidentDuty] = []
    for incident in incidents.rows {
      guard let standing = incident.standing(at: moment) else { continue }
      for clock in clocks(of: incident, at: moment, in: zone) where clock.state.isOpen {
        found.append(
          IncidentDuty(
            incident: incident.id, matter: .clock(clock), due: clock.deadline?.due,
            calendar: clock.deadline?.calendar, statutory: clock.deadline?.statutory,
            isLate: clock.state == .late,
            actors: actors(of: clock, incident, at: moment)))
      }
      for (measure, done) in standing.measures where done == nil {
        found.append(
          IncidentDuty(
            incident: incident.id, matter: .measure(measure), due: measure.due,
            calendar: measure.due, isLate: measure.due < moment, actors: [measure.owner]))
      }
    }
    return found.enumerated().sorted {
      ($0.element.due ?? .latest, $0.offset) < ($1.element.due ?? .latest, $1.offset)
    }.map(\.element)
  }

  /// Who has to act on a clock: whoever leads the incident and the role that answers for the regime; of what nobody leads, the
  /// information-security coordinator, else the custodian.
  public func actors(
    of clock: IncidentClock, _ incident: IncidentRow, at moment: Instant
  ) -> [PersonID] {
    var found: [PersonID] = []
    if let lead = incident.standing(at: moment)?.lead { found.append(lead) }
    if let role = rules(of: incident, at: moment)[clock.regime]?.answeredBy {
      found += holders(of: role, at: moment)
    }
    for role in [Role.securityCoordinator, .custodian] where found.isEmpty {
      found += holders(of: role, at: moment)
    }
    var kept: [PersonID] = []
    for person in found where !kept.contains(person) { kept.append(person) }
    return kept
  }

  /// Who holds a role of the whole organisation at a moment, the earliest assigned first.
  func holders(of role: Role, at moment: Instant) -> [PersonID] {
    assignments.rows.filter {
      $0.role == role && $0.system == nil && $0.unit == nil && $0.isInForce(at: moment)
        && isPresent($0.holder, at: moment)
    }.map(\.holder)
  }
}
