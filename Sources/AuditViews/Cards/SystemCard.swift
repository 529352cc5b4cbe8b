import AccessModel
import Chronology
import Diagnostics
public import Projections

/// One system as a dossier: whose it is, how it is classified, who looks after it, what can be had in it and what is held.
public enum SystemCard {
  public static let description = ViewDescription(
    "system",
    title: SystemSubject.capitalised,
    question: Localized(
      en: "Whose is a system, how is it classified, and who looks after it?",
      sv: "Vems är ett system, hur är det klassat och vem förvaltar det?"),
    controls: [.inventory, .classification, .stewards], filters: [.system], form: .card)

  public static func card(_ system: SystemRow, _ question: ViewQuestion) -> Card {
    var inner = question
    inner.filter = ViewFilter()
    inner.filter.systems = [system.id]
    let name = system.name(at: question.asOf)
    return Card(
      name: "system", title: Localized(verbatim: "\(system.id) \(name)"),
      fields: identity(of: system, question) + classification(of: system, question)
        + counts(inner),
      sections: [
        section(Roles.answer(inner), "roles", Localized(en: "Roles", sv: "Roller")),
        entitlements(system, question),
        section(
          Separations.answer(inner), "separation_rules",
          Localized(en: "Segregation of duties", sv: "Åtskillnad")),
        section(
          Analyses.answer(inner), "analyses", Localized(en: "Risk analyses", sv: "Riskanalyser")),
        incidents(system, question),
      ])
  }

  private static func section(_ table: Table, _ name: String, _ title: Localized) -> Table {
    var table = table
    table.name = name
    table.title = title
    return table
  }

  private static func identity(of system: SystemRow, _ question: ViewQuestion) -> [Card.Field] {
    let details = system.details(at: question.asOf)
    let units = question.register.units
    return [
      .init(.system, .id(system.id)), .init(.systemName, .text(details.name.text)),
      .init(
        "status", Localized(en: "Status", sv: "Status"),
        .word(system.status(at: question.asOf))),
      .init("owner", Localized(en: "Owning body", sv: "Ägare"), .id(details.owner)),
      .init(
        "owner_name", Localized(en: "Owner's name", sv: "Ägarens namn"),
        .text(orEmpty: units[details.owner]?.name.text)),
      .init("ownership", Localized(en: "Ownership", sv: "Ägarform"), .word(details.ownership)),
      .init(
        "common_decision", Localized(en: "Made common by", sv: "Kommungemensamt genom"),
        .text(orEmpty: details.commonDecision.map { "\($0)" })),
      .init(
        "information_owner", Localized(en: "Information owner", sv: "Informationsägare"),
        .id(details.informationOwner ?? details.owner)),
      .init(
        "supplier", Localized(en: "Supplier", sv: "Leverantör"),
        .text(orEmpty: details.supplier?.text)),
      .init(
        "support", Localized(en: "Users turn to", sv: "Användare vänder sig till"),
        .text(orEmpty: details.support?.text)),
      .init(
        "personal_data", Localized(en: "Personal data", sv: "Personuppgifter"),
        details.personalData.map { .word($0) } ?? .empty),
      .init("sector", Localized(en: "Sector", sv: "Verksamhet"), .word(details.sector)),
      .init(
        "review_days", Localized(en: "Days between reviews", sv: "Dagar mellan granskningar"),
        .integer(orEmpty: details.reviewDays.map { Int($0) })),
      .init(
        "purpose", Localized(en: "Purpose", sv: "Ändamål"),
        system.purpose.map { question.texts($0).cell } ?? .empty),
    ]
  }

