import AccessModel
import Chronology
import Diagnostics
public import Projections

/// One person: where they work, what they have, which roles they hold. It is also the extract a person may ask for.
public enum PersonCard {
  public static let description = ViewDescription(
    "person",
    title: PersonSubject.capitalised,
    question: Localized(
      en: "Where does a person work, and what access and roles do they have?",
      sv: "Var arbetar en person, och vilken åtkomst och vilka roller har personen?"),
    controls: [.identities, .accessRights, .authorisedUsers], filters: [.person], form: .card)

  public static func card(_ person: PersonRow, _ question: ViewQuestion) -> Card {
    let erased = person.erased.flatMap {
      $0.fact.effective <= question.asOf ? $0.fact.effective : nil
    }
    let absence = question.register.absence(of: person.id, at: question.asOf)
    var inner = question
    inner.filter = ViewFilter()
    inner.filter.persons = [person.id]
    func section(
      _ view: any RegisterView.Type, _ name: String, _ title: Localized, without keys: Set<String>
    ) -> Table {
      let whole = view.answer(inner)
      let kept = whole.columns.indices.filter { !keys.contains(whole.columns[$0].key) }
      return Table(
        name: name, title: title, columns: kept.map { whole.columns[$0] },
        rows: whole.rows.map { row in kept.map { row[$0] } })
    }
    return Card(
      name: "person", title: Localized(verbatim: question.phrasing.person(person.id)),
      fields: [
        .init(.person, .id(person.id)), .init(.name, question.nameCell(person.id)),
        .init(.userName, .text(orEmpty: question.userNames(person.id))),
        .init(.category, .word(person.category)),
        .init(.isPresent, .flag(question.register.isPresent(person.id, at: question.asOf))),
        .init(
          "registered", Localized(en: "Registered", sv: "Registrerad"),
          .instant(person.registered.effective)),
        .init(
          "is_absent", Localized(en: "Away", sv: "Frånvarande"), .flag(absence != nil)),
        .init(
          "erased", Localized(en: "Identity erased", sv: "Identitetsuppgifter raderade"),
          .instant(orEmpty: erased)),
        .init(
          "is_protected", Localized(en: "Protected identity", sv: "Skyddade personuppgifter"),
          .flag(question.register.isIdentityProtected(person.id, at: question.asOf))),
      ],
      sections: [
        affiliations(person, question), moves(person, question), absences(person, question),
        section(
          What.self, "access", Localized(en: "Access", sv: "Åtkomst"), without: ["person", "name"]),
        section(
          Requests.self, "requests", Localized(en: "Requests", sv: "Begäranden"),
          without: ["person", "name"]),
        section(
          Roles.self, "roles", Localized(en: "Roles", sv: "Roller"), without: ["holder", "name"]),
        section(
          Trainings.self, "trainings", Trainings.description.title, without: ["person", "name"]),
        section(
          Keys.self, "keys", Localized(en: "Keys", sv: "Nycklar"), without: ["person", "name"]),
        IncidentLinks.table(of: person.id, question),
      ])
  }
}
