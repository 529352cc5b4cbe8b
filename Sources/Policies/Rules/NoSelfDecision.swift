public import AccessModel
public import Diagnostics

/// Nobody decides on their own access, by any route (jäv). (INV-02)
public enum NoSelfDecision {
  public static let code = DiagnosticCode(
    "INV-02",
    Localized(
      en: "The decider has an interest of their own in this decision.",
      sv: "Beslutsfattaren är jävig."),
    remedy: Localized(
      en: "Let somebody else with authority decide: liggare role list shows who has it.",
      sv: "Låt någon annan med befogenhet besluta: liggare role list visar vem som har den."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Nobody is trusted to judge their own case. The rule follows the interest by every route: also through a deputy.",
      sv:
        "Ingen kan förväntas bedöma sin egen sak opartiskt. Regeln följer jävet alla vägar, även genom en ersättare."
    ),
    source: Localized(
      en: "ISO 27001 5.3; NIS2 Article 21(2)(i); rules on disqualification in administrative law",
      sv: "ISO 27001 5.3; NIS2 artikel 21.2 i; förvaltningsrättens regler om jäv"),
    refused: Localized(
      en: "liggare grant approve R-1 --decided-by bo.ek, where R-1 is for bo.ek",
      sv: "liggare grant approve R-1 --decided-by bo.ek, när R-1 gäller bo.ek"),
    allowed: Localized(
      en:
        "liggare grant approve R-1 --decided-by siv.dahl, who holds the role and has no part in it",
      sv: "liggare grant approve R-1 --decided-by siv.dahl, som har rollen och inte är berörd"))

  /// - Parameter isSubjectsDeputy: whether the decider's power is the subject's, exercised as deputy.
  public static func check(
    decider: PersonID, subject: PersonID, isSubjectsDeputy: Bool
  ) -> Diagnostic? {
    let relation: Localized
    if decider == subject {
      relation = Localized(
        en: "the decider is the person the access is for",
        sv: "beslutsfattaren är den som behörigheten gäller")
    } else if isSubjectsDeputy {
      relation = Localized(
        en: "the decider acts as deputy for the person the access is for",
        sv: "beslutsfattaren är ersättare för den som behörigheten gäller")
    } else {
      return nil
    }
    return code.diagnostic(
      .init(Localized(en: "decider", sv: "beslutsfattare"), persons: ["\(decider)"]),
      .init(PersonSubject.word, persons: ["\(subject)"]),
      .init(en: "why", sv: "varför", localized: relation))
  }
}
