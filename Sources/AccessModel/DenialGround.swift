public import Diagnostics

/// The ground on which access was denied.
public enum DenialGround: CodedValue {
  case needNotShown
  case tooWide
  case conflict
  case prerequisites
  case risk
  /// Only in history taken over from elsewhere.
  case unstated

  public var code: StaticString {
    switch self {
    case .needNotShown: "need-not-shown"
    case .tooWide: "too-wide"
    case .conflict: "conflict"
    case .prerequisites: "prerequisites"
    case .risk: "risk"
    case .unstated: "unstated"
    }
  }

  public var word: Localized {
    switch self {
    case .needNotShown: Localized(en: "the need is not shown", sv: "behovet är inte visat")
    case .tooWide: Localized(en: "less access is enough", sv: "mindre behörighet räcker")
    case .conflict: Localized(en: "conflicts with other access", sv: "strider mot annan behörighet")
    case .prerequisites:
      Localized(en: "prerequisites are not met", sv: "förutsättningarna är inte uppfyllda")
    case .risk: Localized(en: "the risk is too great", sv: "risken är för stor")
    case .unstated: Localized(en: "not stated", sv: "ej angivet")
    }
  }

  public static let codes = CodeTable<DenialGround>()
}
