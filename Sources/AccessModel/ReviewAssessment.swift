public import Diagnostics

/// What the auditor says of a finished review.
public enum ReviewAssessment: CodedValue {
  case accepted
  case rejected

  public var code: StaticString {
    switch self {
    case .accepted: "accepted"
    case .rejected: "rejected"
    }
  }

  public var word: Localized {
    switch self {
    case .accepted: Localized(en: "accepted", sv: "godtagen")
    case .rejected: Localized(en: "rejected", sv: "underkänd")
    }
  }

  public static let codes = CodeTable<ReviewAssessment>()
}
