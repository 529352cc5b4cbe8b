public import AccessModel
public import Chronology
public import Diagnostics

/// Whoever is here for a limited time has a last day from the start. (AFF-01)
public enum BoundedAffiliation {
  public static let code = DiagnosticCode(
    "AFF-01",
    Localized(
      en: "An employment or assignment for a limited time needs a last day.",
      sv: "En tidsbegränsad anställning eller ett uppdrag måste ha en sista dag."),
    remedy: Localized(
      en:
        "Give the last day with --until: that of the contract, the term of office or the course. It can be prolonged later: liggare person move PERSON --unit UNIT --until DAY.",
      sv:
        "Ange sista dag med --until: avtalets, mandatperiodens eller kursens. Den kan förlängas senare: liggare person move PERSON --unit ENHET --until DAG."
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
