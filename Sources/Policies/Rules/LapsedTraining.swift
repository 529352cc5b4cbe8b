public import AccessModel
public import Chronology
public import Diagnostics

/// Whoever holds access that asks for a course keeps the course valid. (PER-08)
public enum LapsedTraining {
  public static let code = DiagnosticCode(
    "PER-08",
    Localized(
      en: "A training that the access asks for has lapsed.",
      sv: "En utbildning som behörigheten kräver har upphört att gälla."),
    remedy: Localized(
      en:
        "Record the renewed training: liggare person train PERSON COURSE --completed DAY. Or end the access: liggare grant revoke GRANT.",
      sv:
        "Registrera den förnyade utbildningen: liggare person train PERSON KURS --completed DAG. Eller avsluta behörigheten: liggare grant revoke TILLDELNING."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "An entitlement asks for a course because its holder can do harm without it; what was learnt is forgotten.",
      sv:
        "En behörighet kräver en utbildning därför att innehavaren kan göra skada utan den; det inlärda glöms."
    ),
    source: Localized(
      en: "guideline: users are trained; ISO 27001 6.3; NIS2 Article 21(2)(g)",
      sv: "riktlinjen: användare är utbildade; ISO 27001 6.3; NIS2 artikel 21.2 g"),
    refused: Localized(
      en: "G-4 in effect, whose course SEC-1 was valid until 2026-03-31",
      sv: "G-4 gäller, vars kurs SEC-1 var giltig till 2026-03-31"),
    allowed: Localized(
      en: "liggare person train bo.ek SEC-1 --completed 2026-04-02",
      sv: "liggare person train bo.ek SEC-1 --completed 2026-04-02"))

  public static func finding(
    person: PersonID, grant: GrantID, course: CourseCode, since: Instant
  ) -> Diagnostic {
    code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]), .init(GrantSubject.word, "\(grant)"),
      .init(CourseSubject.word, "\(course)"),
      .init(en: "valid until", sv: "giltig till", end: since))
  }
}
