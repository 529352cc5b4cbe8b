import AccessModel
import Diagnostics
public import Projections

/// One account: who answers for it, who uses it, what is held through it, and what it lacks.
public enum AccountCard {
  public static let description = ViewDescription(
    "account",
    title: AccountSubject.capitalised,
    question: Localized(
      en: "Who answers for an account, who uses it, and what is held through it?",
      sv: "Vem ansvarar för ett konto, vem använder det, och vad innehas genom det?"),
    controls: [.identities, .privileged], form: .card)

  public static func card(_ account: AccountRow, _ question: ViewQuestion) -> Card {
    let details = account.details(at: question.asOf)
    let missing = question.register.lacking(of: account.id, at: question.asOf)
    var fields: [Card.Field] = [
      .init(.account, .id(account.id)),
      .init(.accountName, .text(orEmpty: question.accountNames(account.id))),
      .init(.system, .id(account.system)), .init(.kind, .word(details.kind)),
      .init(.person, .id(account.person)),
      .init(.name, .text(orEmpty: account.person.flatMap(question.names))),
      .init(Accounts.owner, .id(details.owner)),
      .init(
        "owner_name", Localized(en: "Their name", sv: "Ansvarigs namn"),
        .text(orEmpty: details.owner.flatMap(question.names))),
      .init(
        "purpose", Localized(en: "Purpose", sv: "Ändamål"),
        details.purpose.map { question.texts($0).cell } ?? .empty),
    ]
    fields += [
      .init(Accounts.rotationDays, .integer(orEmpty: details.rotationDays.map { Int($0) })),
      .init(Accounts.rotated, .instant(orEmpty: account.lastRotation(at: question.asOf))),
      .init(Accounts.due, .instant(orEmpty: account.rotationDue(at: question.asOf))),
    ]
    return Card(
      name: "account", title: Localized(en: "Account \(account.id)", sv: "Konto \(account.id)"),
      fields: fields,
      sections: [
        Table(
          name: "members", title: Localized(en: "Members", sv: "Medlemmar"),
          columns: [.person, .name, .isPresent],
          rows: details.members.map { member in
            [
              .id(member), .text(orEmpty: question.names(member)),
              .flag(question.register.isPresent(member, at: question.asOf)),
            ]
          }),
        Table(
          name: "grants", title: Localized(en: "Held through it", sv: "Innehas genom det"),
          columns: [.grant, .person, .name, .entitlement, .state],
          rows: question.register.grants.rows.compactMap { grant in
            guard grant.account == account.id,
              let state = question.register.state(of: grant, at: question.asOf)
            else { return nil }
            return [
              .id(grant.id), .id(grant.person),
              .text(orEmpty: grant.person.flatMap(question.names)), .id(grant.entitlement.name),
              .word(code: state.code, state.word),
            ]
          }),
        Table(
          name: "missing", title: Localized(en: "Missing", sv: "Saknas"),
          columns: [Column(key: "what", title: Localized(en: "What", sv: "Vad"))],
          rows: missing.map { [.localized($0)] }),
      ])
  }
}
