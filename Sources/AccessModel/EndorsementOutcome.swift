public import Diagnostics

/// What a manager says of a need.
public enum EndorsementOutcome: CodedValue {
  case supported
  case notSupported

  public var code: StaticString {
    switch self {
    case .supported: "supported"
    case .notSupported: "not-supported"
    }
  }

  public var word: Localized {
    switch self {
    case .supported: Localized(en: "endorsed", sv: "tillstyrkt")
    case .notSupported: Localized(en: "not endorsed", sv: "avstyrkt")
    }
  }

  public static let codes = CodeTable<EndorsementOutcome>()
}
