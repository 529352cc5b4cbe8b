public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// A named person with authority decided that the access is granted, for a time.
///
/// It does not say: that it has been carried out: it has no effect before that.
public struct RequestApproved: EventPayload {
  public var request: RequestID
  public var grant: GrantID?
  public var decider: PersonID
  public var actingFor: PersonID?
  public var authority: AuthorityKind
  public var assignment: AssignmentID?
  public var delegation: DelegationID?
  public var policies: [PolicyID]
  public var from: Instant
  public var until: Instant?
  public var reviewDays: Int64?
  public var conditions: Commitment?
  public var evidence: Digest?
  public var smallUnit: Answer?

  public init(
    request: RequestID, grant: GrantID? = nil, decider: PersonID, actingFor: PersonID? = nil,
    authority: AuthorityKind, assignment: AssignmentID? = nil, delegation: DelegationID? = nil,
    policies: [PolicyID] = [], from: Instant, until: Instant? = nil, reviewDays: Int64? = nil,
    conditions: Commitment? = nil, evidence: Digest? = nil, smallUnit: Answer? = nil
  ) {
    self.request = request
    self.grant = grant
    self.decider = decider
    self.actingFor = actingFor
    self.authority = authority
    self.assignment = assignment
    self.delegation = delegation
    self.policies = policies
    self.from = from
    self.until = until
    self.reviewDays = reviewDays
    self.conditions = conditions
    self.evidence = evidence
    self.smallUnit = smallUnit
  }

  public init(blank: Void) {
    self.init(
      request: RequestID(blank: ()), decider: PersonID(blank: ()), authority: .unstated,
      from: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.requestApproved
  public static let description = EventDescription(
    about: "A named person with authority decided that the access is granted, for a time.",
    recordedBy:
      "The decider, or the administrator with the case or evidence that shows the decision.",
    doesNotSay: "That it has been carried out: it has no effect before that.")

  public var stream: StreamID { StreamID(.request, request) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("request", &request, "The request's identifier.")
    try visitor.optional(
      "grant", &grant,
      "The grant that comes into being or changes; absent in history that names it first when carried out."
    )
    try visitor.field("decider", &decider, "Who decided. One person, always.")
    try visitor.optional("actingFor", &actingFor, "Whose power the decider exercised as deputy.")
    try visitor.field("authority", &authority, "What kind of authority it rests on.")
    try visitor.optional("assignment", &assignment, "The role assignment it rests on.")
    try visitor.optional("delegation", &delegation, "The delegation it rests on.")
    try visitor.field(
      "policies", &policies,
      "The policy documents it was judged by; empty for the rules that hold where none is adopted.")
    try visitor.field("from", &from, "The first moment of the grant.")
    try visitor.optional("until", &until, "The first moment after; absent when it ends by review.")
    try visitor.optional("reviewDays", &reviewDays, "How often it is reviewed, in days.")
    try visitor.optional("conditions", &conditions, "Free text: what the decision is subject to.")
    try visitor.optional("evidence", &evidence, "SHA-256 of the file that shows the decision.")
    try visitor.optional(
      "smallUnit", &smallUnit,
      "Whether steps that should be apart were taken by one person because the unit is small; a compensating check is then due as often as the rules say."
    )
  }
}
