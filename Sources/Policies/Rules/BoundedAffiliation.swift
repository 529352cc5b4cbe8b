public import AccessModel
public import Chronology
public import Diagnostics

/// Whoever is here for a limited time has a last day from the start. (AFF-01)
public enum BoundedAffiliation {
  public static let code = DiagnosticCode(
    "AFF-01",
    Localized(
      en: "An employment or assignment for a limited time needs a last day.",
      sv: "Tidsbegränsade anställningar och uppdrag måste ha en sista dag."),
    remedy: Localized(
      en:
        "Give the last day with --until: that of the contract, the term of office or the course. It can be prolonged later: liggare person move PERSON --until DAY.",
      sv:
        "Ange sista dag med --until: avtalets, mandatperiodens eller kursens. Den kan förlängas senare: liggare person move PERSON --until DAG."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Contracts, terms of office and courses end, and nobody may remember to say so. With a last day from the start the access ends by itself.",
      sv:
        "Avtal, mandatperioder och kurser tar slut, utan att någon säkert kommer ihåg att anmäla det. Med en sista dag från början upphör behörigheten av sig själv."
    ),
    source: Localized(
      en:
        "guideline: cooperation with external performers is regulated; ISO 27001 5.18, 5.20, 6.5; NIS2 Article 21(2)(i)",
      sv:
        "riktlinjen: samverkan med externa utförare är reglerad; ISO 27001 5.18, 5.20, 6.5; NIS2 artikel 21.2 i"
    ),
    refused: Localized(
      en: "liggare person register \"Kim Ask\" --unit U-2 --category supplier",
      sv: "liggare person register \"Kim Ask\" --unit U-2 --category supplier"),
    allowed: Localized(
      en:
        "liggare person register \"Kim Ask\" --unit U-2 --category supplier --until 2026-12-31 --sponsor eva.lind --contract A-2026/7",
      sv:
        "liggare person register \"Kim Ask\" --unit U-2 --category supplier --until 2026-12-31 --sponsor eva.lind --contract A-2026/7"
    ))

  public static func check(
    person: PersonID, category: PersonCategory, until: Instant?
  ) -> Diagnostic? {
    guard until == nil, category.isTemporary else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(en: "footing", sv: "anknytning", localized: category.word))
  }
}
