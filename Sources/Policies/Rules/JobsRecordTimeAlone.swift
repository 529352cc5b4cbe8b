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

  public static let ground = Ground(
    protects: Localized(
      en: "A program has no judgement. What takes one is recorded by a person who answers for it.",
      sv:
        "Ett program har inget omdöme. Det som kräver omdöme registreras av en person som svarar för det."
    ),
    source: Localized(
      en: "ISO 27001 5.3, 5.16; Local Government Act (Sweden) 6:37",
      sv: "ISO 27001 5.3, 5.16; kommunallagen 6 kap. 37 §"),
    refused: Localized(
      en: "liggare grant approve R-1, signed with a job's key",
      sv: "liggare grant approve R-1, signerat med ett jobbs nyckel"),
    allowed: Localized(
      en: "the expiry of a grant, signed with a job's key",
      sv: "en tilldelnings upphörande, signerat med ett jobbs nyckel"))

  public static func check(
    principal: PersonID, isJob: Bool, what: String, isForJobs: Bool
  ) -> Diagnostic? {
    guard isJob, !isForJobs else { return nil }
    return code.diagnostic(
      .init(Localized(en: "principal", sv: "aktör"), persons: ["\(principal)"]),
      .init(en: "event", sv: "händelse", what))
  }
}
