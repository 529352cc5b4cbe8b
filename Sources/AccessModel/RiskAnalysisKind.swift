public import Diagnostics

/// What sort of analysis was made.
public enum RiskAnalysisKind: CodedValue {
  case general
  /// The one that care and social services must make before access is assigned.
  case needsAndRisk

  public var code: StaticString {
    switch self {
    case .general: "general"
    case .needsAndRisk: "needs-and-risk"
    }
  }

  public var word: Localized {
    switch self {
    case .general: Localized(en: "risk analysis", sv: "riskanalys")
    case .needsAndRisk: Localized(en: "needs-and-risk analysis", sv: "behovs- och riskanalys")
    }
  }

  public static let codes = CodeTable<RiskAnalysisKind>()
}
