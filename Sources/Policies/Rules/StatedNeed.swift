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

  /// The fewest characters that can say anything, where the rules say nothing else.
  public static let charactersMin = 10

  public static func check(_ need: String, charactersMin: Int = charactersMin) -> Diagnostic? {
    guard need.count < charactersMin else { return nil }
    return code.diagnostic(
      .init(en: "characters", sv: "tecken", "\(need.count)"),
      .init(en: "at least", sv: "minst", "\(charactersMin)"))
  }
}
