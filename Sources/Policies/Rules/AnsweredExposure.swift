public import AccessModel
public import Diagnostics

/// An incident is closed when it was asked who could reach what it is about. (INC-01)
public enum AnsweredExposure {
  public static let code = DiagnosticCode(
    "INC-01",
    Localized(
      en: "Nobody has answered who could reach the system during the incident.",
      sv: "Ingen har svarat på vilka som kunde nå systemet under incidenten."),
    remedy: Localized(
      en:
        "Ask, do what the answer calls for, and record it: liggare incident exposure INCIDENT, liggare incident answer INCIDENT TEXT.",
      sv:
        "Fråga, gör det svaret kräver, och registrera det: liggare incident exposure INCIDENT, liggare incident answer INCIDENT TEXT."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Who could do it, by which access, is the first question after every incident, and the ledger knows the answer.",
      sv:
        "Vem som kunde göra det, med vilken behörighet, är den första frågan efter varje incident, och liggaren vet svaret."
    ),
    source: Localized(
      en: "ISO 27001 5.26, 5.28; GDPR Article 33(3)",
      sv: "ISO 27001 5.26, 5.28; dataskyddsförordningen artikel 33.3"),
    refused: Localized(
      en: "the closing of I-1 about S-1 before anybody has asked who could reach S-1",
      sv: "att avsluta I-1 om S-1 innan någon frågat vilka som kunde nå S-1"),
    allowed: Localized(
      en: "the same after the answer is recorded",
      sv: "samma sak efter att svaret registrerats"))

  public static func violation(_ incident: IncidentID, system: SystemID) -> Diagnostic {
    code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"), .init(SystemSubject.word, "\(system)"),
      .init(en: "command", sv: "kommando", command(incident, system: system)))
  }

  /// The command that answers it.
  public static func command(_ incident: IncidentID, system: SystemID) -> String {
    "liggare incident exposure \(incident) --system \(system)"
  }
}
