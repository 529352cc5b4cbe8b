public import AccessModel
public import CanonicalJSON
public import Transparency

/// A named person with authority decided that the access is not granted.
///
/// It does not say: that it may not be asked for again.
public struct RequestDenied: EventPayload {
  public var request: RequestID
  public var decider: PersonID
  public var actingFor: PersonID?
  public var authority: AuthorityKind
  public var assignment: AssignmentID?
  public var delegation: DelegationID?
  public var ground: DenialGround
  public var policies: [PolicyID]
  public var evidence: Digest?

  public init(
    request: RequestID, decider: PersonID, actingFor: PersonID? = nil, authority: AuthorityKind,
    assignment: AssignmentID? = nil, delegation: DelegationID? = nil, ground: DenialGround,
    policies: [PolicyID] = [], evidence: Digest? = nil
  ) {
    self.request = request
    self.decider = decider
    self.actingFor = actingFor
    self.authority = authority
    self.assignment = assignment
    self.delegation = delegation
    self.ground = ground
    self.policies = policies
    self.evidence = evidence
  }

  public init(blank: Void) {
    self.init(
      request: RequestID(blank: ()), decider: PersonID(blank: ()), authority: .unstated,
      ground: .unstated)
  }

  public static let kind = EventKind.requestDenied
  public static let description = EventDescription(
    about: "A named person with authority decided that the access is not granted.",
    recordedBy:
      "The decider, or the administrator with the case or evidence that shows the decision.",
    doesNotSay: "That it may not be asked for again.")

  public var stream: StreamID { StreamID(.request, request) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("request", &request, "The request's identifier.")
    try visitor.field("decider", &decider, "Who decided. One person, always.")
    try visitor.optional("actingFor", &actingFor, "Whose power the decider exercised as deputy.")
    try visitor.field("authority", &authority, "What kind of authority it rests on.")
    try visitor.optional("assignment", &assignment, "The role assignment it rests on.")
    try visitor.optional("delegation", &delegation, "The delegation it rests on.")
    try visitor.field("ground", &ground, "On what ground.")
    try visitor.field(
      "policies", &policies,
      "The policy documents it was judged by; empty for the rules that hold where none is adopted.")
    try visitor.optional("evidence", &evidence, "SHA-256 of the file that shows the decision.")
  }
}
