import AccessModel
import Chronology
import Diagnostics
import Projections

/// The parts of a person's card that are about their time in the organisation.
extension PersonCard {
  static func affiliations(_ person: PersonRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "affiliations",
      title: Localized(en: "Employments and assignments", sv: "Anställningar och uppdrag"),
      columns: [
        .identifier("affiliation", Localized(en: "Id", sv: "Id")), .unit, .unitName, .entityName,
        .post, .from, .ends, .identifier("sponsor", Localized(en: "Sponsor", sv: "Uppdragsgivare")),
        Column(key: "contract", title: Localized(en: "Contract", sv: "Avtal")),
        Column(key: "project", title: Localized(en: "Project", sv: "Projekt")),
      ],
      rows: person.affiliations.map { row in
        let unit = question.register.heir(of: row.unit(at: question.asOf), at: question.asOf)
        return [
          .id(row.id), .id(unit), .text(orEmpty: question.unitName(unit)),
          .text(orEmpty: question.entityName(unit)), .id(row.position(at: question.asOf)),
          .bound(row.from, .start), .end(orEmpty: row.end), .id(row.sponsor(at: question.asOf)),
          .text(orEmpty: row.contract(at: question.asOf)?.text),
          .text(orEmpty: row.project?.text),
        ]
      })
  }

  /// Where the person has moved, and by when access from before is to be confirmed.
  static func moves(_ person: PersonRow, _ question: ViewQuestion) -> Table {
    let waiting = question.register.unconfirmedAccess(of: person, at: question.asOf)
    return Table(
      name: "moves", title: Localized(en: "Moves", sv: "Flyttar"),
      columns: [
        .from, .identifier("affiliation", AffiliationSubject.capitalised),
        .identifier("from_unit", Localized(en: "From unit", sv: "Från enhet")),
        .identifier("to_unit", Localized(en: "To unit", sv: "Till enhet")), .confirmBy,
        Column(
          key: "unconfirmed", title: Localized(en: "Unconfirmed", sv: "Obekräftade"),
          isIdentifier: true),
      ],
      rows: question.register.transfers(of: person).filter { $0.at <= question.asOf }.map { move in
        let unconfirmed = waiting.filter { $0.transfer == move }
        let grants = unconfirmed.map { "\($0.grant.id)" }
        return [
          .bound(move.at, .start), .id(move.affiliation), .id(move.from), .id(move.to),
          .end(orEmpty: unconfirmed.map(\.due).min()),
          grants.isEmpty ? .empty : .list(grants),
        ]
      })
  }

  static func absences(_ person: PersonRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "absences", title: Localized(en: "Absences", sv: "Frånvaro"),
      columns: [
        .identifier("affiliation", AffiliationSubject.capitalised), .from,
        Column(
          key: "expected_until", title: Localized(en: "Expected through", sv: "Väntas till och med")
        ),
        Column(key: "effect", title: Localized(en: "Effect", sv: "Verkan")),
        Column(key: "ended", title: Localized(en: "Back", sv: "Tillbaka")),
      ],
      rows: person.absences.filter { $0.from <= question.asOf }.map { row in
        [
          .id(row.affiliation), .bound(row.from, .start), .end(orEmpty: row.expectedUntil),
          .word(row.effect), .start(orEmpty: row.ended?.effective),
        ]
      })
  }
}
