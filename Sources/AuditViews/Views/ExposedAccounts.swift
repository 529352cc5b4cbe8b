import AccessModel
import Chronology
import Diagnostics
public import Projections

/// The accounts through which something could be reached, each once: what is to be looked at in the systems' own logs.
public enum ExposedAccounts {
  private static let users = Column(
    key: "persons", title: Localized(en: "Persons", sv: "Personer"))
  private static let until = Column(key: "until", title: Localized(en: "Until", sv: "Till"))

  public static let description = ViewDescription(
    "exposed-accounts",
    title: Localized(en: "Accounts to check", sv: "Konton att kontrollera"),
    question: Localized(
      en: "Through which accounts could something be reached in a window of time?",
      sv: "Genom vilka konton kunde något nås under ett tidsfönster?"),
    controls: [.identities, .logging, .incidentResponse],
    columns: [.system, .account, .accountName, .kind, users, .from, until], form: .answer)

  public static func table(_ asked: ExposureQuestion, _ question: ViewQuestion) -> Table {
    var table = Table(
      name: description.tableName, title: description.historyTitle(for: question),
      columns: description.columns,
      ifEmpty: Localized(en: "No account is known.", sv: "Inget konto är känt."))
    let register = question.register
    let reaches = register.exposure(asked)
    let ways = Dictionary(grouping: reaches.filter { $0.account != nil }) { $0.account }
    let accounts = ways.compactMap { id, ways in
      id.flatMap { register.accounts[$0] }.map { ($0, ways) }
    }
    .sorted { one, other in
      one.0.system == other.0.system
        ? one.0.id.comesBefore(other.0.id) : one.0.system.comesBefore(other.0.system)
    }
    for (account, ways) in accounts {
      let persons = Set(ways.compactMap(\.person)).sorted { $0.comesBefore($1) }
      guard let from = ways.map(\.from).min(), let until = ways.map(\.until).max() else { continue }
      table.append([
        .id(account.system), .id(account.id), .text(orEmpty: question.accountNames(account.id)),
        .word(account.details(at: from).kind), .list(persons.map { "\($0)" }),
        .bound(from, .start), .bound(until, .end),
      ])
    }
    let unnamed = reaches.count { $0.account == nil }
    if unnamed > 0 {
      table.notes.append(
        Localized(
          en:
            "Ways without a known account: \(unnamed). Look for their persons' own accounts in the systems.",
          sv:
            "Sätt utan känt konto: \(unnamed). Sök personernas egna konton i systemen."))
    }
    return table
  }
}
