import AccessModel
import Diagnostics
import Projections

/// The organisation's units, who leads each and how many work there.
public enum Units: RegisterView {
  private static let parent = Column.identifier(
    "parent", Localized(en: "Below", sv: "Ligger under"))
  private static let parentName = Column(
    key: "parent_name", title: Localized(en: "Its name", sv: "Dess namn"))
  private static let managers = Column(
    key: "managers", title: Localized(en: "Managers", sv: "Chefer"), isIdentifier: true)
  private static let persons = Column.number(
    "persons_present", Localized(en: "Persons", sv: "Personer"))

  public static let description = ViewDescription(
    "units",
    title: Localized(en: "Units", sv: "Enheter"),
    question: Localized(
      en: "Which units are there, and who leads each?",
      sv: "Vilka enheter finns, och vem leder var och en?"),
    controls: [.accountManagers, .allSystems],
    columns: [.unit, .unitName, .kind, parent, parentName, managers, persons],
    filters: [.unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    var present: [UnitID: Int] = [:]
    for person in register.persons.rows {
      guard let unit = person.affiliation(at: question.asOf)?.unit else { continue }
      present[unit, default: 0] += 1
    }
    var managers: [UnitID: [String]] = [:]
    for assignment in register.assignments.rows where assignment.role == .manager {
      guard let unit = assignment.unit, assignment.isInForce(at: question.asOf),
        register.isPresent(assignment.holder, at: question.asOf)
      else { continue }
      managers[unit, default: []].append(question.phrasing.person(assignment.holder))
    }
    return register.units.rows.filter {
      $0.registered.effective <= question.asOf && question.admits(unit: $0.id)
    }.sorted { $0.id.comesBefore($1.id) }.map { unit in
      [
        .id(unit.id), .text(unit.name.text), .word(unit.kind), .id(unit.parent),
        .text(orEmpty: unit.parent.flatMap { register.units[$0]?.name.text }),
        managers[unit.id].map(Cell.list) ?? .empty, .integer(present[unit.id] ?? 0),
      ]
    }
  }
}
