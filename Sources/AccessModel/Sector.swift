public import Diagnostics

/// What kind of activity a system serves, where the kind brings rules of its own.
public enum Sector: CodedValue {
  case general
  case care
  case rescue

  public var code: StaticString {
    switch self {
    case .general: "general"
    case .care: "care"
    case .rescue: "rescue"
    }
  }

  public var word: Localized {
    switch self {
    case .general: Localized(en: "general", sv: "allmän")
    case .care: Localized(en: "health and social care", sv: "vård och omsorg")
    case .rescue: Localized(en: "rescue services", sv: "räddningstjänst")
    }
  }

  public static let codes = CodeTable<Sector>()
}
