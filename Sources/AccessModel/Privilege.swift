public import Diagnostics

/// Whether an entitlement gives power over the system itself.
public enum Privilege: CodedValue {
  case ordinary
  case privileged

  public var code: StaticString {
    switch self {
    case .ordinary: "ordinary"
    case .privileged: "privileged"
    }
  }

  public var word: Localized {
    switch self {
    case .ordinary: Localized(en: "ordinary", sv: "vanlig")
    case .privileged: Localized(en: "privileged", sv: "privilegierad")
    }
  }

  public static let codes = CodeTable<Privilege>()
}
