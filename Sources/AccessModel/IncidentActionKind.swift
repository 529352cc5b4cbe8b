public import Diagnostics

/// What an action during an incident was for.
public enum IncidentActionKind: CodedValue {
  case contain
  case eradicate
  case recover
  case evidence
  case inform
  /// The incident is handled: what remains is to learn from it.
  case resolve

  public var code: StaticString {
    switch self {
    case .contain: "contain"
    case .eradicate: "eradicate"
    case .recover: "recover"
    case .evidence: "evidence"
    case .inform: "inform"
    case .resolve: "resolve"
    }
  }

  public var word: Localized {
    switch self {
    case .contain: Localized(en: "containment", sv: "begränsning")
    case .eradicate: Localized(en: "eradication", sv: "undanröjande")
    case .recover: Localized(en: "recovery", sv: "återställning")
    case .evidence: Localized(en: "evidence", sv: "bevis")
    case .inform: Localized(en: "information", sv: "information")
    case .resolve: Localized(en: "handled", sv: "hanterad")
    }
  }

  public static let codes = CodeTable<IncidentActionKind>()
}
