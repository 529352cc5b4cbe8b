public import Diagnostics

/// The lawful purpose a need serves.
public enum Purpose: CodedValue {
  case publicTask
  case legalObligation
  case exerciseOfAuthority
  case contract
  case operations
  case audit
  /// Only in history taken over from elsewhere.
  case unstated

  public var code: StaticString {
    switch self {
    case .publicTask: "public-task"
    case .legalObligation: "legal-obligation"
    case .exerciseOfAuthority: "exercise-of-authority"
    case .contract: "contract"
    case .operations: "operations"
    case .audit: "audit"
    case .unstated: "unstated"
    }
  }

  public var word: Localized {
    switch self {
    case .publicTask:
      Localized(en: "task in the public interest", sv: "uppgift av allmänt intresse")
    case .legalObligation: Localized(en: "legal obligation", sv: "rättslig förpliktelse")
    case .exerciseOfAuthority:
      Localized(en: "exercise of public authority", sv: "myndighetsutövning")
    case .contract: Localized(en: "contract", sv: "avtal")
    case .operations: Localized(en: "operation and support", sv: "drift och support")
    case .audit: Localized(en: "audit and supervision", sv: "revision och tillsyn")
    case .unstated: Localized(en: "not stated", sv: "ej angivet")
    }
  }

  public static let codes = CodeTable<Purpose>()
}
