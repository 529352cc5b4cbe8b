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
  /// Answers for an administration or a company; decides in the place of its body.
  case head
  /// Registers requests and incidents for others, and never decides.
  case helpdesk
  /// Watches over personal data.
  case dataProtectionOfficer
  /// Decides on disposal and keeps what is preserved.
  case archivist
  /// An import that tells who works where.
  case personnelSource
  /// A program that records what time has done.
  case job

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
    case .head: "head"
    case .helpdesk: "helpdesk"
    case .dataProtectionOfficer: "data-protection-officer"
    case .archivist: "archivist"
    case .personnelSource: "personnel-source"
    case .job: "job"
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
    case .head:
      Localized(en: "head of administration or managing director", sv: "förvaltningschef eller VD")
    case .helpdesk: Localized(en: "helpdesk", sv: "kundtjänst")
    case .dataProtectionOfficer: Localized(en: "data-protection officer", sv: "dataskyddsombud")
    case .archivist: Localized(en: "archivist", sv: "arkivarie")
    case .personnelSource: Localized(en: "personnel source", sv: "personalsystem")
    case .job: Localized(en: "scheduled job", sv: "schemalagt jobb")
    }
  }

  public static let codes = CodeTable<Role>()
}
