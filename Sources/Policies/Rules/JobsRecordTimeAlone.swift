public import AccessModel
public import Diagnostics

/// A program records what time has done and what it carried out, and nothing else. (ROL-09)
public enum JobsRecordTimeAlone {
  public static let code = DiagnosticCode(
    "ROL-09",
    Localized(
      en: "A scheduled job may not record this.",
      sv: "Ett schemalagt jobb får inte registrera detta."),
    remedy: Localized(
      en: "Let a person with the role record it, with a key of their own.",
      sv: "Låt en person med rollen registrera det, med en egen nyckel."))

  public static func check(
    principal: PersonID, isJob: Bool, what: String, isForJobs: Bool
  ) -> Diagnostic? {
    guard isJob, !isForJobs else { return nil }
    return code.diagnostic(
      .init(en: "principal", sv: "aktör", "\(principal)"),
      .init(en: "event", sv: "händelse", what))
  }
}
