public import AccessModel
public import Diagnostics

/// A value as a document writes it and a table shows it.
public enum PolicyValue: Hashable, Sendable {
  case limit(TimeLimit)
  case flag(Bool)
  case number(Int)
  case choice(String)
  /// Sorted, each once.
  case names([String])
}

extension PolicyValue: CustomStringConvertible {
  /// The one written form.
  public var description: String {
    switch self {
    case .limit(let limit): limit.description
    case .flag(let isSet): isSet ? "yes" : "no"
    case .number(let number): "\(number)"
    case .choice(let code): code
    case .names(let names): names.isEmpty ? "none" : names.joined(separator: ", ")
    }
  }
}

/// How one value of a rule stands to another.
public enum PolicyComparison: CodedValue {
  case same
  case stricter
  case looser
  /// It cannot be said once and for all, or neither is stricter.
  case other

  public var code: StaticString {
    switch self {
    case .same: "same"
    case .stricter: "tighter"
    case .looser: "looser"
    case .other: "other"
    }
  }

  public var word: Localized {
    switch self {
    case .same: Localized(en: "the same", sv: "lika")
    case .stricter: Localized(en: "tighter", sv: "striktare")
    case .looser: Localized(en: "looser", sv: "slappare")
    case .other: Localized(en: "another", sv: "annan")
    }
  }

  public static let codes = CodeTable<PolicyComparison>()
}
