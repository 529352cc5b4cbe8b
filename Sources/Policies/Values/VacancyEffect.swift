public import AccessModel
public import Diagnostics

/// What follows when a system has no steward or no deputy. (INV-14)
public enum VacancyEffect: CodedValue {
  /// Nothing is granted in it.
  case block
  /// Grants are made, and the vacancy is told of.
  case flag

  public var code: StaticString {
    switch self {
    case .block: "block"
    case .flag: "flag"
    }
  }

  public var word: Localized {
    switch self {
    case .block: Localized(en: "nothing is granted", sv: "inget tilldelas")
    case .flag: Localized(en: "the vacancy is flagged", sv: "vakansen flaggas")
    }
  }

  public static let codes = CodeTable<VacancyEffect>()
}
