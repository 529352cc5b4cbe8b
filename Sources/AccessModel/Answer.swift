public import Diagnostics

/// Yes or no, where a fact must say which.
public enum Answer: CodedValue {
  case no
  case yes

  public var code: StaticString {
    switch self {
    case .no: "no"
    case .yes: "yes"
    }
  }

  public var word: Localized {
    switch self {
    case .no: Localized(en: "no", sv: "nej")
    case .yes: Localized(en: "yes", sv: "ja")
    }
  }

  public static let codes = CodeTable<Answer>()
}
