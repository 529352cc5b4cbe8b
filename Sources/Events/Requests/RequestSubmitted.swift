public import AccessModel
public import CanonicalJSON
public import Chronology

/// Somebody asks formally that a person be given an entitlement, and states the need.
///
/// It does not say: that the need is endorsed or anything decided.
public struct RequestSubmitted: EventPayload {
  public var request: RequestID
  public var kind: RequestKind
  public var person: PersonID
  public var entitlement: EntitlementID
  public var scope: ScopeName?
  public var from: Instant
  public var until: Instant?
  public var requester: PersonID
  public var purpose: Purpose
  public var duty: Commitment?
  public var need: Commitment
  private var rare: Boxed<RareFields>?

  public init(
    request: RequestID, kind: RequestKind, grant: GrantID? = nil, person: PersonID,
    entitlement: EntitlementID, scope: ScopeName? = nil, from: Instant, until: Instant? = nil,
    requester: PersonID, purpose: Purpose, duty: Commitment? = nil, need: Commitment,
    alternative: Commitment? = nil, analysis: AnalysisID? = nil
  ) {
    self.request = request
    self.kind = kind
    self.person = person
    self.entitlement = entitlement
    self.scope = scope
    self.from = from
    self.until = until
    self.requester = requester
    self.purpose = purpose
    self.duty = duty
    self.need = need
    self.grant = grant
    self.alternative = alternative
    self.analysis = analysis
  }

  public init(blank: Void) {
    self.init(
      request: RequestID(blank: ()), kind: .new, person: PersonID(blank: ()),
      entitlement: EntitlementID(blank: ()), from: Instant(milliseconds: 0),
      requester: PersonID(blank: ()), purpose: .unstated, need: Commitment(blank: ()))
  }

  /// What most requests leave out, kept apart so that they stay small in memory.
  private struct RareFields: Hashable, Sendable {
    var grant: GrantID?
    var alternative: Commitment?
    var analysis: AnalysisID?
  }

  public var grant: GrantID? {
    get { rare?.value.grant }
    set { changeRare(newValue == nil) { $0.grant = newValue } }
  }

  public var alternative: Commitment? {
    get { rare?.value.alternative }
    set { changeRare(newValue == nil) { $0.alternative = newValue } }
  }

  public var analysis: AnalysisID? {
    get { rare?.value.analysis }
    set { changeRare(newValue == nil) { $0.analysis = newValue } }
  }

  private mutating func changeRare(_ isRemoval: Bool, _ body: (inout RareFields) -> Void) {
    if isRemoval && rare == nil { return }
    var fields = rare?.value ?? RareFields()
    body(&fields)
    rare = fields == RareFields() ? nil : .value(fields)
  }

  public static let kind = EventKind.requestSubmitted
  public static let description = EventDescription(
    about: "Somebody asks formally that a person be given an entitlement, and states the need.",
    recordedBy: "The person, a manager, or the administrator on their behalf.",
    doesNotSay: "That the need is endorsed or anything decided.")

  public var stream: StreamID { StreamID(.request, request) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("request", &request, "The request's identifier.")
    try visitor.field("kind", &kind, "What sort of change is asked for.")
    try visitor.optional("grant", &grant, "The grant that is to be changed or renewed.")
    try visitor.field("person", &person, "Who is to have the access.")
    try visitor.field("entitlement", &entitlement, "What is asked for, `SYSTEM/NAME`.")
    try visitor.optional("scope", &scope, "The part of the system it is limited to.")
    try visitor.field("from", &from, "The first moment of the need.")
    try visitor.optional(
      "until", &until, "The first moment after; absent when the need has no known end.")
    try visitor.field("requester", &requester, "Who asks.")
    try visitor.field("purpose", &purpose, "The lawful purpose.")
    try visitor.optional("duty", &duty, "Free text: the duty the access is for.")
    try visitor.field("need", &need, "Free text: what is needed, and why.")
    try visitor.optional("alternative", &alternative, "Free text: what else was considered.")
    try visitor.optional("analysis", &analysis, "The needs-and-risk analysis it rests on.")
  }
}
