public import AccessModel
public import Diagnostics

/// How often jobs run; its code calls all of them.
public enum JobSchedule: CodedValue {
  case daily

  public var code: StaticString {
    switch self {
    case .daily: "daily"
    }
  }

  public var word: Localized {
    switch self {
    case .daily: Localized(en: "each day", sv: "varje dag")
    }
  }

  public static let codes = CodeTable<JobSchedule>()
}
