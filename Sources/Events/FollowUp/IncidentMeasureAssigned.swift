public import AccessModel
public import CanonicalJSON
public import Chronology

/// A measure against the like of an incident was given an owner and a date.
///
/// It does not say: that it is done.
public struct IncidentMeasureAssigned: EventPayload {
  public var incident: IncidentID
  public var number: Int64
  public var what: Commitment
  public var owner: PersonID
  public var due: Instant

  public init(
    incident: IncidentID, number: Int64, what: Commitment, owner: PersonID, due: Instant
  ) {
    self.incident = incident
    self.number = number
    self.what = what
    self.owner = owner
    self.due = due
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), number: 0, what: Commitment(blank: ()),
      owner: PersonID(blank: ()), due: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.incidentMeasureAssigned
  public static let description = EventDescription(
    about: "A measure against the like of an incident was given an owner and a date.",
    recordedBy:
      "The information-security coordinator, the owner, the custodian, or whoever leads the incident.",
    doesNotSay: "That it is done.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("number", &number, "Its number within the incident, from 1.")
    try visitor.field("what", &what, "Free text: what is to be done.")
    try visitor.field("owner", &owner, "Who answers for it.")
    try visitor.field("due", &due, "The first moment when it should be done.")
  }
}
