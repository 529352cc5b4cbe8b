public import Diagnostics

/// What became of a flag.
public enum FlagOutcome: CodedValue {
  /// The access was ended.
  case revoked
  /// The access was looked at again, decided anew, or put in order.
  case renewed
  /// What was found is so no more, and nobody need have done anything.
  case causeGone
  /// It is so, and is accepted with a reason until a day.
  case justified
  /// It was never so.
  case falsePositive

  public var code: StaticString {
    switch self {
    case .revoked: "revoked"
    case .renewed: "renewed"
    case .causeGone: "cause-gone"
    case .justified: "justified"
    case .falsePositive: "false-positive"
    }
  }

  public var word: Localized {
    switch self {
    case .revoked: Localized(en: "revoked", sv: "återkallad")
    case .renewed: Localized(en: "renewed", sv: "förnyad")
    case .causeGone: Localized(en: "cause gone", sv: "orsaken borta")
    case .justified: Localized(en: "justified for a time", sv: "motiverad för en tid")
    case .falsePositive: Localized(en: "false positive", sv: "falskt larm")
    }
  }

  public static let codes = CodeTable<FlagOutcome>()

  /// Whether somebody's judgement stands behind it; else the register itself shows it.
  public var isJudged: Bool {
    switch self {
    case .justified, .falsePositive: true
    case .revoked, .renewed, .causeGone: false
    }
  }
}
