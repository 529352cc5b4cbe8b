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

  public static func check(
    role: Role, system: SystemID, present: AssignmentID?
  ) -> Diagnostic? {
    guard let present else { return nil }
    return code.diagnostic(
      .init(SystemSubject.word, "\(system)"), .init(en: "role", sv: "roll", localized: role.word),
      .init(AssignmentSubject.word, "\(present)"))
  }
}
