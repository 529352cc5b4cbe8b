public import AccessModel
public import CanonicalJSON
public import Chronology

/// The need of a request is stated anew, and endorsed anew.
///
/// It does not say: that the need is endorsed.
public struct RequestAmended: EventPayload {
  public var request: RequestID
  public var purpose: Purpose?
  public var duty: Commitment?
  public var need: Commitment
  public var analysis: AnalysisID?
  public var until: Instant?

  public init(
    request: RequestID, purpose: Purpose? = nil, duty: Commitment? = nil, need: Commitment,
    analysis: AnalysisID? = nil, until: Instant? = nil
  ) {
    self.request = request
    self.purpose = purpose
    self.duty = duty
    self.need = need
    self.analysis = analysis
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      request: RequestID(blank: ()), need: Commitment(blank: ()))
  }

  public static let kind = EventKind.requestAmended
  public static let description = EventDescription(
    about: "The need of a request is stated anew, and endorsed anew.",
    recordedBy: "The requester, or the administrator on their behalf.",
    doesNotSay: "That the need is endorsed.")

  public var stream: StreamID { StreamID(.request, request) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("request", &request, "The request's identifier.")
    try visitor.optional("purpose", &purpose, "The lawful purpose, when another.")
    try visitor.optional("duty", &duty, "Free text: the duty the access is for.")
    try visitor.field("need", &need, "Free text: what is needed, and why.")
    try visitor.optional("analysis", &analysis, "The needs-and-risk analysis it rests on.")
    try visitor.optional("until", &until, "The first moment after the need, when another.")
  }
}
