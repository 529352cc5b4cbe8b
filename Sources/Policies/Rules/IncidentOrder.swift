public import AccessModel
public import Diagnostics

/// What is closed takes no more until it is opened again; follow-ups come after the end. (INC-04)
public enum IncidentOrder {
  public static let code = DiagnosticCode(
    "INC-04",
    Localized(
      en: "The step does not fit where the incident is.",
      sv: "Steget passar inte där incidenten är."),
    remedy: Localized(
      en:
        "The facts say where it is. A closed incident is opened again with liggare incident reopen INCIDENT.",
      sv:
        "Uppgifterna säger var den är. En avslutad incident öppnas igen med liggare incident reopen INCIDENT."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A closed incident that changes quietly was not closed.",
      sv: "En avslutad incident som ändras i det tysta var inte avslutad."),
    source: Localized(
      en: "ISO 27001 5.26, 5.28",
      sv: "ISO 27001 5.26, 5.28"),
    refused: Localized(
      en: "a triage of I-1, which is closed",
      sv: "en bedömning av I-1, som är avslutad"),
    allowed: Localized(
      en: "the same after liggare incident reopen I-1",
      sv: "samma sak efter liggare incident reopen I-1"))

  public static func violation(_ incident: IncidentID, state: Localized) -> Diagnostic {
    code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"),
      .init(en: "state", sv: "läge", localized: state))
  }
}
