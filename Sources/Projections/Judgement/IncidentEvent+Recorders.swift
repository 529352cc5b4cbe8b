import AccessModel
import Chronology
import Events
import Policies

extension IncidentEvent {
  /// The roles that may record the event, besides whoever leads the incident; `nil` when everybody with a key may.
  var recorders: [Role]? {
    let handling: [Role] = [
      .securityCoordinator, .administrator, .steward, .deputy, .owner, .custodian, .helpdesk,
    ]
    return switch self {
    case .reported: nil
    case .triaged: [.securityCoordinator, .custodian]
    case .dutyAssessed, .notificationSubmitted:
      [.securityCoordinator, .dataProtectionOfficer, .custodian]
    case .actionRecorded: handling
    case .linked: handling + [.dataProtectionOfficer]
    case .exposureAnswered: [.securityCoordinator, .steward, .deputy, .owner, .custodian]
    case .measureAssigned, .measureCompleted, .closed, .followedUp:
      [.securityCoordinator, .owner, .head, .custodian]
    case .reopened: [.securityCoordinator, .dataProtectionOfficer, .owner, .head, .custodian]
    }
  }

  /// Whom the event is about, or who decided or did it: those who do not correct it.
  var concerned: [PersonID] {
    switch self {
    case .reported(let report): [report.reporter].compactMap(\.self)
    // Nobody moves the clocks of what they lead themselves.
    case .triaged(let triage): [triage.lead]
    case .dutyAssessed(let assessed): [assessed.decider]
    case .actionRecorded(let action): [action.by]
    case .notificationSubmitted(let notice): [notice.by]
    case .linked(let link): [link.person].compactMap(\.self)
    case .exposureAnswered(let exposure): [exposure.by]
    case .measureAssigned(let measure): [measure.owner]
    case .measureCompleted(let done): [done.by]
    case .closed(let closing): [closing.by]
    case .followedUp(let followUp): [followUp.by]
    case .reopened(let reopened): [reopened.by]
    }
  }
}

extension Register {
  /// The systems that an event of an incident is about.
  func systems(of event: IncidentEvent, at moment: Instant) -> [SystemID] {
    if case .reported(let report) = event {
      return report.systems + report.entitlements.map(\.system)
    }
    return incidents[event.incident]?.systems(at: moment, in: self) ?? []
  }

  /// The legal entities that an event of an incident is about.
  func entities(of event: IncidentEvent, at moment: Instant) -> [UnitID] {
    switch event {
    case .reported: []
    case .triaged(let triage): triage.aware.map(\.entity)
    case .dutyAssessed(let assessed): [assessed.entity]
    case .notificationSubmitted(let notice): [notice.entity]
    case .actionRecorded, .linked, .exposureAnswered, .measureAssigned, .measureCompleted, .closed,
      .followedUp, .reopened:
      incidents[event.incident]?.standing(at: moment)?.aware.map(\.entity) ?? []
    }
  }

  /// Whether whoever leads an incident says something of it, or the owner of a measure that it is done.
  func isByLead(_ proposal: Proposal) -> Bool {
    guard case .incident(let event) = proposal.event,
      let standing = incidents[event.incident]?.standing(at: proposal.effective)
    else { return false }
    let principal = proposal.actor.principal
    if case .measureCompleted(let done) = event,
      standing.measures.contains(where: {
        $0.measure.number == done.number && $0.measure.owner == principal
      })
    {
      return true
    }
    return standing.lead == principal && isPresent(principal, at: proposal.recorded)
  }

  /// Whether an incident is marked as secret because somebody who may assess it has assessed a duty under rules that ask for it.
  func isMarkingOfDuty(_ proposal: Proposal) -> Bool {
    guard case .ledger(.secrecyMarked(let marking)) = proposal.event, marking.marking == .yes,
      marking.targets.count == 1, let id = marking.incident, let incident = incidents[id],
      let standing = incident.standing(at: proposal.effective)
    else { return false }
    let rules = rules(of: incident, at: proposal.effective)
    return standing.assessments.values.contains { assessed, _ in
      assessed.outcome == .duty && rules[assessed.regime]?.secrecy == marking.provision
    }
  }
}
