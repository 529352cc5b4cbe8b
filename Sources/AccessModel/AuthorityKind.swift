public import Diagnostics

/// What kind of authority a decision rests on.
public enum AuthorityKind: CodedValue {
  /// Execution within an assigned role (ren verkställighet); not reported to a committee.
  case role
  /// A committee's power, delegated; reported back to it.
  case delegation
  /// The mandate of a company's board or managing director.
  case company
  /// Only in history taken over from elsewhere.
  case unstated

  public var code: StaticString {
    switch self {
    case .role: "role"
    case .delegation: "delegation"
    case .company: "company"
    case .unstated: "unstated"
    }
  }

  public var word: Localized {
    switch self {
    case .role: Localized(en: "role", sv: "roll")
    case .delegation: Localized(en: "delegation", sv: "delegation")
    case .company: Localized(en: "company mandate", sv: "bolagsmandat")
    case .unstated: Localized(en: "not stated", sv: "ej angivet")
    }
  }

  public static let codes = CodeTable<AuthorityKind>()
}
