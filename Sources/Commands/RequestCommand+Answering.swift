public import AccessModel
public import Chronology

/// Send a request back with a question, which is the reason that goes with the command.
public struct ReturnRequest: Sendable {
  public var request: RequestID
  public var by: PersonID
  /// When the answer must have come.
  public var due: Instant

  public init(request: RequestID, by: PersonID, due: Instant) {
    self.request = request
    self.by = by
    self.due = due
  }
}

/// State the need of a request anew; what is `nil` stays as it is.
public struct AmendRequest: Sendable {
  public var request: RequestID
  public var purpose: Purpose?
  public var duty: String?
  public var need: String
  public var analysis: AnalysisID?
  public var until: Instant?

  public init(
    request: RequestID, purpose: Purpose? = nil, duty: String? = nil, need: String,
    analysis: AnalysisID? = nil, until: Instant? = nil
  ) {
    self.request = request
    self.purpose = purpose
    self.duty = duty
    self.need = need
    self.analysis = analysis
    self.until = until
  }
}
