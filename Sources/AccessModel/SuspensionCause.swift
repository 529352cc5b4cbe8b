public import Diagnostics

/// Why access is suspended for a time.
public enum SuspensionCause: CodedValue {
  case absence
  case trainingLapsed
  case incident
  case overdueReview
  case risk

  public var code: StaticString {
    switch self {
    case .absence: "absence"
    case .trainingLapsed: "training-lapsed"
    case .incident: "incident"
    case .overdueReview: "overdue-review"
    case .risk: "risk"
    }
  }

  public var word: Localized {
    switch self {
    case .absence: Localized(en: "absence", sv: "frånvaro")
    case .trainingLapsed: Localized(en: "training has lapsed", sv: "utbildningen har löpt ut")
    case .incident: Localized(en: "incident", sv: "incident")
    case .overdueReview: Localized(en: "review overdue", sv: "granskning försenad")
    case .risk: Localized(en: "risk", sv: "risk")
    }
  }

  public static let codes = CodeTable<SuspensionCause>()
}
