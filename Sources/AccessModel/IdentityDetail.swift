public import Diagnostics

/// One of the words by which a person is known in the identity register.
public enum IdentityDetail: CodedValue {
  case name
  case userName
  case employeeNumber
  case email
  case title

  public var code: StaticString {
    switch self {
    case .name: "name"
    case .userName: "user-name"
    case .employeeNumber: "employee-number"
    case .email: "email"
    case .title: "title"
    }
  }

  public var word: Localized {
    switch self {
    case .name: Localized(en: "name", sv: "namn")
    case .userName: Localized(en: "user name", sv: "användarnamn")
    case .employeeNumber: Localized(en: "employee number", sv: "anställningsnummer")
    case .email: Localized(en: "e-mail address", sv: "e-postadress")
    case .title: Localized(en: "title", sv: "titel")
    }
  }

  public static let codes = CodeTable<IdentityDetail>()
}
