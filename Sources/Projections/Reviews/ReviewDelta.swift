public import AccessModel
public import Diagnostics

/// What has become of access since it was last reviewed.
public enum ReviewDelta: CodedValue {
  /// It was never reviewed.
  case new
  case unchanged
  case widened
  case narrowed
  case renewed
  /// The holder works elsewhere now.
  case moved

  public var code: StaticString {
    switch self {
    case .new: "new"
    case .unchanged: "unchanged"
    case .widened: "widened"
    case .narrowed: "narrowed"
    case .renewed: "renewed"
    case .moved: "moved"
    }
  }

  public var word: Localized {
    switch self {
    case .new: Localized(en: "new", sv: "ny")
    case .unchanged: Localized(en: "unchanged", sv: "oförändrad")
    case .widened: Localized(en: "widened", sv: "utvidgad")
    case .narrowed: Localized(en: "narrowed", sv: "begränsad")
    case .renewed: Localized(en: "renewed", sv: "förlängd")
    case .moved: Localized(en: "the holder has moved", sv: "innehavaren har bytt tjänst")
    }
  }

  public static let codes = CodeTable<ReviewDelta>()
}
