public import Diagnostics

/// What sort of change a request asks for.
public enum RequestKind: CodedValue {
  /// Access that the person does not have.
  case new
  /// Another scope or period of a grant that exists.
  case change
  /// More time for a grant that exists, and nothing else.
  case renew
  /// One of many that rest on one list.
  case bulk

  public var code: StaticString {
    switch self {
    case .new: "new"
    case .change: "change"
    case .renew: "renew"
    case .bulk: "bulk"
    }
  }

  public var word: Localized {
    switch self {
    case .new: Localized(en: "new access", sv: "ny behörighet")
    case .change: Localized(en: "change", sv: "ändring")
    case .renew: Localized(en: "renewal", sv: "förlängning")
    case .bulk: Localized(en: "bulk request", sv: "samlad begäran")
    }
  }

  public static let codes = CodeTable<RequestKind>()
}
