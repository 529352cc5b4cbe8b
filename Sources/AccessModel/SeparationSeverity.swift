public import Diagnostics

/// What follows when a rule on segregation of duties is broken.
public enum SeparationSeverity: CodedValue {
  case block
  case exception
  case warn

  public var code: StaticString {
    switch self {
    case .block: "block"
    case .exception: "exception"
    case .warn: "warn"
    }
  }

  public var word: Localized {
    switch self {
    case .block: Localized(en: "refused", sv: "vägras")
    case .exception: Localized(en: "refused without an exception", sv: "vägras utan undantag")
    case .warn: Localized(en: "warned of", sv: "varnas")
    }
  }

  public static let codes = CodeTable<SeparationSeverity>()
}
