public import Diagnostics

/// What becomes of access that nobody has reviewed in time, from the furthest effect to the mildest. It is never kept by silence.
public enum NoResponseEffect: CodedValue {
  /// Others are asked, then it is suspended, then it ends.
  case expire
  /// Others are asked, then it is suspended.
  case suspend
  /// Others are asked, and nothing else.
  case escalate

  public var code: StaticString {
    switch self {
    case .expire: "expire"
    case .suspend: "suspend"
    case .escalate: "escalate"
    }
  }

  public var word: Localized {
    switch self {
    case .expire: Localized(en: "it ends", sv: "den upphör")
    case .suspend: Localized(en: "it is suspended", sv: "den spärras")
    case .escalate: Localized(en: "others are asked", sv: "andra tillfrågas")
    }
  }

  public static let codes = CodeTable<NoResponseEffect>()
}
