import AccessModel
import Chronology
import Diagnostics
import Events
public import Projections

/// One incident: what it is, its clocks, what is left before it can be closed, and all that was done.
public enum IncidentCard {
  public static let description = ViewDescription(
    "incident",
    title: IncidentSubject.capitalised,
    question: Localized(
      en:
        "What is an incident, what is due, what was done, and what is left before it can be closed?",
      sv:
        "Vad är en incident, vad ska göras när, vad har gjorts, och vad återstår innan den kan avslutas?"
    ),
    controls: [.incidents, .notices, .reportedIncidents], filters: [.incident], form: .card)

  public static func card(_ row: IncidentRow, _ question: ViewQuestion) -> Card {
    guard let standing = row.standing(at: question.asOf) else {
      return Card(name: "incident", title: Localized(verbatim: "\(row.id)"), fields: [])
    }
    return Card(
      name: "incident",
      title: Localized(en: "Incident \(row.id)", sv: "Incident \(row.id)"),
      fields: fields(of: row, standing, question),
      sections: [
        left(row, question), clocks(row, question), assessments(row, standing, question),
        notices(standing), actions(standing, question), measures(standing, question),
        links(standing, question), exposures(standing, question), followUps(standing, question),
      ].filter { $0.name == "left" || $0.name == "clocks" || !$0.rows.isEmpty })
  }

  private static func fields(
    of row: IncidentRow, _ standing: IncidentRow.Standing, _ question: ViewQuestion
  ) -> [Card.Field] {
    let triage = standing.triage
    let impact = [
      triage?.confidentiality == .yes
        ? Localized(en: "confidentiality", sv: "konfidentialitet") : nil,
      triage?.integrity == .yes ? Localized(en: "integrity", sv: "riktighet") : nil,
      triage?.availability == .yes ? Localized(en: "availability", sv: "tillgänglighet") : nil,
    ].compactMap(\.self)
    let phrasing = question.phrasing
    let window = triage?.from.map { phrasing.period(from: $0, until: triage?.until) }
    func list(_ texts: [String]) -> Cell { texts.isEmpty ? .empty : .list(texts) }
    func text(_ commitment: Commitment?) -> Cell {
      commitment.map { question.texts($0).cell } ?? .empty
    }
    return [
      .init(Incidents.incident, .id(row.id)),
      .init(.state, .word(code: standing.state.code, standing.state.word)),
      .init(
        "secrecy", Localized(en: "Marked as secret", sv: "Sekretessmarkerad"),
        .text(orEmpty: question.secrecy(of: row.id))),
      .init("what", Localized(en: "What happened", sv: "Vad som hände"), text(row.report.what)),
      .init(
        "elsewhere", Localized(en: "Also about", sv: "Gäller även"), text(row.report.elsewhere)),
      .init("noticed", Localized(en: "Noticed", sv: "Upptäckt"), .instant(row.report.noticed)),
      .init(Incidents.reported, .instant(row.reported.effective)),
      .init(
        "reporter", Localized(en: "Reported by", sv: "Rapporterad av"),
        question.reporter(of: row, standing)),
      .init(Incidents.severity, .integer(orEmpty: standing.severity.map { Int($0) })),
      .init(.category, triage.map { .word($0.category) } ?? .empty),
      .init(
        "impact", Localized(en: "Affects", sv: "Påverkar"),
        impact.isEmpty
          ? .empty
          : .localized(
            Localized(
              en: impact.map(\.english).joined(separator: ", "),
              sv: impact.map(\.swedish).joined(separator: ", ")))),
      .init(
        "personal_data", Localized(en: "Personal data", sv: "Personuppgifter"),
        .word(standing.personalData)),
      .init(
        "malicious", Localized(en: "Malicious act suspected", sv: "Misstänkt avsiktlig handling"),
        triage.map { .word($0.malicious) } ?? .empty),
      .init(
        "cross_border", Localized(en: "Effects across borders", sv: "Gränsöverskridande verkan"),
        triage.map { .word($0.crossBorder) } ?? .empty),
      .init(
        "period", Localized(en: "Went on", sv: "Pågick"), window.map { .localized($0) } ?? .empty),
      .init(
        "systems", Localized(en: "Systems", sv: "System"),
        list(row.systems(at: question.asOf, in: question.register).map { "\($0)" })),
      .init(
        "aware", Localized(en: "Became aware", sv: "Fick kännedom"),
        list(standing.aware.map { "\($0.entity) \(phrasing.time($0.at))" })),
      .init(Incidents.lead, .id(standing.lead)), .init(.name, question.nameCell(standing.lead)),
      .init("rules", Localized(en: "Rules", sv: "Regler"), .id(triage?.rules)),
      .init(
        "handled", Localized(en: "Handled", sv: "Hanterad"), .instant(orEmpty: standing.handled)),
      .init(Incidents.closed, .instant(orEmpty: standing.closedAt)),
      .init(
        "cause", Localized(en: "Root cause", sv: "Grundorsak"),
        standing.closing?.cause.map { .word($0) } ?? .empty),
      .init(
        "cause_text", Localized(en: "Why it could happen", sv: "Varför den kunde hända"),
        text(standing.closing?.causeText)),
      .init("effects", Localized(en: "Effects", sv: "Följder"), text(standing.closing?.effects)),
      .init("lessons", Localized(en: "Lessons", sv: "Lärdomar"), text(standing.closing?.lessons)),
      .init(
        "reopened", Localized(en: "Opened again", sv: "Återöppnad"),
        standing.reopened.isEmpty
          ? .empty : .list(standing.reopened.map { phrasing.time($0.effective) })),
    ]
  }

