public import AccessModel
public import Chronology
public import Diagnostics

/// A closed unit takes in nobody and nothing, and is not changed. (ORG-03)
public enum OpenUnit {
  public static let code = DiagnosticCode(
    "ORG-03",
    Localized(en: "The unit is closed.", sv: "Enheten är nedlagd."),
    remedy: Localized(
      en: "Name a unit that is open, such as its successor; liggare unit show UNIT tells it.",
      sv:
        "Ange en enhet som finns kvar, till exempel efterträdaren; liggare unit show ENHET visar den."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "What is placed in a unit that exists no more is led by nobody and reviewed by nobody.",
      sv: "Det som placeras i en enhet som inte finns kvar leds inte och granskas inte av någon."),
    source: Localized(
      en: "guideline: roles and responsibility are clear; ISO 27001 5.2, 5.18",
      sv: "riktlinjen: roller och ansvar är tydliga; ISO 27001 5.2, 5.18"),
    refused: Localized(
      en: "liggare person move bo.ek --unit U-5, where U-5 is closed",
      sv: "liggare person move bo.ek --unit U-5, när U-5 är nedlagd"),
    allowed: Localized(
      en: "liggare person move bo.ek --unit U-6, its successor",
      sv: "liggare person move bo.ek --unit U-6, dess efterträdare"))

  /// - Parameter closed: when the unit was closed, if it had been at the moment.
  public static func check(unit: UnitID, closed: Instant?, successors: [UnitID]) -> Diagnostic? {
    guard let closed else { return nil }
    var facts: [Diagnostic.Fact] = [
      .init(UnitSubject.word, "\(unit)"), .init(en: "closed", sv: "nedlagd", at: closed),
    ]
    if !successors.isEmpty {
      facts.append(
        .init(
          en: "successors", sv: "efterträdare",
          successors.map { "\($0)" }.joined(separator: ", ")))
    }
    return code.diagnostic(facts: facts)
  }
}
