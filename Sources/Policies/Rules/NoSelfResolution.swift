public import AccessModel
public import Diagnostics

/// Nobody answers a flag on their own access. (FLG-02)
public enum NoSelfResolution {
  public static let code = DiagnosticCode(
    "FLG-02",
    Localized(
      en: "The flag is about the person who answers it.",
      sv: "Flaggan gäller den som besvarar den."),
    remedy: Localized(
      en:
        "Let the manager, the steward or the owner answer it: liggare stale show FLAG.",
      sv:
        "Låt chefen, förvaltaren eller ägaren besvara den: liggare stale show FLAGGA."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Whoever keeps access by their own word keeps it for good.",
      sv: "Den som behåller sin behörighet på eget ord behåller den för gott."),
    source: Localized(
      en: "ISO 27001 5.3, 5.18",
      sv: "ISO 27001 5.3, 5.18"),
    refused: Localized(
      en: "bo.ek accepts the flag on bo.ek's grant",
      sv: "bo.ek godtar flaggan på sin egen tilldelning"),
    allowed: Localized(
      en: "the same by the manager of bo.ek",
      sv: "samma sak av bo.eks chef"))

  public static func check(flag: FlagID, subject: PersonID?, persons: [PersonID]) -> Diagnostic? {
    guard let subject, persons.contains(subject) else { return nil }
    return code.diagnostic(
      .init(FlagSubject.word, "\(flag)"), .init(PersonSubject.word, persons: ["\(subject)"]))
  }
}