  /// The checklist: what is left before it can be closed, with the command that answers each.
  private static func left(_ row: IncidentRow, _ question: ViewQuestion) -> Table {
    let isOpen = row.isOpen(at: question.asOf)
    return Table(
      name: "left",
      title: Localized(en: "Left before it can be closed", sv: "Återstår före avslut"),
      columns: [
        .identifier("code", Localized(en: "Code", sv: "Kod")),
        Column(key: "what", title: Localized(en: "What", sv: "Vad")),
        .identifier("command", Localized(en: "Command", sv: "Kommando")),
      ],
      rows: isOpen
        ? question.register.left(of: row, at: question.asOf, in: question.zone).map {
          [.text($0.code.code), .localized($0.what), .text($0.command)]
        } : [], ifEmpty: Localized(en: "Nothing is left", sv: "Inget återstår"))
  }

  private static func clocks(_ row: IncidentRow, _ question: ViewQuestion) -> Table {
    var inner = question
    inner.filter = ViewFilter()
    inner.filter.incidents = [row.id]
    inner.filter.includesEnded = true
    var table = IncidentClocks.answer(inner)
    table.title = Localized(en: "Clocks", sv: "Klockor")
    table.name = "clocks"
    return table
  }

  private static func assessments(
    _ row: IncidentRow, _ standing: IncidentRow.Standing, _ question: ViewQuestion
  ) -> Table {
    Table(
      name: "assessments", title: Localized(en: "Assessments", sv: "Prövningar"),
      columns: [
        IncidentClocks.regime,
        Column(key: "regime_name", title: Localized(en: "Rules", sv: "Regler")),
        IncidentClocks.entity,
        Column(key: "outcome", title: Localized(en: "Outcome", sv: "Utfall")),
        .identifier("criteria", Localized(en: "Criteria", sv: "Kriterier")), .decidedBy, .effective,
        .position,
      ],
      rows: standing.assessments.values.sorted { $0.fact.position < $1.fact.position }
        .map { assessed, fact in
          [
            .id(assessed.regime), .localized(question.name(of: assessed.regime, in: row)),
            .id(assessed.entity), .word(assessed.outcome),
            .list(assessed.criteria.map { "\($0)" }), .id(assessed.decider),
            .instant(fact.effective), .integer(Int(clamping: fact.position)),
          ]
        })
  }

  private static func notices(_ standing: IncidentRow.Standing) -> Table {
    Table(
      name: "notices", title: Localized(en: "Notices", sv: "Anmälningar"),
      columns: [
        IncidentClocks.regime, .identifier("stage", StageSubject.capitalised),
        IncidentClocks.entity,
        Column(key: "at", title: Localized(en: "Handed in", sv: "Lämnat")),
        Column(key: "addressee", title: Localized(en: "To", sv: "Till")),
        .identifier("receipt", Localized(en: "Receipt", sv: "Kvittens")),
        .identifier("by", Localized(en: "By", sv: "Av")), .position,
      ],
      rows: standing.notices.map { notice, fact in
        [
          .id(notice.regime), .id(notice.stage), .id(notice.entity), .instant(notice.at),
          .text(notice.addressee.text), .text(orEmpty: notice.receipt?.text), .id(notice.by),
          .integer(Int(clamping: fact.position)),
        ]
      })
  }

