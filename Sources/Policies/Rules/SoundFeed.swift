public import AccessModel
public import Chronology
public import Diagnostics

/// A feed covers a period that has passed, and tells of accounts of its system. (USE-01)
public enum SoundFeed {
  public static let code = DiagnosticCode(
    "USE-01",
    Localized(
      en: "The feed does not tell of that system and a period that has passed.",
      sv: "Filen gäller inte det systemet och en period som har passerat."),
    remedy: Localized(
      en:
        "Give the period that the file covers, as far as it has passed: --period FROM/TO.",
      sv:
        "Ange den period som filen täcker, så långt den har passerat: --period FRÅN/TILL."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "What nobody has seen is unknown, and must not pass for unused.",
      sv: "Det som ingen har sett är okänt, och får inte tas för oanvänt."),
    source: Localized(
      en: "ISO 27001 8.15; NIST AC-2 g",
      sv: "ISO 27001 8.15; NIST AC-2 g"),
    refused: Localized(
      en: "a period that ends tomorrow",
      sv: "en period som slutar i morgon"),
    allowed: Localized(
      en: "one that ended last night",
      sv: "en som slutade i natt"))

  /// - Parameter foreign: an account that is not one of the system's.
  public static func check(
    system: SystemID, from: Instant, until: Instant, at moment: Instant, foreign: AccountID?
  ) -> Diagnostic? {
    guard from >= until || until > moment || foreign != nil else { return nil }
    var facts: [Diagnostic.Fact] = [
      .init(SystemSubject.word, "\(system)"), .init(en: "from", sv: "från", at: from),
      .init(en: "until", sv: "till", end: until),
    ]
    if let foreign { facts.append(.init(AccountSubject.word, "\(foreign)")) }
    return code.diagnostic(facts: facts)
  }
}
