public import Diagnostics

/// The sort of login through which an entitlement is held.
public enum AccountKind: CodedValue {
  case personal
  case admin
  case service
  case shared

  public var code: StaticString {
    switch self {
    case .personal: "personal"
    case .admin: "admin"
    case .service: "service"
    case .shared: "shared"
    }
  }

  public var word: Localized {
    switch self {
    case .personal: Localized(en: "personal account", sv: "personligt konto")
    case .admin: Localized(en: "administrator account", sv: "administratörskonto")
    case .service: Localized(en: "service account", sv: "tjänstekonto")
    case .shared: Localized(en: "shared account", sv: "gemensamt konto")
    }
  }

  public static let codes = CodeTable<AccountKind>()
}
