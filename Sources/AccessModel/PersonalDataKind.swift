public import Diagnostics

/// What personal data a system holds.
public enum PersonalDataKind: CodedValue {
  case none
  case personal
  case sensitive
  /// Data about persons whose identity is protected; the strictest terms.
  case protected

  public var code: StaticString {
    switch self {
    case .none: "none"
    case .personal: "personal"
    case .sensitive: "sensitive"
    case .protected: "protected"
    }
  }

  public var word: Localized {
    switch self {
    case .none: Localized(en: "no personal data", sv: "inga personuppgifter")
    case .personal: Localized(en: "personal data", sv: "personuppgifter")
    case .sensitive: Localized(en: "sensitive personal data", sv: "känsliga personuppgifter")
    case .protected: Localized(en: "protected identities", sv: "skyddade personuppgifter")
    }
  }

  public static let codes = CodeTable<PersonalDataKind>()
}
