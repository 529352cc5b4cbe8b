public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// Something was done about an incident, or evidence of it was taken or handed over.
///
/// It does not say: that it helped.
public struct IncidentActionRecorded: EventPayload {
  public var incident: IncidentID
  public var kind: IncidentActionKind
  public var at: Instant
  public var by: PersonID
  public var what: Commitment
  public var informed: InformedParty?
  public var reference: Label?
  public var digest: Digest?
  public var receivedFrom: PersonID?
  public var handedTo: PersonID?

  public init(
    incident: IncidentID, kind: IncidentActionKind, at: Instant, by: PersonID, what: Commitment,
    informed: InformedParty? = nil, reference: Label? = nil, digest: Digest? = nil,
    receivedFrom: PersonID? = nil, handedTo: PersonID? = nil
  ) {
    self.incident = incident
    self.kind = kind
    self.at = at
    self.by = by
    self.what = what
    self.informed = informed
    self.reference = reference
    self.digest = digest
    self.receivedFrom = receivedFrom
    self.handedTo = handedTo
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), kind: .contain, at: Instant(milliseconds: 0),
      by: PersonID(blank: ()), what: Commitment(blank: ()))
  }

  public static let kind = EventKind.incidentActionRecorded
  public static let description = EventDescription(
    about: "Something was done about an incident, or evidence of it was taken or handed over.",
    recordedBy:
      "The information-security coordinator, the administrator, the steward, the deputy, the owner, the custodian, the helpdesk, or whoever leads the incident.",
    doesNotSay: "That it helped.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("kind", &kind, "What it was for.")
    try visitor.field("at", &at, "When it was done.")
    try visitor.field("by", &by, "Who did it.")
    try visitor.field("what", &what, "Free text: what was done.")
    try visitor.optional("informed", &informed, "Who was informed.")
    try visitor.optional(
      "reference", &reference, "Where the evidence or the document is kept, or what it is called.")
    try visitor.optional("digest", &digest, "SHA-256 of the evidence.")
    try visitor.optional("receivedFrom", &receivedFrom, "Who handed the evidence over.")
    try visitor.optional("handedTo", &handedTo, "Who keeps the evidence from then on.")
  }
}
