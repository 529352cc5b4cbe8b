public import AccessModel
public import Chronology
public import Diagnostics

/// What changes, or is interrupted, goes on at the moment. (PER-06)
public enum PresentPlace {
  public static let code = DiagnosticCode(
    "PER-06",
    Localized(
      en: "The employment or assignment does not hold at that moment.",
      sv: "Anställningen eller uppdraget gäller inte vid den tidpunkten."),
    remedy: Localized(
      en:
        "liggare person show PERSON tells when it holds. For somebody who comes, or comes back: liggare person affiliate PERSON --unit UNIT.",
      sv:
        "liggare person show PERSON visar när det gäller. För någon som börjar, eller kommer tillbaka: liggare person affiliate PERSON --unit ENHET."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Nobody is moved, or away, who is not here; what has ended is not prolonged but begun anew.",
      sv:
        "Ingen flyttas, eller är borta, som inte är här; det som har upphört förlängs inte utan börjas om."
    ),
    source: Localized(
      en: "ISO 27001 5.16, 5.18, 6.5", sv: "ISO 27001 5.16, 5.18, 6.5"),
    refused: Localized(
      en: "liggare person absent bo.ek --from 2026-08-01, who leaves on 2026-06-30",
      sv: "liggare person absent bo.ek --from 2026-08-01, som slutar 2026-06-30"),
    allowed: Localized(
      en: "liggare person absent bo.ek --from 2026-05-01",
      sv: "liggare person absent bo.ek --from 2026-05-01"))

  public static func check(
    person: PersonID, affiliation: AffiliationID, at moment: Instant, isActive: Bool, end: Instant?
  ) -> Diagnostic? {
    guard !isActive else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(AffiliationSubject.word, "\(affiliation)"),
      .init(en: "at", sv: "vid", at: moment), .init(en: "ends", sv: "upphör", end: end))
  }
}
