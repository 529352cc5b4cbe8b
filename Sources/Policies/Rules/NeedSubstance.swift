public import Diagnostics

/// The need says something: words of their own, and not one of them again and again. (NED-01)
public enum NeedSubstance {
  public static let code = DiagnosticCode(
    "NED-01",
    Localized(
      en: "The stated need says too little.",
      sv: "Det angivna behovet säger för lite."),
    remedy: Localized(
      en:
        "Say what is to be done and with which information, such as --need \"Handles applications for parking permits from March\".",
      sv:
        "Ange vad som ska göras och med vilka uppgifter, till exempel --need \"Handlägger ansökningar om parkeringstillstånd från mars\"."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A decision on a need that says nothing is a decision on nothing.",
      sv: "Ett beslut om ett behov som inget säger är ett beslut om ingenting."),
    source: Localized(
      en: "guideline: access is granted formally and only by need; ISO 27001 5.15",
      sv: "riktlinjen: behörighet tilldelas formellt och endast efter behov; ISO 27001 5.15"),
    refused: Localized(
      en: "--need \"case case case case\"",
      sv: "--need \"ärende ärende ärende\""),
    allowed: Localized(
      en: "--need \"Handles new cases from March\"",
      sv: "--need \"Handlägger nya ärenden från mars\""))

  /// The fewest letters that can say what is needed.
  public static let lettersMin = 10
  /// The fewest different words.
  public static let wordsMin = 2
  /// The fewest different letters.
  public static let differentLettersMin = 5

  public static func check(_ need: String) -> Diagnostic? {
    let letters = need.lowercased().filter(\.isLetter)
    let words = Set(NeedWords.words(of: need))
    guard
      letters.count < lettersMin || words.count < wordsMin
        || Set(letters).count < differentLettersMin
    else { return nil }
    return code.diagnostic(
      .init(en: "letters", sv: "bokstäver", "\(letters.count) (\(lettersMin))"),
      .init(en: "different words", sv: "olika ord", "\(words.count) (\(wordsMin))"),
      .init(
        en: "different letters", sv: "olika bokstäver",
        "\(Set(letters).count) (\(differentLettersMin))"))
  }
}
