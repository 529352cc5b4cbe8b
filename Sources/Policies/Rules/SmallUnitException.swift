public import AccessModel
public import Diagnostics

/// Only a small unit, with a reason, lets one person take steps that are to be apart. (ROL-11)
public enum SmallUnitException {
  public static let code = DiagnosticCode(
    "ROL-11",
    Localized(
      en: "The exception for small units does not hold here.",
      sv: "Undantaget för små enheter gäller inte här."),
    remedy: Localized(
      en:
        "Leave out --small-unit and let two persons do it; or, where the unit is small, say why with --reason.",
      sv:
        "Utelämna --small-unit och låt två personer göra det; eller, där enheten är liten, ange varför med --reason."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "The exception is for those who are too few, and never a way around the rule for those who are many.",
      sv:
        "Undantaget är till för dem som är för få, och aldrig en väg runt regeln för dem som är många."
    ),
    source: Localized(
      en: "ISO 27001 5.3: compensating checks where duties cannot be kept apart",
      sv: "ISO 27001 5.3: kompenserande kontroller där uppgifter inte kan skiljas åt"),
    refused: Localized(
      en: "liggare grant approve R-1 --small-unit, in a unit of forty",
      sv: "liggare grant approve R-1 --small-unit, i en enhet med fyrtio"),
    allowed: Localized(
      en: "the same in a unit of four, with --reason",
      sv: "samma sak i en enhet med fyra, med --reason"))

  /// The most persons of a small unit, those below it included.
  public static let personsMax = 10
  /// The most persons of a small unit, where the rules in force say below how many a unit is small; 0 when they say nothing.
  public static func personsMax(below count: Int) -> Int {
    count > 0 ? count - 1 : personsMax
  }

  /// - Parameter persons: how many work in the decider's unit and below it.
  public static func check(
    isClaimed: Bool, unit: UnitID?, persons: Int, hasReason: Bool, personsMax: Int = personsMax
  ) -> Diagnostic? {
    guard isClaimed, persons > personsMax || !hasReason || unit == nil else { return nil }
    var facts: [Diagnostic.Fact] = []
    if let unit { facts.append(.init(UnitSubject.word, "\(unit)")) }
    facts.append(.init(en: "persons", sv: "personer", "\(persons)"))
    facts.append(.init(en: "at most", sv: "högst", "\(personsMax)"))
    if !hasReason {
      facts.append(
        .init(
          en: "missing", sv: "saknas", localized: Localized(en: "a reason", sv: "ett skäl")))
    }
    return code.diagnostic(facts: facts)
  }
}
