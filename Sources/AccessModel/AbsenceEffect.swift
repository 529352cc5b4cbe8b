public import Diagnostics

/// What an absence does to the access of the one who is away. Its cause is never stored.
public enum AbsenceEffect: CodedValue {
  case suspend
  case keep
  case list

  public var code: StaticString {
    switch self {
    case .suspend: "suspend"
    case .keep: "keep"
    case .list: "list"
    }
  }

  public var word: Localized {
    switch self {
    case .suspend: Localized(en: "access is suspended", sv: "behörigheten spärras")
    case .keep: Localized(en: "access is kept", sv: "behörigheten behålls")
    case .list:
      Localized(
        en: "access is listed for a decision", sv: "behörigheten listas för ställningstagande")
    }
  }

  public static let codes = CodeTable<AbsenceEffect>()
}
