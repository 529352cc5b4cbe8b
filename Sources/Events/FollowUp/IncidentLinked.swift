public import AccessModel
public import CanonicalJSON

/// Something else in the ledger belongs to an incident.
///
/// It does not say: that anybody is to blame.
public struct IncidentLinked: EventPayload {
  public var incident: IncidentID
  public var relation: IncidentRelation
  public var person: PersonID?
  public var system: SystemID?
  public var entitlement: EntitlementID?
  public var grant: GrantID?
  public var review: ReviewID?
  public var reconciliation: ReconciliationID?
  public var other: IncidentID?

  public init(
    incident: IncidentID, relation: IncidentRelation, person: PersonID? = nil,
    system: SystemID? = nil, entitlement: EntitlementID? = nil, grant: GrantID? = nil,
    review: ReviewID? = nil, reconciliation: ReconciliationID? = nil, other: IncidentID? = nil
  ) {
    self.incident = incident
    self.relation = relation
    self.person = person
    self.system = system
    self.entitlement = entitlement
    self.grant = grant
    self.review = review
    self.reconciliation = reconciliation
    self.other = other
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), relation: .affected)
  }

  public static let kind = EventKind.incidentLinked
  public static let description = EventDescription(
    about: "Something else in the ledger belongs to an incident.",
    recordedBy:
      "The information-security coordinator, the data-protection officer, the administrator, the steward, the deputy, the owner, the custodian, or whoever leads the incident.",
    doesNotSay: "That anybody is to blame.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("relation", &relation, "How it belongs to the incident.")
    try visitor.optional("person", &person, "A person.")
    try visitor.optional("system", &system, "A system.")
    try visitor.optional("entitlement", &entitlement, "An entitlement.")
    try visitor.optional("grant", &grant, "A grant.")
    try visitor.optional("review", &review, "A review.")
    try visitor.optional("reconciliation", &reconciliation, "A reconciliation.")
    try visitor.optional("other", &other, "Another incident.")
  }
}
