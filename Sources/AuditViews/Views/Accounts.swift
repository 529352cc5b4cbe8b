import AccessModel
import Diagnostics
import Projections

/// The accounts found in the systems, and whose they are.
public enum Accounts: RegisterView {
  private static let found = Column(key: "found", title: Localized(en: "Found", sv: "Hittat"))

  public static let description = ViewDescription(
    "accounts",
    title: Localized(en: "Accounts", sv: "Konton"),
    question: Localized(
      en: "Which accounts were found in the systems, and whose are they?",
      sv: "Vilka konton har hittats i systemen, och vems är de?"),
    controls: [.identities, .authorisedUsers],
    columns: [.account, .accountName, .system, .kind, .person, .name, .isPresent, found],
    filters: [.system, .person, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.accounts.rows.filter {
      $0.found.effective <= question.asOf && question.filter.admits($0.system)
        && question.filter.admits($0.person) && question.admits(unitOf: $0.person)
    }.sorted {
      $0.system == $1.system ? $0.id.comesBefore($1.id) : $0.system.comesBefore($1.system)
    }.map { row in
      [
        .id(row.id), .text(orEmpty: question.accountNames(row.id)), .id(row.system),
        .word(row.kind), .id(row.person), .text(orEmpty: row.person.flatMap(question.names)),
        row.person.map { .flag(question.register.isPresent($0, at: question.asOf)) } ?? .empty,
        .instant(row.found.effective),
      ]
    }
  }
}
