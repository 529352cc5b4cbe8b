public import AccessModel
public import Diagnostics

/// One open flag stands for each thing and rule. (FLG-01)
public enum OneOpenFlag {
  public static let code = DiagnosticCode(
    "FLG-01",
    Localized(
      en: "The rule has an open flag on this already.",
      sv: "Regeln har redan en öppen flagga om detta."),
    remedy: Localized(
      en:
        "Answer the flag that is open: liggare stale show FLAG.",
      sv:
        "Besvara den flagga som är öppen: liggare stale show FLAGGA."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Flags that are raised anew each night bury those that need an answer.",
      sv: "Flaggor som sätts på nytt varje natt döljer dem som kräver svar."),
    source: Localized(
      en: "guideline: access is followed up regularly; ISO 27001 5.18",
      sv: "riktlinjen: behörigheter följs upp regelbundet; ISO 27001 5.18"),
    refused: Localized(
      en: "a second flag of ST-05 on G-1 while the first is open",
      sv: "en andra flagga av ST-05 på G-1 medan den första är öppen"),
    allowed: Localized(
      en: "one of ST-01 on the same grant",
      sv: "en av ST-01 på samma tilldelning"))

  public static func check(rule: StaleRule, about: FlaggedThing, open: FlagID?) -> Diagnostic? {
    guard let open else { return nil }
    return code.diagnostic(
      .init(en: "rule", sv: "regel", rule.title), .init(about.word, about.id),
      .init(FlagSubject.word, "\(open)"))
  }
}
