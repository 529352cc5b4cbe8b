import AccessModel
import Chronology
import Diagnostics
public import Projections

/// One system: whose it is, how it is classified, what can be had in it, who looks after it.
public enum SystemCard {
  public static let description = ViewDescription(
    "system",
    title: SystemSubject.capitalised,
    question: Localized(
      en: "Whose is a system, how is it classified, and who looks after it?",
      sv: "Vems är ett system, hur är det klassat och vem förvaltar det?"),
    controls: [.inventory, .classification, .stewards], filters: [.system], form: .card)

  public static func card(_ system: SystemRow, _ question: ViewQuestion) -> Card {
    let classification = system.classification(at: question.asOf)
    let owner = question.register.heir(
      of: question.register.owner(of: system, at: question.asOf), at: question.asOf)
    var inner = question
    inner.filter = ViewFilter()
    inner.filter.systems = [system.id]
    var roles = Roles.answer(inner)
    roles.name = "roles"
    roles.title = Localized(en: "Roles", sv: "Roller")
    return Card(
      name: "system", title: Localized(verbatim: "\(system.id) \(system.name)"),
      fields: [
        .init(.system, .id(system.id)), .init(.systemName, .text(system.name.text)),
        .init(
          "status", Localized(en: "Status", sv: "Status"),
          .word(system.status(at: question.asOf))),
        .init("owner", Localized(en: "Owning body", sv: "Ägare"), .id(owner)),
        .init(
          "owner_name", Localized(en: "Owner's name", sv: "Ägarens namn"),
          .text(orEmpty: question.unitName(owner))),
        .init("ownership", Localized(en: "Ownership", sv: "Ägarform"), .word(system.ownership)),
        .init(
          "confidentiality", Localized(en: "Confidentiality (K)", sv: "Konfidentialitet (K)"),
          .integer(orEmpty: classification.map { Int($0.confidentiality) })),
        .init(
          "integrity", Localized(en: "Integrity (R)", sv: "Riktighet (R)"),
          .integer(orEmpty: classification.map { Int($0.integrity) })),
        .init(
          "availability", Localized(en: "Availability (T)", sv: "Tillgänglighet (T)"),
          .integer(orEmpty: classification.map { Int($0.availability) })),
        .init(
          "review_days", Localized(en: "Days between reviews", sv: "Dagar mellan granskningar"),
          .integer(orEmpty: system.reviewDays.map { Int($0) })),
        .init(
          "purpose", Localized(en: "Purpose", sv: "Ändamål"),
          system.purpose.map { question.texts($0).cell } ?? .empty),
      ],
      sections: [roles, entitlements(system, question), incidents(system, question)])
  }

  private static func entitlements(_ system: SystemRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "entitlements", title: Localized(en: "Entitlements", sv: "Behörigheter"),
      columns: [
        .entitlement, .name,
        Column(key: "description", title: Localized(en: "Lets its holder", sv: "Ger rätt att")),
        Column(key: "account_kind", title: AccountSubject.capitalised),
        Column(key: "privilege", title: Localized(en: "Privilege", sv: "Privilegium")),
        Column(key: "decided_by", title: Localized(en: "Decided by", sv: "Beslutas av")),
        .number("validity_days_max", Localized(en: "Longest, days", sv: "Längst, dagar")),
        .grantsInEffect,
      ],
      rows: system.entitlements.filter { $0.defined.effective <= question.asOf }.map { row in
        let held = row.grants.lazy.map { question.register.grants[$0] }
          .filter { question.register.isInEffect($0, at: question.asOf) }.count
        return [
          .id(row.id.name), .text(row.name.text), .text(row.description.text), .word(row.account),
          .word(row.privilege), .word(row.decidedBy),
          .integer(orEmpty: row.validityDaysMax.map { Int($0) }), .integer(held),
        ]
      })
  }

  private static func incidents(_ system: SystemRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "incidents", title: Localized(en: "Incidents", sv: "Incidenter"),
      columns: [
        .identifier("incident", IncidentSubject.capitalised),
        Column(key: "reported", title: Localized(en: "Reported", sv: "Rapporterad")),
        .number("severity", Localized(en: "Severity", sv: "Allvarlighetsgrad")),
        Column(key: "closed", title: Localized(en: "Closed", sv: "Avslutad")),
      ],
      rows: question.register.incidents.rows.filter {
        $0.system == system.id && $0.reported.effective <= question.asOf
      }.map { row in
        [
          .id(row.id), .instant(row.reported.effective),
          .integer(orEmpty: row.severity.map { Int($0) }),
          .instant(
            orEmpty: row.closed.flatMap { $0.effective <= question.asOf ? $0.effective : nil }),
        ]
      })
  }
}
