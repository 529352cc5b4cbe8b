public import Diagnostics

/// What was done about a difference between the register and a system.
public enum DiscrepancyOutcome: CodedValue {
  /// What the system gave is taken away there.
  case removed
  /// What the system gives is now decided, or known, in the register.
  case recorded
  /// It is no error; the reason says why.
  case explained

  public var code: StaticString {
    switch self {
    case .removed: "removed"
    case .recorded: "recorded"
    case .explained: "explained"
    }
  }

  public var word: Localized {
    switch self {
    case .removed: Localized(en: "removed in the system", sv: "borttagen i systemet")
    case .recorded: Localized(en: "recorded in the register", sv: "införd i registret")
    case .explained: Localized(en: "explained", sv: "förklarad")
    }
  }

  public static let codes = CodeTable<DiscrepancyOutcome>()
}
