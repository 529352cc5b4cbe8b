public import AccessModel
public import Diagnostics

/// Whether a review that falls due starts by itself.
public enum ReviewStart: CodedValue {
  /// A job plans it and starts it.
  case automatic
  /// A job plans it, and whoever runs the system starts it.
  case plannedOnly

  public var code: StaticString {
    switch self {
    case .automatic: "automatic"
    case .plannedOnly: "planned-only"
    }
  }

  public var word: Localized {
    switch self {
    case .automatic: Localized(en: "starts by itself", sv: "startar av sig själv")
    case .plannedOnly: Localized(en: "is planned, and waits", sv: "planeras, och väntar")
    }
  }

  public static let codes = CodeTable<ReviewStart>()
}
