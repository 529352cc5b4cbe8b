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

  public static let ground = Ground(
    protects: Localized(
      en:
        "It must be possible to see years later what a decision was judged by, and that it was the rules of that day.",
      sv:
        "Det ska gå att se flera år senare vad ett beslut prövades mot, och att det var den dagens regler."
    ),
    source: Localized(
      en: "guideline: decisions on access are documented; ISO 27001 5.28",
      sv: "riktlinjen: beslut om behörighet dokumenteras; ISO 27001 5.28"),
    refused: Localized(
      en: "a recorded approval that names rules-1 where rules-2 had replaced it",
      sv: "ett registrerat bifall som nämner rules-1 när rules-2 hade ersatt det"),
    allowed: Localized(
      en: "one that names rules-2, as liggare grant approve does by itself",
      sv: "ett som nämner rules-2, som liggare grant approve gör av sig självt"))

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
