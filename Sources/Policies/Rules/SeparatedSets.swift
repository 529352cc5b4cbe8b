public import AccessModel
public import Diagnostics

/// A rule on segregation of duties names two sets that have nothing in common. (SOD-01)
public enum SeparatedSets {
  public static let code = DiagnosticCode(
    "SOD-01",
    Localized(
      en: "The rule does not name two separate sets of entitlements.",
      sv: "Regeln anger inte två åtskilda mängder av behörigheter."),
    remedy: Localized(
      en: "Give at least one entitlement each with --first and --second, none of them in both.",
      sv: "Ange minst en behörighet vardera med --first och --second, ingen i båda."))

  public static let ground = Ground(
    protects: Localized(
      en: "A rule that forbids nothing, or everything, protects nobody.",
      sv: "En regel som inte förbjuder något, eller allt, skyddar ingen."),
    source: Localized(en: "ISO 27001 5.3", sv: "ISO 27001 5.3"),
    refused: Localized(en: "one right in both sets", sv: "en rättighet i båda mängderna"),
    allowed: Localized(
      en: "two sets with nothing in common", sv: "två mängder utan något gemensamt"))

  public static func check(
    rule: SeparationRuleID, first: [EntitlementID], second: [EntitlementID]
  ) -> Diagnostic? {
    let both = first.filter { second.contains($0) }
    guard first.isEmpty || second.isEmpty || !both.isEmpty else { return nil }
    return code.diagnostic(
      .init(en: "rule", sv: "regel", "\(rule)"),
      .init(en: "first", sv: "första", "\(first.count)"),
      .init(en: "second", sv: "andra", "\(second.count)"),
      .init(
        en: "in both", sv: "i båda",
        both.isEmpty ? "–" : both.map { "\($0)" }.joined(separator: ", ")))
  }
}