  /// What was done; of evidence the chain of custody.
  private static func actions(
    _ standing: IncidentRow.Standing, _ question: ViewQuestion
  ) -> Table {
    Table(
      name: "actions", title: Localized(en: "Actions and evidence", sv: "Vidtaget och bevis"),
      columns: [
        Column(key: "at", title: Localized(en: "When", sv: "När")), .kind,
        Column(key: "what", title: Localized(en: "What", sv: "Vad")),
        .identifier("by", Localized(en: "By", sv: "Av")),
        Column(key: "informed", title: Localized(en: "Informed", sv: "Informerade")),
        .identifier("reference", Localized(en: "Reference", sv: "Referens")),
        .hidden("digest", Localized(en: "SHA-256", sv: "SHA-256"), isIdentifier: true),
        .identifier("received_from", Localized(en: "From", sv: "Från")),
        .identifier("handed_to", Localized(en: "Kept by", sv: "Förvaras av")), .position,
      ],
      rows: standing.actions.map { action, fact in
        [
          .instant(action.at), .word(action.kind), question.texts(action.what).cell,
          .id(action.by), action.informed.map { .word($0) } ?? .empty,
          .text(orEmpty: action.reference?.text), .text(orEmpty: action.digest.map { "\($0)" }),
          .id(action.receivedFrom), .id(action.handedTo), .integer(Int(clamping: fact.position)),
        ]
      })
  }

  private static func measures(
    _ standing: IncidentRow.Standing, _ question: ViewQuestion
  ) -> Table {
    Table(
      name: "measures", title: Localized(en: "Measures", sv: "Åtgärder"),
      columns: [
        .number("number", Localized(en: "Measure", sv: "Åtgärd")),
        Column(key: "what", title: Localized(en: "What", sv: "Vad")),
        .identifier("owner", Localized(en: "Owner", sv: "Ansvarig")), .name, .due,
        Column(key: "done", title: Localized(en: "Done", sv: "Gjord")),
      ],
      rows: standing.measures.map { measure, done in
        [
          .integer(Int(clamping: measure.number)), question.texts(measure.what).cell,
          .id(measure.owner), question.nameCell(measure.owner), .bound(measure.due, .end),
          .instant(orEmpty: done?.at),
        ]
      })
  }

  private static func links(
    _ standing: IncidentRow.Standing, _ question: ViewQuestion
  ) -> Table {
    Table(
      name: "links", title: Localized(en: "Linked", sv: "Kopplat"),
      columns: [
        Column(key: "relation", title: Localized(en: "How", sv: "Hur")),
        .identifier("target", Localized(en: "What", sv: "Vad")), .name, .effective, .position,
      ],
      rows: standing.links.map { link, fact in
        [
          .word(link.relation), .text(link.targets.joined(separator: ", ")),
          question.nameCell(link.person), .instant(fact.effective),
          .integer(Int(clamping: fact.position)),
        ]
      })
  }

  private static func exposures(
    _ standing: IncidentRow.Standing, _ question: ViewQuestion
  ) -> Table {
    Table(
      name: "exposures",
      title: Localized(en: "Who could reach it", sv: "Vilka som kunde nå det"),
      columns: [
        .identifier("targets", Localized(en: "What", sv: "Vad")), .from, .ends,
        .number("rows", Localized(en: "Found", sv: "Antal")),
        .number("as_of", Localized(en: "Events of the log", sv: "Händelser i loggen")),
        Column(key: "what", title: Localized(en: "What was done", sv: "Vad som gjordes")),
        .identifier("by", Localized(en: "By", sv: "Av")),
        .hidden(
          "list", Localized(en: "SHA-256 of the list", sv: "Listans SHA-256"), isIdentifier: true),
        .position,
      ],
      rows: standing.exposures.map { exposure, fact in
        [
          .list(exposure.systems.map { "\($0)" } + exposure.entitlements.map { "\($0)" }),
          .instant(exposure.from), .bound(exposure.until, .end),
          .integer(Int(clamping: exposure.rows)), .integer(Int(clamping: exposure.asOf)),
          question.texts(exposure.what).cell, .id(exposure.by), .text("\(exposure.list)"),
          .integer(Int(clamping: fact.position)),
        ]
      })
  }

  private static func followUps(
    _ standing: IncidentRow.Standing, _ question: ViewQuestion
  ) -> Table {
    Table(
      name: "follow_ups", title: Localized(en: "Followed up", sv: "Uppföljt"),
      columns: [
        .identifier("stage", StageSubject.capitalised), .effective,
        Column(key: "works", title: Localized(en: "Measures work", sv: "Åtgärderna verkar")),
        Column(key: "what", title: Localized(en: "What was seen", sv: "Vad som sågs")),
        .identifier("by", Localized(en: "By", sv: "Av")), .position,
      ],
      rows: standing.followUps.map { followUp, fact in
        [
          .id(followUp.stage), .instant(fact.effective), .word(followUp.works),
          question.texts(followUp.what).cell, .id(followUp.by),
          .integer(Int(clamping: fact.position)),
        ]
      })
  }
}
