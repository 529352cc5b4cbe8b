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

  public static let ground = Ground(
    protects: Localized(
      en: "What one person says that another has decided must be possible to check.",
      sv: "Det som en person uppger att en annan har beslutat måste gå att kontrollera."),
    source: Localized(
      en: "guideline: decisions on access are documented; ISO 27001 5.28, 5.33",
      sv: "riktlinjen: beslut om behörighet dokumenteras; ISO 27001 5.28, 5.33"),
    refused: Localized(
      en: "liggare grant approve R-1 --decided-by siv.dahl, signed by somebody else's key",
      sv: "liggare grant approve R-1 --decided-by siv.dahl, signerat med någon annans nyckel"),
    allowed: Localized(
      en: "liggare grant approve R-1 --decided-by siv.dahl --case \"SN 2026/12\"",
      sv: "liggare grant approve R-1 --decided-by siv.dahl --case \"SN 2026/12\""))

  public static func check(
    principal: PersonID, person: PersonID, isShown: Bool
  ) -> Diagnostic? {
    guard principal != person, !isShown else { return nil }
    return code.diagnostic(
      .init(Localized(en: "recorded by", sv: "registreras av"), persons: ["\(principal)"]),
      .init(Localized(en: "on behalf of", sv: "för"), persons: ["\(person)"]))
  }
}
