public import AccessModel
public import CanonicalJSON

/// A closed incident was looked at again.
///
/// It does not say: that it cannot happen again.
public struct IncidentFollowedUp: EventPayload {
  public var incident: IncidentID
  public var stage: StageCode
  public var works: AnswerSoFar
  public var by: PersonID
  public var what: Commitment

  public init(
    incident: IncidentID, stage: StageCode, works: AnswerSoFar, by: PersonID, what: Commitment
  ) {
    self.incident = incident
    self.stage = stage
    self.works = works
    self.by = by
    self.what = what
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), stage: StageCode(blank: ()), works: .no,
      by: PersonID(blank: ()), what: Commitment(blank: ()))
  }

  public static let kind = EventKind.incidentFollowedUp
  public static let description = EventDescription(
    about: "A closed incident was looked at again.",
    recordedBy:
      "The information-security coordinator, the owner, the custodian, or whoever leads the incident.",
    doesNotSay: "That it cannot happen again.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("stage", &stage, "Which follow-up, as the rule document names it.")
    try visitor.field("works", &works, "Whether the measures work.")
    try visitor.field("by", &by, "Who looked.")
    try visitor.field("what", &what, "Free text: what was seen.")
  }
}
