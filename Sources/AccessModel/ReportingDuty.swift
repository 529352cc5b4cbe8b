public import Diagnostics

/// Whether decisions made on a delegation are reported to the body that delegated.
public enum ReportingDuty: CodedValue {
  case reported
  case notReported

  public var code: StaticString {
    switch self {
    case .reported: "reported"
    case .notReported: "not-reported"
    }
  }

  public var word: Localized {
    switch self {
    case .reported: Localized(en: "reported to the body", sv: "anmäls till organet")
    case .notReported: Localized(en: "not reported", sv: "anmäls inte")
    }
  }

  public static let codes = CodeTable<ReportingDuty>()
}
