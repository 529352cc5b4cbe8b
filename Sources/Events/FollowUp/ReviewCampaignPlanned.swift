public import AccessModel
public import CanonicalJSON
public import Chronology

/// A review of access is planned: of which access, when, by whom, and what becomes of what nobody answers.
///
/// It does not say: which grants it will be about: that is fixed when it starts.
public struct ReviewCampaignPlanned: EventPayload {
  public var review: ReviewID
  public var axis: ReviewAxis
  public var trigger: ReviewTrigger?
  public var unit: UnitID?
  public var system: SystemID?
  public var entitlement: EntitlementID?
  public var person: PersonID?
  public var incident: IncidentID?
  public var opens: Instant
  public var due: Instant
  public var reviewer: Role
  public var fallback: Role
  public var second: Role?
  public var strategy: ReviewStrategy?
  public var onNoResponse: NoResponseEffect
  public var planner: PersonID

  public init(
    review: ReviewID, axis: ReviewAxis, trigger: ReviewTrigger? = nil, unit: UnitID? = nil,
    system: SystemID? = nil, entitlement: EntitlementID? = nil, person: PersonID? = nil,
    incident: IncidentID? = nil, opens: Instant, due: Instant, reviewer: Role, fallback: Role,
    second: Role? = nil, strategy: ReviewStrategy? = nil, onNoResponse: NoResponseEffect,
    planner: PersonID
  ) {
    self.review = review
    self.axis = axis
    self.trigger = trigger
    self.unit = unit
    self.system = system
    self.entitlement = entitlement
    self.person = person
    self.incident = incident
    self.opens = opens
    self.due = due
    self.reviewer = reviewer
    self.fallback = fallback
    self.second = second
    self.strategy = strategy
    self.onNoResponse = onNoResponse
    self.planner = planner
  }

  public init(blank: Void) {
    self.init(
      review: ReviewID(blank: ()), axis: ReviewAxis(blank: ()), opens: Instant(blank: ()),
      due: Instant(blank: ()), reviewer: Role(blank: ()), fallback: Role(blank: ()),
      onNoResponse: NoResponseEffect(blank: ()), planner: PersonID(blank: ()))
  }

  public static let kind = EventKind.reviewCampaignPlanned
  public static let description = EventDescription(
    about:
      "A review of access is planned: of which access, when, by whom, and what becomes of what nobody answers.",
    recordedBy:
      "The system's steward or owner, the security coordinator, or a job.",
    doesNotSay: "Which grants it will be about: that is fixed when it starts.")

  public var stream: StreamID { StreamID(.review, review) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("review", &review, "The campaign's identifier.")
    try visitor.field("axis", &axis, "Along which line it goes.")
    try visitor.optional("trigger", &trigger, "What happened, for a review after an event.")
    try visitor.optional(
      "unit", &unit, "The unit, with those below it, whose people's access it is about.")
    try visitor.optional("system", &system, "The system it is about.")
    try visitor.optional("entitlement", &entitlement, "The one entitlement it is about.")
    try visitor.optional("person", &person, "The one person whose access it is about.")
    try visitor.optional("incident", &incident, "The incident that it follows.")
    try visitor.field("opens", &opens, "When it opens.")
    try visitor.field("due", &due, "The first moment after its last day.")
    try visitor.field("reviewer", &reviewer, "In which role somebody is asked first.")
    try visitor.field("fallback", &fallback, "In which role, when nobody is found so.")
    try visitor.optional(
      "second", &second, "In which role somebody answers after them, where there are two stages.")
    try visitor.optional("strategy", &strategy, "How the answers of two stages become one.")
    try visitor.field("onNoResponse", &onNoResponse, "What becomes of what nobody answers.")
    try visitor.field("planner", &planner, "Who planned it.")
  }
}
