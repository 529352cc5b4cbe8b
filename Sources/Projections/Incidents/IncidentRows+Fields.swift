import AccessModel
public import Events

extension IncidentReported: StateValue {}
extension IncidentTriaged: StateValue {}
extension IncidentDutyAssessed: StateValue {}
extension IncidentActionRecorded: StateValue {}
extension IncidentNotificationSubmitted: StateValue {}
extension IncidentLinked: StateValue {}
extension IncidentExposureAnswered: StateValue {}
extension IncidentMeasureAssigned: StateValue {}
extension IncidentMeasureCompleted: StateValue {}
extension IncidentClosed: StateValue {}
extension IncidentFollowedUp: StateValue {}
extension IncidentReopened: StateValue {}

extension IncidentRow: RegisterRow {
  public static let word: StaticString = "incident"

  public init(blank: Void) {
    self.init(report: .blank, reported: .blank, recorder: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.identifier(id)
    visitor.field(&report)
    visitor.field(&reported)
    visitor.field(&recorder)
    visitor.parts(&steps)
  }
}

extension IncidentStepRow: RowPart {
  public static let word: StaticString = "incident-step"

  public init(blank: Void) {
    self.init(event: .reported(.blank), fact: .blank, by: .blank, hasReason: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visit(&visitor) { (event: IncidentTriaged) in .triaged(event) }
    visit(&visitor) { (event: IncidentDutyAssessed) in .dutyAssessed(event) }
    visit(&visitor) { (event: IncidentActionRecorded) in .actionRecorded(event) }
    visit(&visitor) { (event: IncidentNotificationSubmitted) in .notificationSubmitted(event) }
    visit(&visitor) { (event: IncidentLinked) in .linked(event) }
    visit(&visitor) { (event: IncidentExposureAnswered) in .exposureAnswered(event) }
    visit(&visitor) { (event: IncidentMeasureAssigned) in .measureAssigned(event) }
    visit(&visitor) { (event: IncidentMeasureCompleted) in .measureCompleted(event) }
    visit(&visitor) { (event: IncidentClosed) in .closed(event) }
    visit(&visitor) { (event: IncidentFollowedUp) in .followedUp(event) }
    visit(&visitor) { (event: IncidentReopened) in .reopened(event) }
    visitor.field(&fact)
    visitor.field(&by)
    visitor.field(&hasReason)
  }

  /// Exactly one of the payloads is there.
  private mutating func visit<Visitor: RowVisitor, Payload: EventPayload & StateValue>(
    _ visitor: inout Visitor, _ make: (Payload) -> IncidentEvent
  ) {
    var payload = event.payload as? Payload
    visitor.field(&payload)
    if let payload { event = make(payload) }
  }
}
