public import Diagnostics

/// Why an incident could happen, in a word that recurs.
public enum RootCause: CodedValue {
  case humanError
  case missingRoutine
  case routineNotFollowed
  case accessTooWide
  case accessNotRemoved
  case softwareFault
  case configuration
  case hardwareFault
  case supplierFault
  case attack
  case misuse
  case unknown

  public var code: StaticString {
    switch self {
    case .humanError: "human-error"
    case .missingRoutine: "missing-routine"
    case .routineNotFollowed: "routine-not-followed"
    case .accessTooWide: "access-too-wide"
    case .accessNotRemoved: "access-not-removed"
    case .softwareFault: "software-fault"
    case .configuration: "configuration"
    case .hardwareFault: "hardware-fault"
    case .supplierFault: "supplier-fault"
    case .attack: "attack"
    case .misuse: "misuse"
    case .unknown: "unknown"
    }
  }

  public var word: Localized {
    switch self {
    case .humanError: Localized(en: "human error", sv: "mänskligt misstag")
    case .missingRoutine:
      Localized(en: "missing or unclear routine", sv: "rutin saknas eller är oklar")
    case .routineNotFollowed: Localized(en: "routine not followed", sv: "rutin följdes inte")
    case .accessTooWide: Localized(en: "access too wide", sv: "för vid behörighet")
    case .accessNotRemoved: Localized(en: "access not removed", sv: "behörighet inte borttagen")
    case .softwareFault: Localized(en: "fault in software", sv: "programfel")
    case .configuration: Localized(en: "wrong configuration", sv: "felaktig konfiguration")
    case .hardwareFault: Localized(en: "fault in equipment", sv: "utrustningsfel")
    case .supplierFault: Localized(en: "fault at a supplier", sv: "fel hos leverantör")
    case .attack: Localized(en: "attack from outside", sv: "angrepp utifrån")
    case .misuse: Localized(en: "misuse from inside", sv: "missbruk inifrån")
    case .unknown: Localized(en: "not known", sv: "inte känt")
    }
  }

  public static let codes = CodeTable<RootCause>()
}
