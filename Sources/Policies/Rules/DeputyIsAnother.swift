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

  public static let ground = Ground(
    protects: Localized(
      en: "A deputy who is the steward stands in for nobody.",
      sv: "En ersättare som själv är systemförvaltare ersätter ingen."),
    source: Localized(
      en: "guideline: each system has a steward with a deputy; ISO 27001 5.2",
      sv: "riktlinjen: varje system har en systemförvaltare med ersättare; ISO 27001 5.2"),
    refused: Localized(
      en: "liggare role assign deputy siv.dahl --system S-1, while siv.dahl is the steward",
      sv: "liggare role assign deputy siv.dahl --system S-1, när siv.dahl är systemförvaltare"),
    allowed: Localized(
      en: "liggare role assign deputy nils.ek --system S-1",
      sv: "liggare role assign deputy nils.ek --system S-1"))

  public static func check(holder: PersonID, other: PersonID?, system: SystemID) -> Diagnostic? {
    guard holder == other else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(holder)"]), .init(SystemSubject.word, "\(system)"))
  }
}
