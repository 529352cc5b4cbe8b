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
