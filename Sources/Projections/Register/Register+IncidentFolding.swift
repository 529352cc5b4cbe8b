import AccessModel
import Events

/// The family of incidents.
extension Register {
  mutating func apply(
    _ event: IncidentEvent, _ fact: Fact, by principal: PersonID, hasReason: Bool
  ) {
    switch event {
    case .reported(let report):
      let index = incidents.add(
        IncidentRow(report: report, reported: fact, recorder: principal))
      noteSystems(ofIncidentAt: index)
    case .triaged, .dutyAssessed, .actionRecorded, .notificationSubmitted, .linked,
      .exposureAnswered, .measureAssigned, .measureCompleted, .closed, .followedUp, .reopened:
      guard let index = incidents.index(of: event.incident) else { return }
      incidents.change(at: index) {
        $0.steps.append(
          IncidentStepRow(event: event, fact: fact, by: principal, hasReason: hasReason))
      }
      if case .linked = event { noteSystems(ofIncidentAt: index) }
    }
  }
}
