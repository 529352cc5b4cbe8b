public import AccessModel
public import Chronology
public import Diagnostics

/// An exception from segregation of duties is decided one level above: by the head over the person, or the owner of a system that
/// the rule is about. (SOD-02)
public enum ExceptionAuthority {
  public static let code = DiagnosticCode(
    "SOD-02",
    Localized(
      en: "The decider may not decide on exceptions from this rule.",
      sv: "Beslutsfattaren får inte besluta om undantag från denna regel."),
    remedy: Localized(
      en:
        "Let the head of the person's administration, or the owner of a system that the rule is about, decide: --decided-by.",
      sv:
        "Låt förvaltningschefen över personen, eller ägaren av ett system som regeln gäller, besluta: --decided-by."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Who decides on the access must not also decide that the rule does not count.",
      sv: "Den som beslutar om åtkomsten får inte också besluta att regeln inte gäller."),
    source: Localized(
      en: "ISO 27001 5.3; guideline: heads are accountable",
      sv: "ISO 27001 5.3; riktlinjen: förvaltningschefer ansvarar"),
    refused: Localized(
      en: "an exception decided by the steward", sv: "ett undantag beslutat av systemförvaltaren"),
    allowed: Localized(
      en: "the same decided by the system owner", sv: "detsamma beslutat av systemägaren"))

  public static func check(
    decider: PersonID, rule: SeparationRuleID, at moment: Instant, hasAuthority: Bool
  ) -> Diagnostic? {
    guard !hasAuthority else { return nil }
    return code.diagnostic(
      .init(
        Localized(en: "decider", sv: "beslutsfattare"), persons: ["\(decider)"]),
      .init(en: "rule", sv: "regel", "\(rule)"), .init(en: "at", sv: "vid", at: moment))
  }
}
