public import Diagnostics

/// What sort of fact stands somewhere in an answer: what may have to be masked is told by it.
public enum FactKind: CodedValue, CustomStringConvertible {
  /// What anybody may see: days, states, numbers, and the names of units, systems and rights.
  case open
  /// Which person it is, by identifier.
  case person
  /// What somebody is called, or logs in as.
  case name
  /// An account in a system.
  case account
  /// What somebody has written in words of their own, and sentences with names in them.
  case text
  /// What is told of an incident.
  case incident
  /// How systems are protected, and where the protection is weak.
  case security

  public var code: StaticString {
    switch self {
    case .open: "open"
    case .person: "person"
    case .name: "name"
    case .account: "account"
    case .text: "text"
    case .incident: "incident"
    case .security: "security"
    }
  }

  public var word: Localized {
    switch self {
    case .open: Localized(en: "open facts", sv: "öppna uppgifter")
    case .person: Localized(en: "identifiers of persons", sv: "beteckningar på personer")
    case .name: Localized(en: "names of persons", sv: "namn på personer")
    case .account: Localized(en: "accounts", sv: "konton")
    case .text: Localized(en: "free texts", sv: "fria texter")
    case .incident: Localized(en: "facts of incidents", sv: "uppgifter om incidenter")
    case .security: Localized(en: "security measures", sv: "säkerhetsåtgärder")
    }
  }

  public static let codes = CodeTable<FactKind>()

  public var description: String { "\(code)" }

  /// Those that may be masked.
  public static let maskable = allCases.filter { $0 != .open }
}
