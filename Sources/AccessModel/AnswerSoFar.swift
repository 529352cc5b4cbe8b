public import Diagnostics

/// Yes or no, where it may not be known yet.
public enum AnswerSoFar: CodedValue {
  case no
  case yes
  case unknown

  public var code: StaticString {
    switch self {
    case .no: "no"
    case .yes: "yes"
    case .unknown: "unknown"
    }
  }

  public var word: Localized {
    switch self {
    case .no: Localized(en: "no", sv: "nej")
    case .yes: Localized(en: "yes", sv: "ja")
    case .unknown: Localized(en: "not known", sv: "inte känt")
    }
  }

  public static let codes = CodeTable<AnswerSoFar>()
}
