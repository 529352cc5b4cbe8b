public import Diagnostics

/// What sort of recipient something from the register was given to. Who it was is nobody's to ask, and is not in the log.
public enum RecipientKind: CodedValue {
  /// Somebody who asked, whoever it is.
  case anybody
  case media
  case researcher
  /// Whoever the facts are about.
  case concerned
  /// A party to a case.
  case party
  case authority
  case auditor
  case court

  public var code: StaticString {
    switch self {
    case .anybody: "anybody"
    case .media: "media"
    case .researcher: "researcher"
    case .concerned: "concerned"
    case .party: "party"
    case .authority: "authority"
    case .auditor: "auditor"
    case .court: "court"
    }
  }

  public var word: Localized {
    switch self {
    case .anybody: Localized(en: "somebody who asked", sv: "någon som begärt det")
    case .media: Localized(en: "the media", sv: "massmedier")
    case .researcher: Localized(en: "a researcher", sv: "en forskare")
    case .concerned: Localized(en: "whoever it is about", sv: "den som uppgifterna rör")
    case .party: Localized(en: "a party to a case", sv: "part i ett ärende")
    case .authority: Localized(en: "an authority", sv: "en myndighet")
    case .auditor: Localized(en: "an auditor", sv: "en revisor")
    case .court: Localized(en: "a court", sv: "en domstol")
    }
  }

  public static let codes = CodeTable<RecipientKind>()
}
