import AccessModel
import Chronology
import Diagnostics
public import Projections

/// One unit: where it lies and has lain, who works there, which roles and systems are its own.
public enum UnitCard {
  public static let description = ViewDescription(
    "unit",
    title: UnitSubject.capitalised,
    question: Localized(
      en: "Where does a unit lie, who works there, and what is it responsible for?",
      sv: "Var ligger en enhet, vilka arbetar där och vad ansvarar den för?"),
    controls: [.accountManagers, .inventory], filters: [.unit], form: .card)

  public static func card(_ unit: UnitRow, _ question: ViewQuestion) -> Card {
    let register = question.register
    let moment = question.asOf
    let parent = unit.parent(at: moment)
    let isClosed = unit.isClosed(at: moment)
    var inner = question
    inner.filter = ViewFilter()
    inner.filter.units = [unit.id]
    var persons = Persons.answer(inner)
    persons.name = "persons"
    persons.title = Localized(en: "Persons here and below", sv: "Personer här och under")
    var roles = Roles.answer(inner)
    roles.name = "roles"
    roles.title = Localized(en: "Roles", sv: "Roller")
    return Card(
      name: "unit", title: question.title(ofUnit: unit.id),
      fields: [
        .init(.unit, .id(unit.id)), .init(.unitName, .text(unit.name(at: moment).text)),
        .init(.kind, .word(unit.kind)),
        .init("parent", Localized(en: "Below", sv: "Ligger under"), .id(parent)),
        .init(
          "parent_name", Localized(en: "Its name", sv: "Dess namn"),
          .text(orEmpty: question.unitName(parent))),
        .init(
          "entity", Localized(en: "Legal entity", sv: "Juridisk organisation"),
          .id(register.legalEntity(of: unit.id, at: moment))),
        .init(.entityName, .text(orEmpty: question.entityName(unit.id))),
        .init(
          "organisation_number", Localized(en: "Organisation number", sv: "Organisationsnummer"),
          .text(orEmpty: unit.organisationNumber?.text)),
        .init(
          "registered", Localized(en: "Registered", sv: "Registrerad"),
          .instant(unit.registered.effective)),
        .init(
          "closed", Localized(en: "Closed", sv: "Nedlagd"),
          .start(orEmpty: isClosed ? unit.closed?.effective : nil)),
        .init(
          "successors", Localized(en: "Successors", sv: "Efterträdare"),
          isClosed && !unit.successors.isEmpty
            ? .list(unit.successors.map { "\($0)" }) : .empty),
      ],
      sections: [
        history(of: unit, question), below(unit, question), persons, roles,
        systems(of: unit, question),
      ])
  }

  /// What it has been called and where it has lain, in the order of record.
  private static func history(of unit: UnitRow, _ question: ViewQuestion) -> Table {
    let names = unit.renames.map {
      (fact: $0.fact, name: Cell.text($0.name.text), parent: Cell.empty)
    }
    let moves = unit.moves.map { (fact: $0.fact, name: Cell.empty, parent: Cell.id($0.parent)) }
    let first = (
      fact: unit.registered, name: Cell.text(unit.name.text), parent: Cell.id(unit.parent)
    )
    return Table(
      name: "history", title: Localized(en: "Names and places", sv: "Namn och placering"),
      columns: [
        .from, .unitName, .identifier("parent", Localized(en: "Below", sv: "Ligger under")),
        .position,
      ],
      rows: ([first] + (names + moves).sorted { $0.fact.position < $1.fact.position })
        .filter { $0.fact.effective <= question.asOf }.map {
          [
            .bound($0.fact.effective, .start), $0.name, $0.parent,
            .integer(Int($0.fact.position)),
          ]
        })
  }

  private static func below(_ unit: UnitRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "units", title: Localized(en: "Units right below", sv: "Enheter närmast under"),
      columns: [.unit, .unitName, .kind],
      rows: question.register.unitsBelow(unit.id, at: question.asOf)
        .sorted { $0.comesBefore($1) }.compactMap { question.register.units[$0] }.map {
          [.id($0.id), .text($0.name(at: question.asOf).text), .word($0.kind)]
        })
  }

  private static func systems(of unit: UnitRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "systems", title: Localized(en: "Systems it owns", sv: "System som den äger"),
      columns: [.system, .systemName],
      rows: question.register.systemsOwned(by: unit.id, at: question.asOf)
        .sorted { $0.comesBefore($1) }.compactMap { question.register.systems[$0] }.map {
          [.id($0.id), .text($0.name.text)]
        })
  }
}
