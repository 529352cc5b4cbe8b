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
  private static let closed = Column(key: "closed", title: Localized(en: "Closed", sv: "Nedlagd"))
  private static let successors = Column(
    key: "successors", title: Localized(en: "Successors", sv: "Efterträdare"), isIdentifier: true)

  public static let description = ViewDescription(
    "units",
    title: Localized(en: "Units", sv: "Enheter"),
    question: Localized(
      en: "Which units are there, and who leads each?",
      sv: "Vilka enheter finns, och vem leder var och en?"),
    controls: [.accountManagers, .allSystems],
    columns: [
      .unit, .unitName, .kind, parent, parentName, .entityName, managers, persons, closed,
      successors,
    ], key: ["unit"],
    filters: [.unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    let moment = question.asOf
    var present: [UnitID: Int] = [:]
    for person in register.persons.rows {
      guard let unit = person.affiliation(at: moment)?.unit(at: moment) else { continue }
      present[register.heir(of: unit, at: moment), default: 0] += 1
    }
    var managers: [UnitID: [String]] = [:]
    for assignment in register.assignments.rows where assignment.role == .manager {
      guard let unit = assignment.unit, register.isInForce(assignment, at: moment),
        register.isPresent(assignment.holder, at: moment)
      else { continue }
      managers[unit, default: []].append(question.phrasing.person(assignment.holder))
    }
    return register.units.rows.filter {
      $0.registered.effective <= moment && question.admits(unit: $0.id)
    }.sorted { $0.id.comesBefore($1.id) }.map { unit in
      let parent = unit.parent(at: moment)
      let isClosed = unit.isClosed(at: moment)
      return [
        .id(unit.id), .text(unit.name(at: moment).text), .word(unit.kind), .id(parent),
        .text(orEmpty: question.unitName(parent)), .text(orEmpty: question.entityName(unit.id)),
        managers[unit.id].map(Cell.list) ?? .empty, .integer(present[unit.id] ?? 0),
        .start(orEmpty: isClosed ? unit.closed?.effective : nil),
        isClosed && !unit.successors.isEmpty
          ? .list(unit.successors.map { "\($0)" }) : .empty,
      ]
    }
  }
}
