public import Diagnostics

/// A request says what the access is needed for. (REQ-04)
public enum StatedNeed {
  public static let code = DiagnosticCode(
    "REQ-04",
    Localized(
      en: "The request does not say what the access is needed for.",
      sv: "Begäran säger inte vad behörigheten behövs till."),
    remedy: Localized(
      en: "Describe the need in a sentence with --need; the facts say the fewest characters.",
      sv: "Beskriv behovet i en mening med --need; uppgifterna säger minsta antal tecken."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Without words for the need nobody can endorse it, and no review can ask whether it is still there.",
      sv:
        "Utan beskrivet behov kan ingen tillstyrka det, och ingen granskning kan fråga om det finns kvar."
    ),
    source: Localized(
      en:
        "guideline: access is granted formally and only by need; guideline: decisions on access are documented; ISO 27001 5.18",
      sv:
        "riktlinjen: behörighet tilldelas formellt och endast efter behov; riktlinjen: beslut om behörighet dokumenteras; ISO 27001 5.18"
    ),
    refused: Localized(
      en: "liggare request submit bo.ek S-1/read --need \"Work\"",
      sv: "liggare request submit bo.ek S-1/read --need \"Arbete\""),
    allowed: Localized(
      en: "liggare request submit bo.ek S-1/read --need \"Handles new cases in the unit\"",
      sv: "liggare request submit bo.ek S-1/read --need \"Handlägger nya ärenden i enheten\""))

  /// The fewest characters that can say anything, where the rules say nothing else.
  public static let charactersMin = 10

  public static func check(_ need: String, charactersMin: Int = charactersMin) -> Diagnostic? {
    guard need.count < charactersMin else { return nil }
    return code.diagnostic(
      .init(en: "characters", sv: "tecken", "\(need.count)"),
      .init(en: "at least", sv: "minst", "\(charactersMin)"))
  }
}
