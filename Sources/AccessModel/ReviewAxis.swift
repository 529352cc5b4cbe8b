public import Diagnostics

/// Along which line a review campaign goes through access.
public enum ReviewAxis: CodedValue {
  /// The manager confirms the need of those who work there.
  case unit
  /// The steward confirms that the set of a system is right.
  case system
  /// Power over systems, wherever it is held.
  case privileged
  /// A small review of what something that happened makes doubtful.
  case event

  public var code: StaticString {
    switch self {
    case .unit: "unit"
    case .system: "system"
    case .privileged: "privileged"
    case .event: "event"
    }
  }

  public var word: Localized {
    switch self {
    case .unit: Localized(en: "by unit", sv: "per enhet")
    case .system: Localized(en: "by system", sv: "per system")
    case .privileged: Localized(en: "privileged access", sv: "privilegierad behörighet")
    case .event: Localized(en: "after an event", sv: "efter en händelse")
    }
  }

  public static let codes = CodeTable<ReviewAxis>()
}
