import AccessModel
public import Chronology
public import Diagnostics
public import Projections

/// Where a request stands at a moment. Computed from facts, never stored.
public enum RequestState: Hashable, Sendable, CaseIterable {
  /// Nobody has said anything of the need yet.
  case awaitingEndorsement
  /// A manager said that the need is not real, and nothing is decided.
  case notEndorsed
  /// The need is endorsed and nothing is decided.
  case awaitingDecision
  case approved
  case denied
  case withdrawn

  /// What programs read.
  public var code: String {
    switch self {
    case .awaitingEndorsement: "awaiting-endorsement"
    case .notEndorsed: "not-endorsed"
    case .awaitingDecision: "awaiting-decision"
    case .approved: "approved"
    case .denied: "denied"
    case .withdrawn: "withdrawn"
    }
  }

  public var word: Localized {
    switch self {
    case .awaitingEndorsement:
      Localized(en: "waiting for endorsement", sv: "väntar på tillstyrkan")
    case .notEndorsed: EndorsementOutcome.notSupported.word
    case .awaitingDecision: Localized(en: "waiting for a decision", sv: "väntar på beslut")
    case .approved: Localized(en: "approved", sv: "bifallen")
    case .denied: Localized(en: "denied", sv: "avslagen")
    case .withdrawn: Localized(en: "withdrawn", sv: "återtagen")
    }
  }
}

extension Register {
  /// Where a request stands at a moment; `nil` before it was made.
  ///
  /// Only the latest opinion on a need is kept, so before that opinion the request counts as waiting for one.
  public func state(of request: RequestRow, at moment: Instant) -> RequestState? {
    guard request.submitted.effective <= moment else { return nil }
    if let decision = request.decision, decision.fact.effective <= moment {
      return decision.isApproval ? .approved : .denied
    }
    if let withdrawn = request.withdrawn, withdrawn.effective <= moment { return .withdrawn }
    guard let opinion = request.endorsement, opinion.fact.effective <= moment else {
      return .awaitingEndorsement
    }
    switch opinion.outcome {
    case .supported: return .awaitingDecision
    case .notSupported: return .notEndorsed
    }
  }
}
