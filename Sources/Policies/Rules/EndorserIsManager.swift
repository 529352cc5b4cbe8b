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

  public static func check(
    endorser: PersonID, subject: PersonID, isManager: Bool
  ) -> Diagnostic? {
    guard endorser == subject || !isManager else { return nil }
    return code.diagnostic(
      .init(Localized(en: "endorser", sv: "tillstyrkare"), persons: ["\(endorser)"]),
      .init(PersonSubject.word, persons: ["\(subject)"]))
  }
}
