public import AccessModel
public import Diagnostics

/// An incident is closed when no difference between the register and its systems is open. (INC-03)
public enum ReconciledSystems {
  public static let code = DiagnosticCode(
    "INC-03",
    Localized(
      en: "A difference between the register and a system of the incident is open.",
      sv: "En avvikelse mellan registret och ett av incidentens system är öppen."),
    remedy: Localized(
      en: "Resolve it: liggare reconcile resolve RECONCILIATION NUMBER OUTCOME.",
      sv: "Åtgärda den: liggare reconcile resolve AVSTÄMNING NUMMER UTFALL."))

  public static let ground = Ground(
    protects: Localized(
      en: "An account that nobody has decided on may be how it happened.",
      sv: "Ett konto som ingen beslutat om kan vara hur det gick till."),
    source: Localized(
      en: "ISO 27001 5.18, 5.26",
      sv: "ISO 27001 5.18, 5.26"),
    refused: Localized(
      en: "the closing of I-1 while an unknown account in S-1 is unanswered",
      sv: "att avsluta I-1 medan ett okänt konto i S-1 är obesvarat"),
    allowed: Localized(
      en: "the same after liggare reconcile resolve RC-1 1 removed",
      sv: "samma sak efter liggare reconcile resolve RC-1 1 removed"))

  public static func violation(
    _ incident: IncidentID, reconciliation: ReconciliationID, number: Int64
  ) -> Diagnostic {
    code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"),
      .init(ReconciliationSubject.word, "\(reconciliation)"),
      .init(en: "number", sv: "nummer", "\(number)"),
      .init(en: "command", sv: "kommando", command(reconciliation, number)))
  }

  public static func command(_ reconciliation: ReconciliationID, _ number: Int64) -> String {
    "liggare reconcile resolve \(reconciliation) \(number) OUTCOME"
  }
}
