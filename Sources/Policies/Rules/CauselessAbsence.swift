public import AccessModel
public import Diagnostics

/// Why somebody is away is never recorded. (PER-04)
public enum CauselessAbsence {
  public static let code = DiagnosticCode(
    "PER-04",
    Localized(
      en: "Why somebody is away is never recorded.",
      sv: "Varför någon är frånvarande registreras aldrig."),
    remedy: Localized(
      en: "Leave out --reason: who is away, from when and perhaps until when is all that is kept.",
      sv: "Utelämna --reason: vem som är borta, från när och kanske till när är allt som sparas."))

  public static let ground = Ground(
    protects: Localized(
      en: "The cause is often illness or family, which access has nothing to do with.",
      sv: "Orsaken är ofta sjukdom eller familj, som inte har med behörighet att göra."),
    source: Localized(
      en: "GDPR Articles 5(1)(c) and 9; guideline: no more personal data than is needed",
      sv:
        "dataskyddsförordningen artiklarna 5.1 c och 9; riktlinjen: inte fler personuppgifter än som behövs"
    ),
    refused: Localized(
      en: "liggare person absent bo.ek --reason …", sv: "liggare person absent bo.ek --reason …"),
    allowed: Localized(
      en: "liggare person absent bo.ek --from 2026-03-01 --expected-until 2026-05-31",
      sv: "liggare person absent bo.ek --from 2026-03-01 --expected-until 2026-05-31"))

  public static func check(person: PersonID, hasReason: Bool) -> Diagnostic? {
    guard hasReason else { return nil }
    return code.diagnostic(.init(PersonSubject.word, persons: ["\(person)"]))
  }
}
