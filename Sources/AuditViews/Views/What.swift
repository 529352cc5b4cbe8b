import AccessModel
public import Diagnostics
import Projections

/// What a person has, everywhere, and is about to get or lose.
public enum What: RegisterView {
  public static let description = ViewDescription(
    "what",
    title: Localized(en: "What a person has", sv: "Vad en person har"),
    question: Localized(
      en: "What access does a person have, and on whose decision?",
      sv: "Vilken åtkomst har en person, och vem har beslutat den?"),
    controls: [.accessRights, .authorisedUsers, .terminations, .personnelExit],
    columns: [
      .person, .name, .system, .systemName, .entitlement, .scope, .state, .grant, .from, .ends,
      .endCause, .decidedBy, .decidedByName, .account, .accountName, .confirmBy,
    ], key: ["grant"],
    filters: [.person, .system, .entitlement, .unit, .state])

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    guard question.filter.persons.count == 1, let person = question.filter.persons.first else {
      return nil
    }
    let name = question.phrasing.person(person)
    return Localized(en: "\(name) has nothing", sv: "\(name) har ingenting")
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let question = question.readied(in: Who.states)
    let facts = question.grants(in: Who.states).sorted(by: GrantEntry.byPerson)
      .map { question.facts(of: $0) }
    question.lookUp(facts.flatMap(\.persons), [])
    return facts.map { facts in
      return description.columns.map { column in
        if column == .confirmBy { return question.confirmation(of: facts.grant) }
        return column == .systemName
          ? .text(
            orEmpty: question.register.systems[facts.grant.entitlement.system]?.name(
              at: question.asOf
            ).text)
          : facts.cell(column)
      }
    }
  }
}
