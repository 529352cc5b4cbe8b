public import AccessModel
public import CanonicalJSON

/// A closed incident is handled again.
///
/// It does not say: that closing it was wrong.
public struct IncidentReopened: EventPayload {
  public var incident: IncidentID
  public var by: PersonID
  public var cause: Commitment

  public init(
    incident: IncidentID, by: PersonID, cause: Commitment
  ) {
    self.incident = incident
    self.by = by
    self.cause = cause
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), by: PersonID(blank: ()), cause: Commitment(blank: ()))
  }

  public static let kind = EventKind.incidentReopened
  public static let description = EventDescription(
    about: "A closed incident is handled again.",
    recordedBy:
      "The information-security coordinator, the data-protection officer, the owner, the custodian, or whoever led the incident.",
    doesNotSay: "That closing it was wrong.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("by", &by, "Who opened it again.")
    try visitor.field("cause", &cause, "Free text: what came to light.")
  }
}
