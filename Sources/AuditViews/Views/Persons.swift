import AccessModel
import Diagnostics
import Projections

/// The persons and service identities, where they work, and whether they still do.
public enum Persons: RegisterView {
  public static let description = ViewDescription(
    "persons",
    title: Localized(en: "Persons", sv: "Personer"),
    question: Localized(
      en: "Who is known, where do they work, and are they still here?",
      sv: "Vilka är kända, var arbetar de och är de kvar?"),
    controls: [.identities, .terminations, .personnelExit],
    columns: [
      .person, .name, .userName, .category, .isPresent, .unit, .unitName, .entityName, .post, .from,
      .ends,
      .grantsInEffect,
    ], key: ["person", "unit"],
    filters: [.person, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    return register.persons.rows.filter {
      $0.registered.effective <= question.asOf && question.filter.admits($0.id)
        && question.admits(unitOf: $0.id)
    }.sorted { $0.id.comesBefore($1.id) }.map { person in
      let present = person.affiliation(at: question.asOf)
      // Of those who have left, the last place they worked at.
      let shown = present ?? person.affiliations.last { $0.from <= question.asOf }
      let held = person.grants.lazy.map { register.grants[$0] }
        .filter { register.isInEffect($0, at: question.asOf) }.count
      let unit = shown.map { register.heir(of: $0.unit(at: question.asOf), at: question.asOf) }
      return [
        .id(person.id), question.nameCell(person.id),
        .text(orEmpty: question.userNames(person.id)), .word(person.category),
        .flag(present != nil), .id(unit), .text(orEmpty: question.unitName(unit)),
        unit.map { .text(orEmpty: question.entityName($0)) } ?? .empty,
        .id(present?.position(at: question.asOf)),
        .start(orEmpty: shown?.from), .end(orEmpty: shown?.end), .integer(held),
      ]
    }
  }
}
