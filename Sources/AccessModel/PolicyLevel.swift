public import Diagnostics

/// Whose rules a policy document holds; a lower level may tighten and never loosen.
public enum PolicyLevel: CodedValue {
  case group
  case entity
  case unit
  case system

  public var code: StaticString {
    switch self {
    case .group: "group"
    case .entity: "entity"
    case .unit: "unit"
    case .system: "system"
    }
  }

  public var word: Localized {
    switch self {
    case .group: Localized(en: "the whole group", sv: "hela koncernen")
    case .entity: Localized(en: "a legal entity", sv: "en juridisk enhet")
    case .unit: Localized(en: "a unit", sv: "en enhet")
    case .system: Localized(en: "a system", sv: "ett system")
    }
  }

  public static let codes = CodeTable<PolicyLevel>()
}
