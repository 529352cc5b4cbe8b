public import Diagnostics

/// What the follow-up of an emergency access found.
public enum EmergencyJudgement: CodedValue {
  case justified
  case unjustified

  public var code: StaticString {
    switch self {
    case .justified: "justified"
    case .unjustified: "unjustified"
    }
  }

  public var word: Localized {
    switch self {
    case .justified: Localized(en: "justified", sv: "befogad")
    case .unjustified: Localized(en: "not justified", sv: "obefogad")
    }
  }

  public static let codes = CodeTable<EmergencyJudgement>()
}
