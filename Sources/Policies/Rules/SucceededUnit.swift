public import AccessModel
public import Diagnostics

/// A unit is closed when it has no duties left, or somebody takes them over. (ORG-04)
public enum SucceededUnit {
  public static let code = DiagnosticCode(
    "ORG-04",
    Localized(
      en: "The unit has duties that nobody would take over.",
      sv: "Enheten har uppgifter som ingen skulle ta över."),
    remedy: Localized(
      en:
        "Name the unit that takes over, with --successor UNIT; or first move the persons (liggare person move), end the roles (liggare role end), move the units below (liggare unit move) and give the systems another owner.",
      sv:
        "Ange enheten som tar över med --successor ENHET; eller flytta först personerna (liggare person move), avsluta rollerna (liggare role end), flytta enheterna under (liggare unit move) och ge systemen en annan ägare."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A reorganisation must leave no person without a manager and no system without an owner.",
      sv: "En omorganisation får inte lämna någon person utan chef eller något system utan ägare."),
    source: Localized(
      en: "guideline: every owned system has an owner; ISO 27001 5.2, 5.9",
      sv: "riktlinjen: varje system har en ägare; ISO 27001 5.2, 5.9"),
    refused: Localized(
      en: "liggare unit close U-5, where bo.ek works in U-5",
      sv: "liggare unit close U-5, när bo.ek arbetar i U-5"),
    allowed: Localized(
      en: "liggare unit close U-5 --successor U-6",
      sv: "liggare unit close U-5 --successor U-6"))

  /// What a unit is responsible for.
  public struct Duties: Hashable, Sendable {
    public var persons: [PersonID]
    public var roles: [AssignmentID]
    public var systems: [SystemID]
    public var units: [UnitID]

    public init(
      persons: [PersonID] = [], roles: [AssignmentID] = [], systems: [SystemID] = [],
      units: [UnitID] = []
    ) {
      self.persons = persons
      self.roles = roles
      self.systems = systems
      self.units = units
    }

    public var isEmpty: Bool {
      persons.isEmpty && roles.isEmpty && systems.isEmpty && units.isEmpty
    }
  }

  public static func check(unit: UnitID, successors: [UnitID], duties: Duties) -> Diagnostic? {
    guard successors.isEmpty, !duties.isEmpty else { return nil }
    var facts: [Diagnostic.Fact] = [.init(UnitSubject.word, "\(unit)")]
    if !duties.persons.isEmpty {
      facts.append(
        .init(
          Localized(en: "works there", sv: "arbetar där"), persons: duties.persons.map { "\($0)" }))
    }
    func add(_ en: String, _ sv: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      facts.append(.init(en: en, sv: sv, values.joined(separator: ", ")))
    }
    add("roles for it", "roller för den", duties.roles.map { "\($0)" })
    add("systems it owns", "system som den äger", duties.systems.map { "\($0)" })
    add("units below it", "enheter under den", duties.units.map { "\($0)" })
    return code.diagnostic(facts: facts)
  }
}
