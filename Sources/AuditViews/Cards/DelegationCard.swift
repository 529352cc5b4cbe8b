import AccessModel
import Diagnostics
import Events
public import Projections

/// One line of a delegation order: what it reaches, who has the position, and what was decided on it.
public enum DelegationCard {
  public static let description = ViewDescription(
    "delegation",
    title: DelegationSubject.capitalised,
    question: Localized(
      en: "What may be decided on a delegation, by whom, and what has been?",
      sv: "Vad får beslutas på en delegation, av vem, och vad har beslutats?"),
    controls: [.approvals, .documentedDecisions], form: .card)

  public static func card(_ row: DelegationRow, _ question: ViewQuestion) -> Card {
    let line = row.line
    let end = question.register.end(of: row)
    let cells = Delegations.cells(row, question)
    var fields = zip(Delegations.description.columns, cells).map { column, cell in
      Card.Field(column, cell)
    }
    fields.append(
      .init(
        "body_name", Localized(en: "Body's name", sv: "Organets namn"),
        .text(orEmpty: question.register.units[line.body]?.name.text)))
    fields.append(
      .init(
        "may_subdelegate", Localized(en: "May be delegated on", sv: "Får vidaredelegeras"),
        .word(line.maySubdelegate)))
    fields.append(
      .init(
        "delegated_by", Localized(en: "Delegated on by", sv: "Vidaredelegerad av"),
        .id(line.delegatedBy)))
    fields.append(
      .init(
        "end_cause", Localized(en: "What ends it", sv: "Vad som avslutar den"),
        end.map { .word(code: $0.state.code, $0.state.word) } ?? .empty))
    return Card(
      name: "delegation", title: Localized(verbatim: "\(line.delegation) \(line.order)"),
      fields: fields, sections: [holders(row, question), decisions(row, question)])
  }

  private static func holders(_ row: DelegationRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "holders",
      title: Localized(en: "Who has the position", sv: "Vem som har befattningen"),
      columns: [.person, .name],
      rows: question.holders(of: row).map { [.id($0), .text(orEmpty: question.names($0))] })
  }

  private static func decisions(_ row: DelegationRow, _ question: ViewQuestion) -> Table {
    let reported = question.register.reportedRequests(at: question.asOf)
    return Table(
      name: "decisions", title: Localized(en: "Decisions on it", sv: "Beslut på den"),
      columns: [
        .request, Column(key: "decided", title: Localized(en: "Decided", sv: "Beslutad")),
        .decidedBy, .person, .entitlement,
        Column(key: "is_reported", title: Localized(en: "Reported", sv: "Anmält")),
      ],
      rows: question.register.decisions(on: row.line.delegation, at: question.asOf).map {
        request, decision in
        [
          .id(request.id), .instant(decision.fact.effective), .id(decision.decider),
          .id(request.person), .text("\(request.entitlement)"),
          .flag(reported.contains(request.id)),
        ]
      })
  }
}
