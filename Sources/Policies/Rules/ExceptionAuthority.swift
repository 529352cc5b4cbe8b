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

  public static func check(
    decider: PersonID, rule: SeparationRuleID, at moment: Instant, hasAuthority: Bool
  ) -> Diagnostic? {
    guard !hasAuthority else { return nil }
    return code.diagnostic(
      .init(en: "decider", sv: "beslutsfattare", "\(decider)"),
      .init(en: "rule", sv: "regel", "\(rule)"), .init(en: "at", sv: "vid", "\(moment)"))
  }
}
