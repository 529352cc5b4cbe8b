public import AccessModel
public import Diagnostics

/// The deputy is another person than the steward. (ROL-02)
public enum DeputyIsAnother {
  public static let code = DiagnosticCode(
    "ROL-02",
    Localized(
      en: "The same person would be both steward and deputy.",
      sv: "Samma person skulle vara både systemförvaltare och ersättare."),
    remedy: Localized(
      en: "Appoint another person.",
      sv: "Utse en annan person."))

  public static func check(holder: PersonID, other: PersonID?, system: SystemID) -> Diagnostic? {
    guard holder == other else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(holder)"]), .init(SystemSubject.word, "\(system)"))
  }
}
