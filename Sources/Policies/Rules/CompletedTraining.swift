public import AccessModel
public import Chronology
public import Diagnostics

/// A training is recorded when it is completed, and lapses after that. (PER-14)
public enum CompletedTraining {
  public static let code = DiagnosticCode(
    "PER-14",
    Localized(
      en: "The training is not completed yet, or lapses before it is.",
      sv: "Utbildningen är inte genomförd än, eller upphör att gälla innan den är det."),
    remedy: Localized(
      en: "Give the day of completion, today or earlier, and a later --valid-until.",
      sv: "Ange dagen då den genomfördes, i dag eller tidigare, och ett senare --valid-until."))

  public static let ground = Ground(
    protects: Localized(
      en: "A training that is only planned would open access that asks for it.",
      sv: "En utbildning som bara är planerad skulle öppna behörighet som kräver den."),
    source: Localized(
      en: "guideline: users are trained; ISO 27001 6.3",
      sv: "riktlinjen: användare är utbildade; ISO 27001 6.3"),
    refused: Localized(
      en: "liggare person train bo.ek SEC-1 --completed, with a day to come",
      sv: "liggare person train bo.ek SEC-1 --completed, med en kommande dag"),
    allowed: Localized(
      en: "liggare person train bo.ek SEC-1 --completed 2026-03-02 --valid-until 2028-03-01",
      sv: "liggare person train bo.ek SEC-1 --completed 2026-03-02 --valid-until 2028-03-01"))

  public static func check(
    person: PersonID, course: CourseCode, completed: Instant, validUntil: Instant?,
    recorded: Instant
  ) -> Diagnostic? {
    guard completed > recorded || validUntil.map({ $0 <= completed }) ?? false else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(CourseSubject.word, "\(course)"),
      .init(en: "completed", sv: "genomförd", at: completed),
      .init(en: "valid until", sv: "giltig till", end: validUntil))
  }
}
