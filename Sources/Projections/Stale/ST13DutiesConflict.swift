import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

/// Rights that are held together against a rule, with no exception or one that has ended. (ST-13)
enum ST13DutiesConflict: RegisterStaleCheck {
  static let rule = StaleRule.dutiesConflict
  static let code = DiagnosticCode(
    "ST-13",
    Localized(
      en: "Duties that are to be apart are held together, and no exception allows it.",
      sv:
        "Arbetsuppgifter som ska vara åtskilda innehas tillsammans, och inget undantag tillåter det."
    ),
    remedy: Localized(
      en:
        "End one of the grants: liggare grant revoke GRANT, or have an exception decided: liggare separation except RULE PERSON.",
      sv:
        "Avsluta en av tilldelningarna: liggare grant revoke TILLDELNING, eller låt besluta om undantag: liggare separation except REGEL PERSON."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "Whoever holds both ends of a matter can hide in it.",
      sv: "Den som har båda ändarna av ett ärende kan dölja något i det."),
    source: Localized(
      en: "ISO 27001 5.3; NIST AC-5",
      sv: "ISO 27001 5.3; NIST AC-5"),
    refused: Localized(
      en: "one person who registers suppliers and pays them, after the exception ended",
      sv: "en person som registrerar leverantörer och betalar dem, efter att undantaget upphört"),
    allowed: Localized(
      en: "the same while the exception runs", sv: "samma sak medan undantaget gäller"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    inquiry.register.separationBreaches(at: inquiry.moment).compactMap { breach in
      guard breach.exception == nil, let grant = breach.grant else { return nil }
      let past = inquiry.register.pastException(of: breach, at: inquiry.moment)
      return StaleFinding(
        rule: rule, about: .grant(grant), person: breach.person,
        system: breach.entitlement.system,
        since: past.map { max($0.until, breach.since) } ?? breach.since,
        evidence: StaleFact.list(
          (.separationRule, "\(breach.rule.rule)"), (.with, breach.other.map { "\($0.grant)" }),
          (.exception, past.map { "\($0.exception)" })))
    }
  }
}
