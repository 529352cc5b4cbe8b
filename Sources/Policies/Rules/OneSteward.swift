public import AccessModel
public import Diagnostics

/// A system has one owner and one steward at a time. (ROL-03)
public enum OneSteward {
  public static let code = DiagnosticCode(
    "ROL-03",
    Localized(
      en: "The system already has somebody in this role.",
      sv: "Systemet har redan någon i denna roll."),
    remedy: Localized(
      en: "End the present assignment first: liggare role end.",
      sv: "Avsluta det nuvarande uppdraget först: liggare role end."))

  public static let ground = Ground(
    protects: Localized(
      en: "When two answer for a system, nobody does.",
      sv: "När två ansvarar för ett system gör ingen det."),
    source: Localized(
      en: "guideline: roles and responsibility are clear; ISO 27001 5.2, 5.9",
      sv: "riktlinjen: roller och ansvar är tydliga; ISO 27001 5.2, 5.9"),
    refused: Localized(
      en: "liggare role assign steward eva.lind --system S-1, while siv.dahl has the role",
      sv: "liggare role assign steward eva.lind --system S-1, medan siv.dahl har rollen"),
    allowed: Localized(
      en: "liggare role end D-4, then the same",
      sv: "liggare role end D-4, därefter samma sak"))

  public static func check(
    role: Role, system: SystemID, present: AssignmentID?
  ) -> Diagnostic? {
    guard let present else { return nil }
    return code.diagnostic(
      .init(SystemSubject.word, "\(system)"), .init(en: "role", sv: "roll", localized: role.word),
      .init(AssignmentSubject.word, "\(present)"))
  }
}
