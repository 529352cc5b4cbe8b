public import Diagnostics

/// Whether an incident must be notified under a set of rules.
public enum DutyOutcome: CodedValue {
  case duty
  case noDuty
  case undetermined

  public var code: StaticString {
    switch self {
    case .duty: "duty"
    case .noDuty: "no-duty"
    case .undetermined: "undetermined"
    }
  }

  public var word: Localized {
    switch self {
    case .duty: Localized(en: "duty to notify", sv: "anmälningsplikt")
    case .noDuty: Localized(en: "no duty to notify", sv: "ingen anmälningsplikt")
    case .undetermined: Localized(en: "not determined", sv: "inte avgjort")
    }
  }

  public static let codes = CodeTable<DutyOutcome>()
}
