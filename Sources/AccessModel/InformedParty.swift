public import Diagnostics

/// Who was informed of an incident inside the organisation or outside it, apart from formal notices.
public enum InformedParty: CodedValue {
  case management
  case staff
  case owner
  case supplier
  case police
  case generalPublic

  public var code: StaticString {
    switch self {
    case .management: "management"
    case .staff: "staff"
    case .owner: "owner"
    case .supplier: "supplier"
    case .police: "police"
    case .generalPublic: "public"
    }
  }

  public var word: Localized {
    switch self {
    case .management: Localized(en: "management", sv: "ledningen")
    case .staff: Localized(en: "staff", sv: "personalen")
    case .owner: Localized(en: "the system owner", sv: "systemägaren")
    case .supplier: Localized(en: "the supplier", sv: "leverantören")
    case .police: Localized(en: "the police", sv: "polisen")
    case .generalPublic: Localized(en: "the public", sv: "allmänheten")
    }
  }

  public static let codes = CodeTable<InformedParty>()
}
