import AccessModel
import Events

/// The family of incidents.
extension Register {
  mutating func apply(
    _ event: IncidentEvent, _ fact: Fact, by principal: PersonID, hasReason: Bool
  ) {
    switch event {
    case .reported(let report):
      incidents.add(IncidentRow(report: report, reported: fact, recorder: principal))
    case .triaged, .dutyAssessed, .actionRecorded, .notificationSubmitted, .linked,
      .exposureAnswered, .measureAssigned, .measureCompleted, .closed, .followedUp, .reopened:
      incidents.change(event.incident) {
        $0.steps.append(
          IncidentStepRow(event: event, fact: fact, by: principal, hasReason: hasReason))
      }
    }
  }
}
