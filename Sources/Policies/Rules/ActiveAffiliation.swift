public import AccessModel
public import Chronology
public import Diagnostics

/// Whoever is given access works here, the whole time it holds. (INV-13)
public enum ActiveAffiliation {
  public static let code = DiagnosticCode(
    "INV-13",
    Localized(
      en: "The person does not work here during the whole period.",
      sv: "Personen är inte verksam här under hela perioden."),
    remedy: Localized(
      en:
        "Record the employment or assignment first, or choose a period inside it: liggare person show PERSON.",
      sv:
        "Registrera anställningen eller uppdraget först, eller välj en period inom det: liggare person show PERSON."
    ))

  public static func check(
    person: PersonID, from: Instant, isActiveAtStart: Bool
  ) -> Diagnostic? {
    guard !isActiveAtStart else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(en: "from", sv: "från", at: from))
  }
}
