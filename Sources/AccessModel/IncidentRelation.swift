public import Diagnostics

/// How something else belongs to an incident.
public enum IncidentRelation: CodedValue {
  case affected
  case causedBy
  case foundBy
  case followedBy
  case about

  public var code: StaticString {
    switch self {
    case .affected: "affected"
    case .causedBy: "caused-by"
    case .foundBy: "found-by"
    case .followedBy: "followed-by"
    case .about: "about"
    }
  }

  public var word: Localized {
    switch self {
    case .affected: Localized(en: "affected", sv: "berörd")
    case .causedBy: Localized(en: "caused by", sv: "orsakad av")
    case .foundBy: Localized(en: "found by", sv: "upptäckt genom")
    case .followedBy: Localized(en: "led to", sv: "ledde till")
    case .about: Localized(en: "about", sv: "gäller")
    }
  }

  public static let codes = CodeTable<IncidentRelation>()
}
