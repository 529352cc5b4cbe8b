public import Diagnostics

/// What took effect when a grant ended by itself.
public enum ExpiryCause: CodedValue {
  case period
  case affiliation
  case transfer
  case system
  case emergency

  public var code: StaticString {
    switch self {
    case .period: "period"
    case .affiliation: "affiliation"
    case .transfer: "transfer"
    case .system: "system"
    case .emergency: "emergency"
    }
  }

  public var word: Localized {
    switch self {
    case .period: Localized(en: "its time ran out", sv: "tiden har gått ut")
    case .affiliation:
      Localized(
        en: "the employment or assignment ended", sv: "anställningen eller uppdraget upphörde")
    case .transfer:
      Localized(
        en: "the person had moved and nobody confirmed it",
        sv: "personen hade flyttat och ingen bekräftade den")
    case .system: Localized(en: "the system was closed", sv: "systemet avvecklades")
    case .emergency: Localized(en: "the emergency access ran out", sv: "nödåtkomsten gick ut")
    }
  }

  public static let codes = CodeTable<ExpiryCause>()
}
