import AccessModel
import Diagnostics
import Projections

/// The accounts in the systems: whose they are, who answers for them and when their secrets are due.
public enum Accounts: RegisterView {
  private static let found = Column(key: "found", title: Localized(en: "Found", sv: "Hittat"))
  static let owner = Column.identifier("owner", Localized(en: "Answers for it", sv: "Ansvarig"))
  static let members = Column.number("members", Localized(en: "Members", sv: "Medlemmar"))
  static let rotationDays = Column.number(
    "rotation_days", Localized(en: "Days between changes", sv: "Dagar mellan byten"))
  static let rotated = Column(
    key: "rotated", title: Localized(en: "Last changed", sv: "Senast bytt"))
  static let due = Column(
    key: "rotation_due", title: Localized(en: "Change due since", sv: "Byte krävs sedan"))

  public static let description = ViewDescription(
    "accounts",
    title: Localized(en: "Accounts", sv: "Konton"),
    question: Localized(
      en: "Which accounts are there in the systems, and whose are they?",
      sv: "Vilka konton finns i systemen, och vems är de?"),
    controls: [.identities, .authorisedUsers],
    columns: [
      .account, .accountName, .system, .kind, .person, .name, .isPresent, found, owner, members,
      rotationDays, rotated, due,
    ], key: ["account"],
    filters: [.system, .person, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.accounts.rows.filter {
      let owner = $0.details(at: question.asOf).owner
      return $0.found.effective <= question.asOf && question.filter.admits($0.system)
        && (question.filter.admits($0.person) || question.filter.admits(owner))
        && (question.admits(unitOf: $0.person) || question.admits(unitOf: owner))
    }.sorted {
      $0.system == $1.system ? $0.id.comesBefore($1.id) : $0.system.comesBefore($1.system)
    }.map { row in
      let details = row.details(at: question.asOf)
      return [
        .id(row.id), .text(orEmpty: question.accountNames(row.id)), .id(row.system),
        .word(details.kind), .id(row.person), .text(orEmpty: row.person.flatMap(question.names)),
        row.person.map { .flag(question.register.isPresent($0, at: question.asOf)) } ?? .empty,
        .instant(row.found.effective), .id(details.owner),
        details.members.isEmpty ? .empty : .integer(details.members.count),
        .integer(orEmpty: details.rotationDays.map { Int($0) }),
        .instant(orEmpty: row.lastRotation(at: question.asOf)),
        .instant(orEmpty: row.rotationDue(at: question.asOf)),
      ]
    }
  }
}
