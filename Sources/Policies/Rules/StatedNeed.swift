public import Diagnostics

/// A request says what the access is needed for. (REQ-04)
public enum StatedNeed {
  public static let code = DiagnosticCode(
    "REQ-04",
    Localized(
      en: "The request does not say what the access is needed for.",
      sv: "Begäran säger inte vad behörigheten behövs till."),
    remedy: Localized(
      en: "Describe the need in a sentence with --need, at least 10 characters.",
      sv: "Beskriv behovet i en mening med --need, minst 10 tecken."))

  /// The fewest characters that can say anything.
  public static let charactersMin = 10

  public static func check(_ need: String) -> Diagnostic? {
    guard need.count < charactersMin else { return nil }
    return code.diagnostic(.init(en: "characters", sv: "tecken", "\(need.count)"))
  }
}
