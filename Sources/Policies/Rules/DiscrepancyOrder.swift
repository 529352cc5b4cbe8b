public import AccessModel
public import Diagnostics

/// A difference is resolved once, in the newest reconciliation of its system. (RCN-01)
public enum DiscrepancyOrder {
  public static let code = DiagnosticCode(
    "RCN-01",
    Localized(
      en: "There is no such open difference.",
      sv: "Det finns ingen sådan öppen skillnad."),
    remedy: Localized(
      en:
        "List those that are open: liggare reconcile list.",
      sv:
        "Lista dem som är öppna: liggare reconcile list."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "An old comparison says nothing of how things stand.",
      sv: "En gammal jämförelse säger inget om hur det är."),
    source: Localized(
      en: "ISO 27001 5.18, 8.15",
      sv: "ISO 27001 5.18, 8.15"),
    refused: Localized(
      en: "number 9 of RC-1, which found four",
      sv: "nummer 9 i RC-1, som fann fyra"),
    allowed: Localized(
      en: "number 4 of it",
      sv: "nummer 4 i den"))

  public static func violation(
    reconciliation: ReconciliationID, number: Int64, state: Localized
  ) -> Diagnostic {
    code.diagnostic(
      .init(ReconciliationSubject.word, "\(reconciliation)"),
      .init(en: "number", sv: "nummer", "\(number)"),
      .init(en: "state", sv: "läge", localized: state))
  }
}
