public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// A notice or a report of an incident was handed in.
///
/// It does not say: that whoever got it was content. The ledger sends nothing itself.
public struct IncidentNotificationSubmitted: EventPayload {
  public var incident: IncidentID
  public var regime: RegimeCode
  public var entity: UnitID
  public var stage: StageCode
  public var at: Instant
  public var addressee: Label
  public var receipt: Label?
  public var digest: Digest?
  public var lateReason: Commitment?
  public var by: PersonID

  public init(
    incident: IncidentID, regime: RegimeCode, entity: UnitID, stage: StageCode, at: Instant,
    addressee: Label, receipt: Label? = nil, digest: Digest? = nil, lateReason: Commitment? = nil,
    by: PersonID
  ) {
    self.incident = incident
    self.regime = regime
    self.entity = entity
    self.stage = stage
    self.at = at
    self.addressee = addressee
    self.receipt = receipt
    self.digest = digest
    self.lateReason = lateReason
    self.by = by
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), regime: RegimeCode(blank: ()), entity: UnitID(blank: ()),
      stage: StageCode(blank: ()), at: Instant(milliseconds: 0), addressee: Label(blank: ()),
      by: PersonID(blank: ()))
  }

  public static let kind = EventKind.incidentNotificationSubmitted
  public static let description = EventDescription(
    about: "A notice or a report of an incident was handed in.",
    recordedBy:
      "The information-security coordinator, the data-protection officer, the custodian, or whoever leads the incident.",
    doesNotSay: "That whoever got it was content. The ledger sends nothing itself.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("regime", &regime, "The regime, as the rule document names it.")
    try visitor.field("entity", &entity, "The legal entity whose duty it was.")
    try visitor.field("stage", &stage, "Which notice, as the rule document names it.")
    try visitor.field("at", &at, "When it was handed in.")
    try visitor.field("addressee", &addressee, "To whom.")
    try visitor.optional("receipt", &receipt, "The reference of the receipt.")
    try visitor.optional("digest", &digest, "SHA-256 of what was handed in.")
    try visitor.optional("lateReason", &lateReason, "Free text: why it was handed in late.")
    try visitor.field("by", &by, "Who handed it in.")
  }
}
