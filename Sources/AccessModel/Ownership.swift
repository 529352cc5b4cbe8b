public import Diagnostics

/// Whose a system is.
public enum Ownership: CodedValue {
  case common
  case committee
  case company
  case external

  public var code: StaticString {
    switch self {
    case .common: "common"
    case .committee: "committee"
    case .company: "company"
    case .external: "external"
    }
  }

  public var word: Localized {
    switch self {
    case .common: Localized(en: "common system", sv: "kommungemensamt system")
    case .committee: Localized(en: "committee's system", sv: "nämndens system")
    case .company: Localized(en: "company's system", sv: "bolagets system")
    case .external: Localized(en: "external system", sv: "externt system")
    }
  }

  public static let codes = CodeTable<Ownership>()
}
