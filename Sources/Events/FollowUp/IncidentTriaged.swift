public import AccessModel
public import CanonicalJSON
public import Chronology

/// An incident was judged: what it is, how bad, who leads, which rules it is handled by, and when each legal entity became aware.
///
/// It does not say: that it must be notified: that is assessed under each regime for each legal entity.
public struct IncidentTriaged: EventPayload {
  public var incident: IncidentID
  public var outcome: IncidentOutcome
  public var category: IncidentCategory
  public var severity: Int64
  public var confidentiality: Answer
  public var integrity: Answer
  public var availability: Answer
  public var lead: PersonID
  public var rules: PolicyID
  public var aware: [EntityAwareness]
  public var personalData: AnswerSoFar?
  public var malicious: AnswerSoFar
  public var crossBorder: AnswerSoFar
  public var from: Instant?
  public var until: Instant?

  public init(
    incident: IncidentID, outcome: IncidentOutcome, category: IncidentCategory, severity: Int64,
    confidentiality: Answer, integrity: Answer, availability: Answer, lead: PersonID,
    rules: PolicyID, aware: [EntityAwareness], personalData: AnswerSoFar? = nil,
    malicious: AnswerSoFar, crossBorder: AnswerSoFar,
    from: Instant? = nil, until: Instant? = nil
  ) {
    self.incident = incident
    self.outcome = outcome
    self.category = category
    self.severity = severity
    self.confidentiality = confidentiality
    self.integrity = integrity
    self.availability = availability
    self.lead = lead
    self.rules = rules
    self.aware = aware
    self.personalData = personalData
    self.malicious = malicious
    self.crossBorder = crossBorder
    self.from = from
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), outcome: .incident, category: .disclosure, severity: 0,
      confidentiality: .no, integrity: .no, availability: .no, lead: PersonID(blank: ()),
      rules: PolicyID(blank: ()), aware: [], malicious: .no, crossBorder: .no)
  }

  public static let kind = EventKind.incidentTriaged
  public static let description = EventDescription(
    about:
      "An incident was judged: what it is, how bad, who leads, which rules it is handled by, and when each legal entity became aware.",
    recordedBy:
      "The information-security coordinator, the custodian, or whoever leads the incident.",
    doesNotSay:
      "That it must be notified: that is assessed under each regime for each legal entity.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("outcome", &outcome, "Whether it is an incident at all.")
    try visitor.field("category", &category, "What kind of thing went wrong.")
    try visitor.field("severity", &severity, "How bad it is, 1 to 4, where 4 is critical.")
    try visitor.field("confidentiality", &confidentiality, "Whether confidentiality is affected.")
    try visitor.field("integrity", &integrity, "Whether integrity is affected.")
    try visitor.field("availability", &availability, "Whether availability is affected.")
    try visitor.field("lead", &lead, "Who leads the handling.")
    try visitor.field("rules", &rules, "The rule document that it is handled by.")
    try visitor.field(
      "aware", &aware, "Each legal entity that is concerned, and when it became aware.")
    try visitor.optional(
      "personalData", &personalData,
      "Whether personal data is concerned; left out where the report says what is known.")
    try visitor.field("malicious", &malicious, "Whether an unlawful or malicious act is suspected.")
    try visitor.field(
      "crossBorder", &crossBorder, "Whether it may have effects in another country.")
    try visitor.optional("from", &from, "When it began, as far as is known.")
    try visitor.optional("until", &until, "The first moment when it was over, as far as is known.")
  }
}
