public import AccessModel
public import CanonicalJSON

/// The handling of the incident has ended.
///
/// It does not say: that every duty to notify was met.
public struct IncidentClosed: EventPayload {
  public var incident: IncidentID
  public var by: PersonID

  public init(
    incident: IncidentID, by: PersonID
  ) {
    self.incident = incident
    self.by = by
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), by: PersonID(blank: ()))
  }

  public static let kind = EventKind.incidentClosed
  public static let description = EventDescription(
    about: "The handling of the incident has ended.",
    recordedBy: "The information-security coordinator or the owner.",
    doesNotSay: "That every duty to notify was met.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("by", &by, "Who closed it.")
  }
}
