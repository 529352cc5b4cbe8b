public import Diagnostics

/// What a rule on segregation of duties says of two sets of entitlements.
public enum SeparationKind: CodedValue {
  case conflict
  /// Whoever holds one of the first must hold one of the second.
  case requires

  public var code: StaticString {
    switch self {
    case .conflict: "conflict"
    case .requires: "requires"
    }
  }

  public var word: Localized {
    switch self {
    case .conflict: Localized(en: "may not be held together", sv: "får inte innehas samtidigt")
    case .requires: Localized(en: "requires the other", sv: "förutsätter den andra")
    }
  }

  public static let codes = CodeTable<SeparationKind>()
}
