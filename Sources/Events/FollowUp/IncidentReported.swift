public import AccessModel
public import CanonicalJSON

/// Somebody reports that something went wrong.
///
/// It does not say: what it was, or how bad: that is judged later.
public struct IncidentReported: EventPayload {
  public var incident: IncidentID
  public var system: SystemID?
  public var severity: Int64?
  public var reporter: PersonID
  public var what: Commitment

  public init(
    incident: IncidentID, system: SystemID? = nil, severity: Int64? = nil, reporter: PersonID,
    what: Commitment
  ) {
    self.incident = incident
    self.system = system
    self.severity = severity
    self.reporter = reporter
    self.what = what
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), reporter: PersonID(blank: ()), what: Commitment(blank: ()))
  }

  public static let kind = EventKind.incidentReported
  public static let description = EventDescription(
    about: "Somebody reports that something went wrong.",
    recordedBy: "Anybody. It cannot be refused for want of a role.",
    doesNotSay: "What it was, or how bad: that is judged later.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.optional("system", &system, "The system it is about.")
    try visitor.optional(
      "severity", &severity, "The reporter's own judgement, 1 to 4, where 4 is the worst.")
    try visitor.field("reporter", &reporter, "Who reports.")
    try visitor.field("what", &what, "Free text: what happened.")
  }
}
