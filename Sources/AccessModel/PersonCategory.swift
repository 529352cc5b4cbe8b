public import Diagnostics

/// On what footing a person works for the organisation.
public enum PersonCategory: CodedValue {
  case employee
  case temporary
  case elected
  case external
  case supplier
  case student
  /// No human: a job or an import that signs with a key of its own.
  case service

  public var code: StaticString {
    switch self {
    case .employee: "employee"
    case .temporary: "temporary"
    case .elected: "elected"
    case .external: "external"
    case .supplier: "supplier"
    case .student: "student"
    case .service: "service"
    }
  }

  public var word: Localized {
    switch self {
    case .employee: Localized(en: "employee", sv: "anställd")
    case .temporary: Localized(en: "temporary staff", sv: "visstidsanställd")
    case .elected: Localized(en: "elected representative", sv: "förtroendevald")
    case .external: Localized(en: "external performer", sv: "extern utförare")
    case .supplier: Localized(en: "supplier", sv: "leverantör")
    case .student: Localized(en: "student or trainee", sv: "studerande eller praktikant")
    case .service: Localized(en: "service identity", sv: "tjänsteidentitet")
    }
  }

  public static let codes = CodeTable<PersonCategory>()
}