  private static func classification(
    of system: SystemRow, _ question: ViewQuestion
  ) -> [Card.Field] {
    let present = system.presentClassification(at: question.asOf)
    let levels = present?.classification
    let participants = (present?.ground.participants ?? []).map { "\($0.code)" }
    return [
      .init(
        "confidentiality", Localized(en: "Confidentiality (K)", sv: "Konfidentialitet (K)"),
        .integer(orEmpty: levels.map { Int($0.confidentiality) })),
      .init(
        "integrity", Localized(en: "Integrity (R)", sv: "Riktighet (R)"),
        .integer(orEmpty: levels.map { Int($0.integrity) })),
      .init(
        "availability", Localized(en: "Availability (T)", sv: "Tillgänglighet (T)"),
        .integer(orEmpty: levels.map { Int($0.availability) })),
      .init(
        "classified", Localized(en: "Classified", sv: "Klassat"),
        .instant(orEmpty: present?.since)),
      .init(
        "class_age_days", Localized(en: "Days since then", sv: "Dagar sedan dess"),
        .integer(
          orEmpty: present.map {
            Int(clamping: (question.asOf.milliseconds - $0.since.milliseconds) / 86_400_000)
          })),
      .init(
        "class_valid_until", Localized(en: "Class holds until", sv: "Klassningen gäller till"),
        .end(orEmpty: present?.ground.validUntil)),
      .init(
        "class_method", Localized(en: "Method", sv: "Metod"),
        .text(orEmpty: present?.ground.method?.text)),
      .init(
        "class_participants", Localized(en: "Took part", sv: "Medverkade"),
        participants.isEmpty ? .empty : .list(participants)),
      .init(
        "class_analysis", Localized(en: "Rests on", sv: "Vilar på"),
        .id(present?.ground.analysis)),
    ]
  }

  private static func counts(_ question: ViewQuestion) -> [Card.Field] {
    var counts: [GrantState: Int] = [:]
    for entry in question.grants() { counts[entry.state, default: 0] += 1 }
    return GrantState.allCases.map { state in
      .init(
        "grants_" + String(state.code.map { $0 == "-" ? "_" : $0 }),
        Localized(
          en: "Grants: \(state.word.english)", sv: "Tilldelningar: \(state.word.swedish)"),
        .integer(counts[state] ?? 0))
    }
  }

  private static func entitlements(_ system: SystemRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "entitlements", title: Localized(en: "Entitlements", sv: "Behörigheter"),
      columns: [
        .entitlement, .name,
        Column(key: "description", title: Localized(en: "Lets its holder", sv: "Ger rätt att")),
        Column(key: "account_kind", title: AccountSubject.capitalised),
        Column(key: "privilege", title: Localized(en: "Privilege", sv: "Privilegium")),
        .number("level", Localized(en: "Level", sv: "Nivå")),
        Column(key: "decided_by", title: Localized(en: "Decided by", sv: "Beslutas av")),
        .number("validity_days_max", Localized(en: "Longest, days", sv: "Längst, dagar")),
        Column(key: "prerequisites", title: Localized(en: "Asks for", sv: "Kräver")),
        Column(key: "retired", title: Localized(en: "Retired", sv: "Avvecklad")),
        .grantsInEffect,
      ],
      rows: system.entitlements.filter { $0.defined.effective <= question.asOf }.map { row in
        let terms = row.terms(at: question.asOf)
        let held = question.register.grants(of: row.id).lazy.map { question.register.grants[$0] }
          .filter { question.register.isInEffect($0, at: question.asOf) }.count
        let asked = (terms.position.map { ["\($0)"] } ?? []) + terms.courses.map { "\($0)" }
        return [
          .id(row.id.name), .text(terms.name.text), .text(terms.description.text),
          .word(terms.account), .word(terms.privilege),
          .integer(question.register.level(of: row, at: question.asOf)), .word(terms.decidedBy),
          .integer(orEmpty: terms.validityDaysMax.map { Int($0) }),
          asked.isEmpty ? .empty : .list(asked),
          row.isRetired(at: question.asOf)
            ? .instant(orEmpty: row.retired?.effective) : .empty, .integer(held),
        ]
      })
  }

  private static func incidents(_ system: SystemRow, _ question: ViewQuestion) -> Table {
    IncidentLinks.table(question) {
      $0.systems(at: question.asOf, in: question.register).contains(system.id)
    }
  }
}
