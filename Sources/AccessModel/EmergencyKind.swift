public import Diagnostics

/// Whether emergency access was for real.
public enum EmergencyKind: CodedValue {
  case real
  case exercise

  public var code: StaticString {
    switch self {
    case .real: "real"
    case .exercise: "exercise"
    }
  }

  public var word: Localized {
    switch self {
    case .real: Localized(en: "real", sv: "skarpt läge")
    case .exercise: Localized(en: "exercise", sv: "övning")
    }
  }

  public static let codes = CodeTable<EmergencyKind>()
}
