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

  public static let ground = Ground(
    protects: Localized(
      en:
        "Access belongs to work. Who does not work here has no need of it, and the access ends with the work by itself.",
      sv:
        "Behörighet hör ihop med arbete. Den som inte arbetar här behöver den inte, och den upphör av sig själv när arbetet gör det."
    ),
    source: Localized(
      en:
        "guideline: access is granted formally and only by need; ISO 27001 5.16, 6.5; NIS2 Article 21(2)(i)",
      sv:
        "riktlinjen: behörighet tilldelas formellt och endast efter behov; ISO 27001 5.16, 6.5; NIS2 artikel 21.2 i"
    ),
    refused: Localized(
      en: "liggare request submit per.nord S-1/read, after per.nord has left",
      sv: "liggare request submit per.nord S-1/read, när per.nord har slutat"),
    allowed: Localized(
      en: "liggare person move per.nord --unit U-2, then the same",
      sv: "liggare person move per.nord --unit U-2, därefter samma sak"))

  public static func check(
    person: PersonID, from: Instant, isActiveAtStart: Bool
  ) -> Diagnostic? {
    guard !isActiveAtStart else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(en: "from", sv: "från", at: from))
  }
}
