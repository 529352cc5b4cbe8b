public import AccessModel
public import CanonicalJSON

/// The handling of the incident has ended.
///
/// It does not say: that the measures are done: each has its own date.
public struct IncidentClosed: EventPayload {
  public var incident: IncidentID
  public var by: PersonID
  public var cause: RootCause?
  public var causeText: Commitment?
  public var effects: Commitment?
  public var lessons: Commitment?
  public var withoutMeasures: Answer?

  public init(
    incident: IncidentID, by: PersonID, cause: RootCause? = nil, causeText: Commitment? = nil,
    effects: Commitment? = nil, lessons: Commitment? = nil, withoutMeasures: Answer? = nil
  ) {
    self.incident = incident
    self.by = by
    self.cause = cause
    self.causeText = causeText
    self.effects = effects
    self.lessons = lessons
    self.withoutMeasures = withoutMeasures
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), by: PersonID(blank: ()))
  }

  public static let kind = EventKind.incidentClosed
  public static let description = EventDescription(
    about: "The handling of the incident has ended.",
    recordedBy:
      "The information-security coordinator, the owner, the custodian, or whoever leads the incident; never its only reporter, nor whose access caused it.",
    doesNotSay: "That the measures are done: each has its own date.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("by", &by, "Who closed it.")
    try visitor.optional(
      "cause", &cause, "Why it could happen, in a word that recurs; left out in history taken over."
    )
    try visitor.optional("causeText", &causeText, "Free text: why it could happen.")
    try visitor.optional("effects", &effects, "Free text: what it led to.")
    try visitor.optional("lessons", &lessons, "Free text: what is to be learnt.")
    try visitor.optional(
      "withoutMeasures", &withoutMeasures,
      "Whether nothing is to be done, for the reason that the event gives.")
  }
}
