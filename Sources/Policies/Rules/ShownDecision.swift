public import AccessModel
public import Diagnostics

/// What is recorded for somebody else is shown by a case number or a file. (REQ-02)
public enum ShownDecision {
  public static let code = DiagnosticCode(
    "REQ-02",
    Localized(
      en: "Somebody else's endorsement or decision needs a case number or a file that shows it.",
      sv:
        "Någon annans tillstyrkan eller beslut kräver ett diarienummer eller en fil som visar det."),
    remedy: Localized(
      en: "Give --case NUMBER or --evidence FILE, or let the person record it with their own key.",
      sv:
        "Ange --case NUMMER eller --evidence FIL, eller låt personen registrera det med sin egen nyckel."
    ))

  public static func check(
    principal: PersonID, person: PersonID, isShown: Bool
  ) -> Diagnostic? {
    guard principal != person, !isShown else { return nil }
    return code.diagnostic(
      .init(Localized(en: "recorded by", sv: "registreras av"), persons: ["\(principal)"]),
      .init(Localized(en: "on behalf of", sv: "för"), persons: ["\(person)"]))
  }
}
