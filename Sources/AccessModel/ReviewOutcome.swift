public import Diagnostics

/// What a reviewer says of a grant.
public enum ReviewOutcome: CodedValue {
  case keep
  case reduce
  case revoke
  case cannotJudge

  public var code: StaticString {
    switch self {
    case .keep: "keep"
    case .reduce: "reduce"
    case .revoke: "revoke"
    case .cannotJudge: "cannot-judge"
    }
  }

  public var word: Localized {
    switch self {
    case .keep: Localized(en: "keep", sv: "behåll")
    case .reduce: Localized(en: "reduce", sv: "minska")
    case .revoke: Localized(en: "revoke", sv: "ta bort")
    case .cannotJudge: Localized(en: "cannot judge", sv: "kan inte bedöma")
    }
  }

  public static let codes = CodeTable<ReviewOutcome>()
}
