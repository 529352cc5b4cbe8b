public import AccessModel
public import Diagnostics

/// How often jobs run; its code calls all of them.
public enum JobSchedule: CodedValue {
  case daily
  case weekly
  case monthly
  case yearly

  public var code: StaticString {
    switch self {
    case .daily: "daily"
    case .weekly: "weekly"
    case .monthly: "monthly"
    case .yearly: "yearly"
    }
  }

  public var word: Localized {
    switch self {
    case .daily: Localized(en: "each day", sv: "varje dag")
    case .weekly: Localized(en: "each week", sv: "varje vecka")
    case .monthly: Localized(en: "each month", sv: "varje månad")
    case .yearly: Localized(en: "each year", sv: "varje år")
    }
  }

  public static let codes = CodeTable<JobSchedule>()
}
