public import AccessModel
public import Diagnostics

/// An incident is closed when the emergency access that was used in its systems is followed up. (INC-02)
public enum FollowedUpEmergencies {
  public static let code = DiagnosticCode(
    "INC-02",
    Localized(
      en: "Emergency access in a system of the incident is not followed up.",
      sv: "Nödåtkomst i ett av incidentens system är inte uppföljd."),
    remedy: Localized(
      en: "Follow it up: liggare grant follow-up GRANT --justified.",
      sv: "Följ upp den: liggare grant follow-up TILLDELNING --justified."))

  public static let ground = Ground(
    protects: Localized(
      en: "Access that was opened in haste is where the next incident begins.",
      sv: "Behörighet som öppnats i hast är där nästa incident börjar."),
    source: Localized(
      en: "ISO 27001 5.26, 8.2",
      sv: "ISO 27001 5.26, 8.2"),
    refused: Localized(
      en: "the closing of I-1 while the emergency access G-6 waits for its follow-up",
      sv: "att avsluta I-1 medan nödåtkomsten G-6 väntar på uppföljning"),
    allowed: Localized(
      en: "the same after liggare grant follow-up G-6",
      sv: "samma sak efter liggare grant follow-up G-6"))

  public static func violation(_ incident: IncidentID, grant: GrantID) -> Diagnostic {
    code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"), .init(GrantSubject.word, "\(grant)"),
      .init(en: "command", sv: "kommando", command(grant)))
  }

  public static func command(_ grant: GrantID) -> String {
    "liggare grant follow-up \(grant) --justified"
  }
}
