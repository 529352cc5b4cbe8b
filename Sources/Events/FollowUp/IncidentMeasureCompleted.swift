public import AccessModel
public import CanonicalJSON
public import Chronology

/// A measure is done.
///
/// It does not say: that it works: that is looked at when the incident is followed up.
public struct IncidentMeasureCompleted: EventPayload {
  public var incident: IncidentID
  public var number: Int64
  public var at: Instant
  public var by: PersonID

  public init(
    incident: IncidentID, number: Int64, at: Instant, by: PersonID
  ) {
    self.incident = incident
    self.number = number
    self.at = at
    self.by = by
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), number: 0, at: Instant(milliseconds: 0),
      by: PersonID(blank: ()))
  }

  public static let kind = EventKind.incidentMeasureCompleted
  public static let description = EventDescription(
    about: "A measure is done.",
    recordedBy:
      "Its owner, the information-security coordinator, the owner of the system, the custodian, or whoever leads the incident.",
    doesNotSay: "That it works: that is looked at when the incident is followed up.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("number", &number, "The measure's number within the incident.")
    try visitor.field("at", &at, "When it was done.")
    try visitor.field("by", &by, "Who says so.")
  }
}
