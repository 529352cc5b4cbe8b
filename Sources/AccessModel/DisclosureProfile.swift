public import Diagnostics

/// For whom an answer is made: what it may show follows from that.
public enum DisclosureProfile: CodedValue {
  /// Whoever works with the register: everything that they may see.
  case `internal`
  /// Whoever examines the register from outside of it: protected identities and what is marked as secret are masked.
  case auditor
  /// Anybody.
  case `public`

  public var code: StaticString {
    switch self {
    case .internal: "internal"
    case .auditor: "auditor"
    case .public: "public"
    }
  }

  public var word: Localized {
    switch self {
    case .internal: Localized(en: "internal", sv: "internt")
    case .auditor: Localized(en: "for an auditor", sv: "för en revisor")
    case .public: Localized(en: "for anybody", sv: "för vem som helst")
    }
  }

  public static let codes = CodeTable<DisclosureProfile>()
}
