public import AccessModel
public import Diagnostics

/// A need is endorsed by a manager of the person, never by the person. (REQ-01)
public enum EndorserIsManager {
  public static let code = DiagnosticCode(
    "REQ-01",
    Localized(
      en: "The endorser does not lead the unit where the person works.",
      sv: "Tillstyrkaren är inte chef för enheten där personen arbetar."),
    remedy: Localized(
      en:
        "Let a manager of the person's unit, or of one above it, endorse: liggare role list --role manager.",
      sv:
        "Låt en chef för personens enhet, eller för en enhet ovanför, tillstyrka: liggare role list --role manager."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Only whoever leads the work can say whether the need is real, and nobody says it of themselves.",
      sv: "Bara den som leder arbetet kan säga om behovet finns, och ingen säger det om sig själv."),
    source: Localized(
      en: "guideline: access is granted formally and only by need; ISO 27001 5.4, 5.18",
      sv: "riktlinjen: behörighet tilldelas formellt och endast efter behov; ISO 27001 5.4, 5.18"),
    refused: Localized(
      en: "liggare request endorse R-1 by a manager of another administration",
      sv: "liggare request endorse R-1 av en chef i en annan förvaltning"),
    allowed: Localized(
      en: "liggare request endorse R-1 by a manager of the person's unit",
      sv: "liggare request endorse R-1 av en chef för personens enhet"))

  public static func check(
    endorser: PersonID, subject: PersonID, isManager: Bool
  ) -> Diagnostic? {
    guard endorser == subject || !isManager else { return nil }
    return code.diagnostic(
      .init(Localized(en: "endorser", sv: "tillstyrkare"), persons: ["\(endorser)"]),
      .init(PersonSubject.word, persons: ["\(subject)"]))
  }
}
