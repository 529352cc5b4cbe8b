public import Diagnostics

/// How somebody was told of a flag.
public enum FlagNotice: CodedValue {
  /// Whoever answers for it was told.
  case notice
  /// It was not answered in time, and whoever stands above was told.
  case escalation

  public var code: StaticString {
    switch self {
    case .notice: "notice"
    case .escalation: "escalation"
    }
  }

  public var word: Localized {
    switch self {
    case .notice: Localized(en: "told", sv: "underrättad")
    case .escalation: Localized(en: "escalated", sv: "eskalerad")
    }
  }

  public static let codes = CodeTable<FlagNotice>()
}
