public import AccessModel
public import Diagnostics

/// A decision names the documents it was judged by: those in force. (POL-16)
public enum CitedPolicies {
  public static let code = DiagnosticCode(
    "POL-16",
    Localized(
      en: "The decision does not name the rules in force.",
      sv: "Beslutet nämner inte reglerna som gällde."),
    remedy: Localized(
      en:
        "Compare with liggare policy show --as-of DAY --system SYSTEM, and decide anew if other rules would have decided otherwise.",
      sv:
        "Jämför med liggare policy show --as-of DAG --system SYSTEM, och besluta på nytt om andra regler hade gett ett annat beslut."
    ))

  public static func check(named: [PolicyID], inForce: [PolicyID]) -> Diagnostic? {
    guard named != inForce else { return nil }
    func list(_ policies: [PolicyID]) -> String {
      policies.isEmpty ? "–" : policies.map { "\($0)" }.joined(separator: ", ")
    }
    return code.diagnostic(
      .init(en: "named", sv: "nämnda", list(named)),
      .init(en: "in force", sv: "gällande", list(inForce)))
  }
}
