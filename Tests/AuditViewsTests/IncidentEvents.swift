import AccessModel
import Chronology
import Events
import Transparency

/// One event of each type that is said of an incident after its report, in the order of the types; all but its closing.
enum IncidentEvents {
  static func afterReport(text: Commitment, digest: Digest, at start: Instant) -> [AccessEvent] {
    let incident = IncidentID(number: 1)
    let csl = RegimeCode(number: 1)
    let stage = StageCode(number: 1)
    return [
      .triaged(
        IncidentTriaged(
          incident: incident, outcome: .incident, category: .disclosure, severity: 3,
          confidentiality: .yes, integrity: .no, availability: .no, lead: p(1),
          rules: PolicyID(number: 1), aware: [EntityAwareness(entity: u(1), at: start)],
          malicious: .unknown, crossBorder: .no)),
      .dutyAssessed(
        IncidentDutyAssessed(
          incident: incident, regime: csl, entity: u(1), outcome: .duty, criteria: [],
          decider: p(1))),
      .actionRecorded(
        IncidentActionRecorded(
          incident: incident, kind: .evidence, at: start, by: p(1), what: text,
          informed: .management, reference: l("Safe 3"), receivedFrom: p(2), handedTo: p(3))),
      .notificationSubmitted(
        IncidentNotificationSubmitted(
          incident: incident, regime: csl, entity: u(1), stage: stage, at: start,
          addressee: l("The authority"), receipt: l("118"), by: p(1))),
      .linked(IncidentLinked(incident: incident, relation: .causedBy, person: p(2))),
      .exposureAnswered(
        IncidentExposureAnswered(
          incident: incident, systems: [s(1)], entitlements: [], from: start,
          until: start.advanced(byMilliseconds: 1), asOf: 1, rows: 2, list: digest, by: p(1),
          what: text)),
      .measureAssigned(
        IncidentMeasureAssigned(
          incident: incident, number: 1, what: text, owner: p(2), due: start)),
      .measureCompleted(
        IncidentMeasureCompleted(incident: incident, number: 1, at: start, by: p(2))),
      .followedUp(
        IncidentFollowedUp(incident: incident, stage: stage, works: .yes, by: p(1), what: text)),
      .reopened(IncidentReopened(incident: incident, by: p(1), cause: text)),
    ].map { .incident($0) }
  }
}
