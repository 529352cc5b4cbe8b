import AccessModel
import Chronology
import Diagnostics
public import EventSourcing
public import Events
public import Projections

/// One request with its need and what came of it.
public enum RequestCard {
  private static let requester = Column.identifier(
    "requester", Localized(en: "Asked by", sv: "Begärd av"))
  private static let submitted = Column(
    key: "submitted", title: Localized(en: "Asked", sv: "Begärd"))
  private static let until = Column(key: "until", title: Localized(en: "Until", sv: "Till"))
  private static let purpose = Column(
    key: "purpose", title: Localized(en: "Purpose", sv: "Ändamål"))
  private static let duty = Column(
    key: "duty", title: Localized(en: "Duty", sv: "Arbetsuppgift"))
  private static let need = Column(key: "need", title: Localized(en: "Need", sv: "Behov"))
  private static let opinion = Column(
    key: "endorsement", title: Localized(en: "Manager's opinion", sv: "Chefens yttrande"))
  private static let endorser = Column.identifier(
    "endorsed_by", Localized(en: "Given by", sv: "Lämnat av"))
  private static let opinionReason = Column(
    key: "endorsement_reason", title: Localized(en: "Reason of the opinion", sv: "Yttrandets skäl"))
  private static let decisionReason = Column(
    key: "decision_reason", title: Localized(en: "Reason of the decision", sv: "Beslutets skäl"))
  private static let decisionCase = Column(
    key: "decision_case", title: Localized(en: "Case of the decision", sv: "Beslutets ärende"),
    isIdentifier: true)
  private static let withdrawn = Column(
    key: "withdrawn", title: Localized(en: "Withdrawn", sv: "Återtagen"))
  private static let withdrawalReason = Column(
    key: "withdrawal_reason",
    title: Localized(en: "Reason of withdrawal", sv: "Skäl till återtagande"))
  private static let decided = Column(
    key: "decided", title: Localized(en: "Decided", sv: "Beslutad"))

  public static let description = ViewDescription(
    "request",
    title: RequestSubject.capitalised,
    question: Localized(
      en: "What was asked for, on which need, and what came of it?",
      sv: "Vad begärdes, på vilket behov, och vad blev det av det?"),
    controls: [.approvals, .formalGrants, .documentedDecisions], filters: [.request], form: .card)

  /// - Parameter events: the event at a position, for the reasons, which the register does not keep; `nil` when it cannot be read.
  public static func card(
    _ request: RequestRow, _ question: ViewQuestion,
    events: (_ position: UInt64) -> Recorded<AccessEvent>? = { _ in nil }
  ) -> Card {
    let endorsedEvent = request.endorsement.flatMap { events($0.fact.position) }
    let decidedEvent = request.decision.flatMap { events($0.fact.position) }
    let withdrawnEvent = request.withdrawn.flatMap { events($0.position) }
    let state = question.register.state(of: request, at: question.asOf)
    let decision = request.decision
    return Card(
      name: "request",
      title: Localized(en: "Request \(request.id)", sv: "Begäran \(request.id)"),
      fields: [
        .init(.request, .id(request.id)),
        .init(.state, state.map { .word(code: $0.code, $0.word) } ?? .empty),
        .init(.person, .id(request.person)),
        .init(.name, question.nameCell(request.person)),
        .init(.system, .id(request.entitlement.system)),
        .init(
          .systemName,
          .text(
            orEmpty: question.register.systems[request.entitlement.system]?.name(at: question.asOf)
              .text)),
        .init(.entitlement, .id(request.entitlement.name)), .init(.scope, .id(request.scope)),
        .init(.from, .bound(request.from, .start)), .init(until, .end(orEmpty: request.until)),
        .init(submitted, .instant(request.submitted.effective)),
        .init(requester, .id(request.requester)), .init(purpose, .word(request.purpose)),
        .init(duty, request.duty.map { question.texts($0).cell } ?? .empty),
        .init(need, question.texts(request.need).cell),
        .init(opinion, request.endorsement.map { .word($0.outcome) } ?? .empty),
        .init(endorser, .id(request.endorsement?.endorser)),
        .init(opinionReason, question.reason(of: endorsedEvent)),
        .init(withdrawn, .instant(orEmpty: request.withdrawn?.effective)),
        .init(withdrawalReason, question.reason(of: withdrawnEvent)),
        .init(decided, .instant(orEmpty: decision?.fact.effective)),
        .init(.decidedBy, .id(decision?.decider)),
        .init(.decidedByName, .text(orEmpty: (decision?.decider).flatMap(question.names))),
        .init(decisionReason, question.reason(of: decidedEvent)),
        .init(decisionCase, question.caseNumber(of: decidedEvent)),
        .init(.grant, .id(decision?.grant)),
      ])
  }
}
