public import AccessModel
public import CanonicalJSON

/// Whether an incident must be notified under a regime, for one legal entity.
///
/// It does not say: that it was notified.
public struct IncidentDutyAssessed: EventPayload {
  public var incident: IncidentID
  public var regime: RegimeCode
  public var entity: UnitID
  public var outcome: DutyOutcome
  public var criteria: [CriterionCode]
  public var decider: PersonID

  public init(
    incident: IncidentID, regime: RegimeCode, entity: UnitID, outcome: DutyOutcome,
    criteria: [CriterionCode], decider: PersonID
  ) {
    self.incident = incident
    self.regime = regime
    self.entity = entity
    self.outcome = outcome
    self.criteria = criteria
    self.decider = decider
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), regime: RegimeCode(blank: ()), entity: UnitID(blank: ()),
      outcome: .duty, criteria: [], decider: PersonID(blank: ()))
  }

  public static let kind = EventKind.incidentDutyAssessed
  public static let description = EventDescription(
    about: "Whether an incident must be notified under a regime, for one legal entity.",
    recordedBy:
      "The information-security coordinator, the data-protection officer, the custodian, or whoever leads the incident.",
    doesNotSay: "That it was notified.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("regime", &regime, "The regime, as the rule document names it.")
    try visitor.field("entity", &entity, "The legal entity.")
    try visitor.field("outcome", &outcome, "What the assessment came to.")
    try visitor.field("criteria", &criteria, "The criteria of the rule document that are met.")
    try visitor.field("decider", &decider, "Who decided.")
  }
}
