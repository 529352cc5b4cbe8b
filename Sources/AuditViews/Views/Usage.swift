import AccessModel
import Chronology
import Diagnostics
import Projections

/// What is known of the use of accounts: of those that no feed covers, that nothing is known.
public enum Usage: RegisterView {
  private static let last = Column(
    key: "last_used", title: Localized(en: "Last used", sv: "Senast använt"))
  private static let quiet = Column(
    key: "quiet_since", title: Localized(en: "Quiet since", sv: "Oanvänt sedan"))
  private static let known = Column(
    key: "known_until", title: Localized(en: "Known until", sv: "Känt till"))
  private static let uses = Column.number("uses", Localized(en: "Uses", sv: "Användningar"))
  private static let isKnown = Column(
    key: "is_known", title: Localized(en: "Known", sv: "Känt"))

  public static let description = ViewDescription(
    "usage",
    title: Localized(en: "Use of accounts", sv: "Kontons användning"),
    question: Localized(
      en: "When was each account last used, and how far is that known?",
      sv: "När användes varje konto senast, och hur långt är det känt?"),
    controls: [.identities, .logging, .followUp],
    columns: [
      .account, .accountName, .system, .person, .name, isKnown, last, quiet, known, uses,
      .grantsInEffect,
    ], key: ["account"],
    filters: [.system, .person, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    var held: [AccountID: Int] = [:]
    for grant in register.grants.rows {
      guard let account = grant.account, register.isInEffect(grant, at: question.asOf) else {
        continue
      }
      held[account, default: 0] += 1
    }
    return register.accounts.rows.filter { account in
      let owner = account.details(at: question.asOf).owner
      return account.found.effective <= question.asOf && question.filter.admits(account.system)
        && question.filter.admits(owner) && question.admits(unitOf: owner)
    }.sorted {
      $0.system == $1.system ? $0.id.comesBefore($1.id) : $0.system.comesBefore($1.system)
    }.map { account in
      let owner = account.details(at: question.asOf).owner
      let usage = account.usage(at: question.asOf)
      let counts = account.uses.filter { $0.fact.effective <= question.asOf }.compactMap(\.count)
      return [
        .id(account.id), .text(orEmpty: question.accountNames(account.id)), .id(account.system),
        .id(owner), question.nameCell(owner), .flag(usage != nil),
        .instant(orEmpty: usage?.last), .instant(orEmpty: usage?.quietSince),
        .instant(orEmpty: usage?.knownUntil),
        counts.isEmpty ? .empty : .integer(Int(clamping: counts.reduce(0, +))),
        .integer(held[account.id] ?? 0),
      ]
    }
  }
}
