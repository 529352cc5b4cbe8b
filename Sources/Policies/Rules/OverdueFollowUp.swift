public import AccessModel
public import Chronology
public import Diagnostics

/// Emergency access that nobody has followed up in time is a finding. (EMG-07)
public enum OverdueFollowUp {
  public static let code = DiagnosticCode(
    "EMG-07",
    Localized(
      en: "Emergency access has not been followed up in time.",
      sv: "Nödåtkomst har inte följts upp i tid."),
    remedy: Localized(
      en: "Follow it up: liggare grant follow-up GRANT --justified, or --unjustified.",
      sv: "Följ upp den: liggare grant follow-up TILLDELNING --justified, eller --unjustified."))

  public static let ground = Ground(
    protects: Localized(
      en: "A use that nobody looks back on is a use that nobody needs to answer for.",
      sv: "En användning som ingen ser tillbaka på behöver ingen svara för."),
    source: Localized(
      en: "ISO 27001 5.18, 8.2",
      sv: "ISO 27001 5.18, 8.2"),
    refused: Localized(
      en: "an emergency access that ended four days ago, without follow-up",
      sv: "en nödåtkomst som tog slut för fyra dagar sedan, utan uppföljning"),
    allowed: Localized(
      en: "one that ended yesterday",
      sv: "en som tog slut i går"))

  public static func check(grant: GrantID, due: Instant, at moment: Instant) -> Diagnostic? {
    guard due <= moment else { return nil }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"), .init(en: "due", sv: "senast", at: due))
  }
}
