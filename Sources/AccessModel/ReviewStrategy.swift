public import Diagnostics

/// How the answers of two stages become one.
public enum ReviewStrategy: CodedValue {
  case anyRemoves
  case bothRemove
  case lastDecides

  public var code: StaticString {
    switch self {
    case .anyRemoves: "any-removes"
    case .bothRemove: "both-remove"
    case .lastDecides: "last-decides"
    }
  }

  public var word: Localized {
    switch self {
    case .anyRemoves: Localized(en: "whoever takes away prevails", sv: "den som tar bort avgör")
    case .bothRemove:
      Localized(en: "only what both take away goes", sv: "endast det båda tar bort försvinner")
    case .lastDecides: Localized(en: "the second stage decides", sv: "det andra steget avgör")
    }
  }

  public static let codes = CodeTable<ReviewStrategy>()
}
