public import AccessModel
public import Diagnostics

/// An exception is made from a rule that is in force and admits exceptions. (SOD-04)
public enum OpenToException {
  public static let code = DiagnosticCode(
    "SOD-04",
    Localized(
      en: "The rule admits no exception.", sv: "Regeln medger inget undantag."),
    remedy: Localized(
      en:
        "Only a rule of the severity “exception” that is in force admits one: liggare separation show tells what the rule says.",
      sv:
        "Bara en gällande regel med följden ”exception” medger undantag: liggare separation show visar vad regeln säger."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "What was adopted as never allowed must be changed by those who adopted it.",
      sv: "Det som antagits som aldrig tillåtet får bara ändras av dem som antog det."),
    source: Localized(en: "ISO 27001 5.3", sv: "ISO 27001 5.3"),
    refused: Localized(
      en: "an exception from a rule that blocks", sv: "ett undantag från en regel som spärrar"),
    allowed: Localized(
      en: "an exception from a rule that admits them",
      sv: "ett undantag från en regel som medger det"))

  /// - Parameter severity: what the rule says at the moment; `nil` when it is not in force.
  public static func check(rule: SeparationRuleID, severity: SeparationSeverity?) -> Diagnostic? {
    guard severity != .exception else { return nil }
    return code.diagnostic(
      .init(en: "rule", sv: "regel", "\(rule)"),
      .init(
        en: "severity", sv: "följd",
        localized: severity?.word ?? Localized(en: "not in force", sv: "gäller inte")))
  }
}
