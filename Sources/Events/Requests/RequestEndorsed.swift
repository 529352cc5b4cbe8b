public import AccessModel
public import CanonicalJSON

/// A manager says that the need is real, or that it is not. An opinion, not a decision.
///
/// It does not say: that access is granted.
public struct RequestEndorsed: EventPayload {
  public var request: RequestID
  public var endorser: PersonID
  public var actingFor: PersonID?
  public var outcome: EndorsementOutcome
  public var hasNoInterest: Answer?

  public init(
    request: RequestID, endorser: PersonID, actingFor: PersonID? = nil, outcome: EndorsementOutcome,
    hasNoInterest: Answer? = nil
  ) {
    self.request = request
    self.endorser = endorser
    self.actingFor = actingFor
    self.outcome = outcome
    self.hasNoInterest = hasNoInterest
  }

  public init(blank: Void) {
    self.init(
      request: RequestID(blank: ()), endorser: PersonID(blank: ()), outcome: .supported)
  }

  public static let kind = EventKind.requestEndorsed
  public static let description = EventDescription(
    about: "A manager says that the need is real, or that it is not. An opinion, not a decision.",
    recordedBy:
      "The manager who endorses, or the administrator with the case or evidence that shows it.",
    doesNotSay: "That access is granted.")

  public var stream: StreamID { StreamID(.request, request) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("request", &request, "The request's identifier.")
    try visitor.field("endorser", &endorser, "Who says so.")
    try visitor.optional("actingFor", &actingFor, "Whose place the endorser took as deputy.")
    try visitor.field("outcome", &outcome, "What is said.")
    try visitor.optional(
      "hasNoInterest", &hasNoInterest,
      "Whether the endorser declares to have no interest of their own in the matter.")
  }
}
