public import AccessModel
public import Diagnostics
import Events
import Projections

/// The delegated decisions that are to be reported to a body and have not been, that due first, first.
public enum UnreportedDecisions: RegisterView {
  private static let decided = Column(
    key: "decided", title: Localized(en: "Decided", sv: "Beslutad"))
  private static let isOverdue = Column(
    key: "is_overdue", title: Localized(en: "Overdue", sv: "Försenad"))

  public static let description = ViewDescription(
    "unreported-decisions",
    title: Localized(en: "Delegated decisions to report", sv: "Delegationsbeslut att anmäla"),
    question: Localized(
      en: "Which delegated decisions have not been reported to their body, and when are they due?",
      sv: "Vilka delegationsbeslut har inte anmälts till sitt organ, och när ska det senast ske?"),
    controls: [.documentedDecisions],
    columns: [
      .due, isOverdue, .body, .request, decided, .decidedBy, .decidedByName, .delegation, .person,
      .name, .entitlement,
    ], key: ["request"],
    filters: [.person, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    decisions(question).map { row($0, question) }
  }

  /// Those of one body alone, and not of the units below it.
  public static func table(of body: UnitID, _ question: ViewQuestion) -> Table {
    let name = question.register.units[body]?.name(at: question.asOf).text ?? "\(body)"
    return Table(
      name: description.tableName,
      title: Localized(
        en: "\(description.title.english): \(name)", sv: "\(description.title.swedish): \(name)"),
      columns: description.columns,
      rows: decisions(question).filter { $0.line.line.body == body }.map { row($0, question) },
      ifEmpty: nothing(question))
  }

  private static func decisions(_ question: ViewQuestion) -> [UnreportedDecision] {
    question.register.unreportedDecisions(at: question.asOf).filter {
      question.admits(unit: $0.line.line.body) && question.filter.admits($0.request.person)
    }
  }

  private static func row(_ item: UnreportedDecision, _ question: ViewQuestion) -> [Cell] {
    [
      .end(orEmpty: item.due), .flag(item.due <= question.asOf), .id(item.line.line.body),
      .id(item.request.id), .instant(item.decision.fact.effective), .id(item.decision.decider),
      .text(orEmpty: question.names(item.decision.decider)), .id(item.line.line.delegation),
      .id(item.request.person), .text(orEmpty: question.names(item.request.person)),
      .text("\(item.request.entitlement)"),
    ]
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "Nothing is left to report.", sv: "Inget återstår att anmäla.")
  }
}
