public import Diagnostics

/// What kind of record a disposal decision is about.
public enum RetentionClass: CodedValue {
  case grants
  case requests

  public var code: StaticString {
    switch self {
    case .grants: "grants"
    case .requests: "requests"
    }
  }

  public var word: Localized {
    switch self {
    case .grants:
      Localized(
        en: "ended grants and what they rest on", sv: "upphörda tilldelningar och det de vilar på")
    case .requests:
      Localized(
        en: "requests that gave no grant", sv: "begäranden som inte ledde till någon tilldelning")
    }
  }

  public static let codes = CodeTable<RetentionClass>()
}
