import AccessModel
public import Chronology
public import Diagnostics
import Policies

/// Where a request stands at a moment. Computed from facts, never stored.
public enum RequestState: Hashable, Sendable, CaseIterable {
  /// Nobody has said anything of the need yet.
  case awaitingEndorsement
  /// A manager said that the need is not real, and nothing is decided.
  case notEndorsed
  /// The need is endorsed and nothing is decided.
  case awaitingDecision
  /// It was sent back with a question that nobody has answered.
  case returned
  case approved
  case denied
  case withdrawn
  /// Nobody decided it in time.
  case lapsed

  /// What programs read.
  public var code: String {
    switch self {
    case .awaitingEndorsement: "awaiting-endorsement"
    case .notEndorsed: "not-endorsed"
    case .awaitingDecision: "awaiting-decision"
    case .returned: "returned"
    case .approved: "approved"
    case .denied: "denied"
    case .withdrawn: "withdrawn"
    case .lapsed: "lapsed"
    }
  }

  public var word: Localized {
    switch self {
    case .awaitingEndorsement:
      Localized(en: "waiting for endorsement", sv: "väntar på tillstyrkan")
    case .notEndorsed: EndorsementOutcome.notSupported.word
    case .awaitingDecision: Localized(en: "waiting for a decision", sv: "väntar på beslut")
    case .returned: Localized(en: "waiting for an answer", sv: "väntar på komplettering")
    case .approved: Localized(en: "approved", sv: "bifallen")
    case .denied: Localized(en: "denied", sv: "avslagen")
    case .withdrawn: Localized(en: "withdrawn", sv: "återtagen")
    case .lapsed: Localized(en: "lapsed", sv: "förfallen")
    }
  }

  /// Whether it still waits for somebody.
  public var isOpen: Bool {
    switch self {
    case .awaitingEndorsement, .notEndorsed, .awaitingDecision, .returned: true
    case .approved, .denied, .withdrawn, .lapsed: false
    }
  }
}

extension Register {
  /// Where a request stands at a moment; `nil` before it was made.
  ///
  /// Only the latest opinion on a need and the latest question are kept, so before them the request counts as waiting for an
  /// opinion.
  public func state(of request: RequestRow, at moment: Instant) -> RequestState? {
    guard request.submitted.effective <= moment else { return nil }
    if let decision = request.decision, decision.fact.effective <= moment {
      return decision.isApproval ? .approved : .denied
    }
    if let withdrawn = request.withdrawn, withdrawn.effective <= moment { return .withdrawn }
    if lapse(of: request, at: moment) <= moment { return .lapsed }
    if request.openQuestion(at: moment) != nil { return .returned }
    guard let opinion = request.endorsement, opinion.fact.effective <= moment else {
      return .awaitingEndorsement
    }
    switch opinion.outcome {
    case .supported: return .awaitingDecision
    case .notSupported: return .notEndorsed
    }
  }

  /// When a request is over if nobody decides it, as its need is stated at a moment.
  public func lapse(of request: RequestRow, at moment: Instant) -> Instant {
    firstOver(
      from: request.stated(at: moment), for: request.entitlement.system, person: request.person,
      \.requestLapse) ?? .latest
  }
}

extension RequestRow {
  /// The question that waits for an answer at a moment; `nil` when there is none, or it was answered.
  public func openQuestion(at moment: Instant) -> ReturnRow? {
    guard let returned, returned.fact.effective <= moment else { return nil }
    if let amended, amended.position > returned.fact.position, amended.effective <= moment {
      return nil
    }
    return returned
  }

  /// When its need had last been stated at a moment.
  func stated(at moment: Instant) -> Instant {
    if let amended, amended.effective <= moment { return amended.effective }
    return submitted.effective
  }
}
