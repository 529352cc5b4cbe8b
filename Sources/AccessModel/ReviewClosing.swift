public import Diagnostics

/// How a review campaign ends.
public enum ReviewClosing: CodedValue {
  case completed
  case cancelled

  public var code: StaticString {
    switch self {
    case .completed: "completed"
    case .cancelled: "cancelled"
    }
  }

  public var word: Localized {
    switch self {
    case .completed: Localized(en: "completed", sv: "slutförd")
    case .cancelled: Localized(en: "cancelled", sv: "avbruten")
    }
  }

  public static let codes = CodeTable<ReviewClosing>()
}
