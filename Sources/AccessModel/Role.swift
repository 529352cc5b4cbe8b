public import Diagnostics

/// A duty in the organisation that somebody holds for a time, on which what they may decide and
/// record rests.
public enum Role: CodedValue {
  /// The person who acts for the owning body: head of administration or managing director.
  case owner
  /// Runs the system's administration for its owner.
  case steward
  /// Acts for the steward; never the same person.
  case deputy
  /// Leads a unit and answers for the needs of those who work there.
  case manager
  /// Carries decisions out in the system.
  case administrator
  /// Keeps the organisation's records: appointments, units, persons.
  case registrar
  /// Answers for classification and rules across systems.
  case securityCoordinator
  /// Reads everything and records nothing.
  case auditor
  /// Keeps the ledger itself: keys, imports, set-up.
  case custodian

  public var code: StaticString {
    switch self {
    case .owner: "owner"
    case .steward: "steward"
    case .deputy: "deputy"
    case .manager: "manager"
    case .administrator: "administrator"
    case .registrar: "registrar"
    case .securityCoordinator: "security-coordinator"
    case .auditor: "auditor"
    case .custodian: "custodian"
    }
  }

  public var word: Localized {
    switch self {
    case .owner: Localized(en: "system owner", sv: "systemägare")
    case .steward: Localized(en: "system steward", sv: "systemförvaltare")
    case .deputy: Localized(en: "deputy steward", sv: "ersättare")
    case .manager: Localized(en: "manager", sv: "chef")
    case .administrator: Localized(en: "system administrator", sv: "systemadministratör")
    case .registrar: Localized(en: "registrar", sv: "registrator")
    case .securityCoordinator:
      Localized(en: "information-security coordinator", sv: "informationssäkerhetssamordnare")
    case .auditor: Localized(en: "auditor", sv: "revisor")
    case .custodian: Localized(en: "ledger custodian", sv: "loggförvaltare")
    }
  }

  public static let codes = CodeTable<Role>()
}
