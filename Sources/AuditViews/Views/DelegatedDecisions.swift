public import AccessModel
public import Chronology
import Diagnostics
import Events
import Projections

/// The decisions that officials made in a body's place in a period, as the body's minutes list them.
public enum DelegatedDecisions {
  private static let decided = Column(
    key: "decided", title: Localized(en: "Decided", sv: "Beslutad"))
  private static let caseNumber = Column(key: "case", title: Localized(en: "Case", sv: "Diarienr"))
  private static let outcome = Column(
    key: "outcome", title: Localized(en: "Decision", sv: "Beslut"))
  private static let line = Column(
    key: "authority_line", title: Localized(en: "On", sv: "Med stöd av"))
  private static let isReported = Column(
    key: "is_reported", title: Localized(en: "Reported", sv: "Anmält"))

  public static let description = ViewDescription(
    "delegated-decisions",
    title: Localized(en: "Delegated decisions", sv: "Delegationsbeslut"),
    question: Localized(
      en: "Which decisions were made in the body's place in a period?",
      sv: "Vilka beslut fattades i organets ställe under en period?"),
    controls: [.documentedDecisions, .approvals],
    columns: [
      decided, caseNumber, .request, outcome, .decidedBy, .decidedByName, .actingFor, line,
      .delegation, .person, .name, .entitlement, isReported,
    ], form: .events)

  /// - Parameters:
  ///   - caseNumber: the case number of the event at a position.
  ///   - onlyUnreported: whether to leave out what has been reported.
  public static func table(
    of body: UnitID, from: Instant, until: Instant, _ question: ViewQuestion,
    onlyUnreported: Bool = false, caseNumber: (UInt64) -> CaseNumber?
  ) -> Table {
    let register = question.register
    let reported = register.reportedRequests(at: question.asOf)
    let period = question.phrasing.period(from: from, until: until)
    let name = register.units[body]?.name.text ?? "\(body)"
    let rows = register.delegatedDecisions(of: body, from: from, until: until).filter {
      !onlyUnreported || !reported.contains($0.id)
    }
    return Table(
      name: description.tableName,
      title: Localized(
        en: "Delegated decisions of \(name), \(period.english)",
        sv: "Delegationsbeslut för \(name), \(period.swedish)"),
      columns: description.columns,
      rows: rows.compactMap { request in
        guard let decision = request.decision, let line = register.reportableLine(of: decision)
        else { return nil }
        return [
          .instant(decision.fact.effective),
          .text(orEmpty: caseNumber(decision.fact.position).map { "\($0)" }), .id(request.id),
          decision.isApproval
            ? .word(code: "approved", Localized(en: "approved", sv: "bifall"))
            : .word(code: "denied", Localized(en: "denied", sv: "avslag")),
          .id(decision.decider), .text(orEmpty: question.names(decision.decider)),
          .id(decision.actingFor),
          .localized(
            Localized(
              en: "\(line.line.order) version \(line.line.version), \(line.line.matter)",
              sv: "\(line.line.order) version \(line.line.version), \(line.line.matter)")),
          .id(line.line.delegation), .id(request.person),
          .text(orEmpty: question.names(request.person)), .text("\(request.entitlement)"),
          .flag(reported.contains(request.id)),
        ]
      },
      ifEmpty: Localized(
        en: "No decisions to report.", sv: "Inga beslut att anmäla."))
  }
}
