public import AccessModel
public import Chronology
public import Diagnostics

/// A person is away from one employment or assignment once at a time. (PER-05)
public enum OneAbsenceAtATime {
  public static let code = DiagnosticCode(
    "PER-05",
    Localized(
      en: "The person is recorded as away then already.",
      sv: "Personen är redan registrerad som frånvarande då."),
    remedy: Localized(
      en: "End the absence that there is first: liggare person back PERSON.",
      sv: "Avsluta först den frånvaro som finns: liggare person back PERSON."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "An absence lasts until it is ended; with two at once nobody knows whether the person is back.",
      sv:
        "En frånvaro gäller tills den avslutas; med två samtidigt vet ingen om personen är tillbaka."
    ),
    source: Localized(
      en: "guideline: need is reviewed at leave; ISO 27001 5.18",
      sv: "riktlinjen: behovet prövas vid tjänstledighet; ISO 27001 5.18"),
    refused: Localized(
      en: "liggare person absent bo.ek --from 2026-04-01, who is away since 2026-03-01",
      sv: "liggare person absent bo.ek --from 2026-04-01, som är borta sedan 2026-03-01"),
    allowed: Localized(
      en: "the same after liggare person back bo.ek",
      sv: "samma sak efter liggare person back bo.ek"))

  /// - Parameter from: the first moment of the absence that there is, when one overlaps.
  public static func check(
    person: PersonID, affiliation: AffiliationID, from: Instant?, until: Instant?
  ) -> Diagnostic? {
    guard let from else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(AffiliationSubject.word, "\(affiliation)"),
      .init(en: "away from", sv: "frånvarande från", at: from),
      .init(en: "until", sv: "till", end: until))
  }
}
