public import AccessModel
public import Diagnostics

/// Nothing is said of a flag that is answered. (FLG-04)
public enum FlagOrder {
  public static let code = DiagnosticCode(
    "FLG-04",
    Localized(
      en: "The flag is answered already.",
      sv: "Flaggan är redan besvarad."),
    remedy: Localized(
      en:
        "Nothing needs to be done; a cause that comes back gets a flag of its own: liggare stale list.",
      sv:
        "Inget behöver göras; en orsak som återkommer får en egen flagga: liggare stale list."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Answers that change each other leave nobody answerable.",
      sv: "Svar som ändrar varandra gör att ingen svarar för något."),
    source: Localized(
      en: "guideline: access is followed up regularly; ISO 27001 5.18",
      sv: "riktlinjen: behörigheter följs upp regelbundet; ISO 27001 5.18"),
    refused: Localized(
      en: "an acceptance of F-1, which was resolved last week",
      sv: "ett godtagande av F-1, som avgjordes förra veckan"),
    allowed: Localized(
      en: "an acceptance of F-1 while it is open",
      sv: "ett godtagande av F-1 medan den är öppen"))

  public static func violation(of flag: FlagID, state: Localized) -> Diagnostic {
    code.diagnostic(
      .init(FlagSubject.word, "\(flag)"), .init(en: "state", sv: "läge", localized: state))
  }
}
