public import Diagnostics

/// What a reviewer says of a grant.
public enum ReviewOutcome: CodedValue {
  case keep
  /// Kept until a day, and no longer.
  case keepUntil
  case reduce
  case revoke
  case cannotJudge

  public var code: StaticString {
    switch self {
    case .keep: "keep"
    case .keepUntil: "keep-until"
    case .reduce: "reduce"
    case .revoke: "revoke"
    case .cannotJudge: "cannot-judge"
    }
  }

  public var word: Localized {
    switch self {
    case .keep: Localized(en: "keep", sv: "behåll")
    case .keepUntil: Localized(en: "keep until a day", sv: "behåll till en dag")
    case .reduce: Localized(en: "reduce", sv: "minska")
    case .revoke: Localized(en: "revoke", sv: "ta bort")
    case .cannotJudge: Localized(en: "cannot judge", sv: "kan inte bedöma")
    }
  }

  /// Whether the need was confirmed, which sets the clock of reviews anew. (INV-33)
  public var resetsClock: Bool {
    switch self {
    case .keep, .keepUntil, .reduce: true
    case .revoke, .cannotJudge: false
    }
  }

  public static let codes = CodeTable<ReviewOutcome>()
}
