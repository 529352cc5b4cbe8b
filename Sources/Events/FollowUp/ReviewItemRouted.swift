public import AccessModel
public import CanonicalJSON

/// Items of a review are somebody's to answer: assigned, handed over, reminded of, or escalated.
///
/// It does not say: that anybody has looked at them.
public struct ReviewItemRouted: EventPayload {
  public var review: ReviewID
  public var routing: RoutingKind
  public var grants: [GrantID]
  public var reviewer: PersonID
  public var actingFor: PersonID?
  public var role: Role
  public var from: PersonID?
  public var cause: RoutingCause
  public var stage: Int64?
  public var step: Int64?

  public init(
    review: ReviewID, routing: RoutingKind, grants: [GrantID], reviewer: PersonID,
    actingFor: PersonID? = nil, role: Role, from: PersonID? = nil, cause: RoutingCause,
    stage: Int64? = nil, step: Int64? = nil
  ) {
    self.review = review
    self.routing = routing
    self.grants = grants
    self.reviewer = reviewer
    self.actingFor = actingFor
    self.role = role
    self.from = from
    self.cause = cause
    self.stage = stage
    self.step = step
  }

  public init(blank: Void) {
    self.init(
      review: ReviewID(blank: ()), routing: RoutingKind(blank: ()), grants: [GrantID](blank: ()),
      reviewer: PersonID(blank: ()), role: Role(blank: ()), cause: RoutingCause(blank: ()))
  }

  public static let kind = EventKind.reviewItemRouted
  public static let description = EventDescription(
    about:
      "Items of a review are somebody's to answer: assigned, handed over, reminded of, or escalated.",
    recordedBy:
      "A job, the system's steward or owner, the reviewer, or the security coordinator.",
    doesNotSay: "That anybody has looked at them.")

  public var stream: StreamID { StreamID(.review, review) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("review", &review, "The campaign's identifier.")
    try visitor.field("routing", &routing, "What is done.")
    try visitor.field("grants", &grants, "The items, by their grants.")
    try visitor.field("reviewer", &reviewer, "Whose they are now.")
    try visitor.optional("actingFor", &actingFor, "For whom the reviewer stands in.")
    try visitor.field("role", &role, "In which role the reviewer was found.")
    try visitor.optional("from", &from, "Whose they were.")
    try visitor.field("cause", &cause, "Why.")
    try visitor.optional("stage", &stage, "The stage, 1 or 2, where there are two.")
    try visitor.optional("step", &step, "Which reminder or which step of escalation, from 1.")
  }
}
