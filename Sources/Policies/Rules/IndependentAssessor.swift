public import AccessModel
public import Diagnostics

/// A review is assessed by an auditor who took no part in it (REV-11)
public enum IndependentAssessor {
  public static let code = DiagnosticCode(
    "REV-11",
    Localized(
      en: "The review is not this person's to assess.",
      sv: "Granskningen är inte den här personens att bedöma."),
    remedy: Localized(
      en: "Let an auditor who reviewed, planned and attested nothing in it assess it.",
      sv: "Låt en revisor som inte granskat, planerat eller intygat något i den bedöma den."))

  public static let ground = Ground(
    protects: Localized(
      en: "Nobody audits their own work.",
      sv: "Ingen reviderar sitt eget arbete."),
    source: Localized(
      en: "ISO 27001 5.35; municipal audit",
      sv: "ISO 27001 5.35; kommunal revision"),
    refused: Localized(
      en: "the head who attested to V-1 accepts it",
      sv: "att chefen som intygade V-1 godtar den"),
    allowed: Localized(
      en: "an auditor accepts it",
      sv: "att en revisor godtar den"))

  public static func check(
    auditor: PersonID, isAuditor: Bool, tookPart: Bool
  ) -> Diagnostic? {
    guard !isAuditor || tookPart else { return nil }
    return code.diagnostic(
      .init(Localized(en: "assessed by", sv: "bedömd av"), persons: ["\(auditor)"]))
  }
}
