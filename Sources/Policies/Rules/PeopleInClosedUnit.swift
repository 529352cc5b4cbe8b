public import AccessModel
public import Chronology
public import Diagnostics

/// Nobody works in a unit that was closed and that no one unit has taken over. (ORG-05)
public enum PeopleInClosedUnit {
  public static let code = DiagnosticCode(
    "ORG-05",
    Localized(
      en: "People work, or systems lie, in a unit that is closed.",
      sv: "Personer arbetar, eller system ligger, i en enhet som är nedlagd."),
    remedy: Localized(
      en:
        "Move each person to the successor that has the duty: liggare person move PERSON --unit UNIT. Give the systems another owner.",
      sv:
        "Flytta varje person till den efterträdare som har uppgiften: liggare person move PERSON --unit ENHET. Ge systemen en annan ägare."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Where a unit was split, only the organisation knows who does what; until it is said, nobody manages those who were there.",
      sv:
        "När en enhet har delats vet bara organisationen vem som gör vad; tills det sägs har de som fanns där ingen chef."
    ),
    source: Localized(
      en: "guideline: roles and responsibility are clear; ISO 27001 5.2, 5.18",
      sv: "riktlinjen: roller och ansvar är tydliga; ISO 27001 5.2, 5.18"),
    refused: Localized(
      en: "bo.ek works in U-5, which was split into U-6 and U-7",
      sv: "bo.ek arbetar i U-5, som delades i U-6 och U-7"),
    allowed: Localized(
      en: "liggare person move bo.ek --unit U-6", sv: "liggare person move bo.ek --unit U-6"))

  public static func finding(
    unit: UnitID, closed: Instant, persons: [PersonID], systems: [SystemID]
  ) -> Diagnostic {
    var facts: [Diagnostic.Fact] = [
      .init(UnitSubject.word, "\(unit)"), .init(en: "closed", sv: "nedlagd", at: closed),
    ]
    if !persons.isEmpty {
      facts.append(
        .init(Localized(en: "works there", sv: "arbetar där"), persons: persons.map { "\($0)" }))
    }
    if !systems.isEmpty {
      facts.append(
        .init(
          en: "systems it owns", sv: "system som den äger",
          systems.map { "\($0)" }.joined(separator: ", ")))
    }
    return code.diagnostic(facts: facts)
  }
}
