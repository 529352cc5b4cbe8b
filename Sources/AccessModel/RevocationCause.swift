public import Diagnostics

/// Why a grant was ended before its time.
public enum RevocationCause: CodedValue {
  case needEnded
  case review
  case leaver
  case incident
  case replaced
  case unauthorised
  /// Only in history taken over from elsewhere.
  case unstated

  public var code: StaticString {
    switch self {
    case .needEnded: "need-ended"
    case .review: "review"
    case .leaver: "leaver"
    case .incident: "incident"
    case .replaced: "replaced"
    case .unauthorised: "unauthorised"
    case .unstated: "unstated"
    }
  }

  public var word: Localized {
    switch self {
    case .needEnded: Localized(en: "need has ended", sv: "behovet har upphört")
    case .review: Localized(en: "review", sv: "granskning")
    case .leaver:
      Localized(en: "employment or assignment ended", sv: "anställning eller uppdrag avslutat")
    case .incident: Localized(en: "incident", sv: "incident")
    case .replaced: Localized(en: "replaced", sv: "ersatt")
    case .unauthorised: Localized(en: "never decided", sv: "aldrig beslutad")
    case .unstated: Localized(en: "not stated", sv: "ej angivet")
    }
  }

  public static let codes = CodeTable<RevocationCause>()
}
