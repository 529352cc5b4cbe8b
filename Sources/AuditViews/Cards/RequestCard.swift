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
  private static let alternative = Column(
    key: "alternative", title: Localized(en: "Alternative considered", sv: "Övervägt alternativ"))
  private static let analysis = Column.identifier(
    "analysis", Localized(en: "Needs-and-risk analysis", sv: "Behovs- och riskanalys"))
  private static let amended = Column(
    key: "amended", title: Localized(en: "Need stated anew", sv: "Behovet angivet på nytt"))
  private static let returned = Column(
    key: "returned", title: Localized(en: "Sent back", sv: "Återsänd"))
  private static let question = Column(
    key: "question", title: Localized(en: "Question", sv: "Fråga"))
  private static let due = Column(
    key: "answer_due", title: Localized(en: "Answer by", sv: "Svar senast"))
  private static let lapses = Column(
    key: "lapses", title: Localized(en: "Lapses", sv: "Förfaller"))
  private static let noInterest = Column(
    key: "declares_no_interest",
    title: Localized(en: "Declares no own interest", sv: "Förklarar sig sakna eget intresse"))
  private static let ground = Column(
    key: "denial_ground", title: Localized(en: "Ground of the denial", sv: "Avslagets grund"))
  private static let conditions = Column(
    key: "conditions", title: Localized(en: "Conditions", sv: "Villkor"))
  private static let changedGrant = Column.identifier(
    "changes_grant", Localized(en: "Changes the grant", sv: "Ändrar tilldelningen"))
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
    let returnedEvent = request.returned.flatMap { events($0.fact.position) }
    let withdrawnEvent = request.withdrawn.flatMap { events($0.position) }
    let state = question.register.state(of: request, at: question.asOf)
    let decision = request.decision
    return Card(
      name: "request",
      title: Localized(en: "Request \(request.id)", sv: "Begäran \(request.id)"),
      fields: [
        .init(.request, .id(request.id)),
        .init(.state, state.map { .word(code: $0.code, $0.word) } ?? .empty),
        .init(.kind, .word(request.kind)), .init(changedGrant, .id(request.changedGrant)),
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
        .init(alternative, request.alternative.map { question.texts($0).cell } ?? .empty),
        .init(analysis, .id(request.analysis)),
        .init(amended, .instant(orEmpty: request.amended?.effective)),
        .init(returned, .instant(orEmpty: request.returned?.fact.effective)),
        .init(Self.question, question.reason(of: returnedEvent)),
        .init(due, .end(orEmpty: request.returned?.due)),
        .init(
          lapses,
          state?.isOpen == true || state == .lapsed
            ? .instant(question.register.lapse(of: request, at: question.asOf)) : .empty),
        .init(opinion, request.endorsement.map { .word($0.outcome) } ?? .empty),
        .init(endorser, .id(request.endorsement?.endorser)),
        .init(noInterest, request.endorsement?.hasNoInterest.map { .word($0) } ?? .empty),
        .init(opinionReason, question.reason(of: endorsedEvent)),
        .init(withdrawn, .instant(orEmpty: request.withdrawn?.effective)),
        .init(withdrawalReason, question.reason(of: withdrawnEvent)),
        .init(decided, .instant(orEmpty: decision?.fact.effective)),
        .init(.decidedBy, .id(decision?.decider)),
        .init(.decidedByName, .text(orEmpty: (decision?.decider).flatMap(question.names))),
        .init(ground, decision?.ground.map { .word($0) } ?? .empty),
        .init(conditions, decision?.conditions.map { question.texts($0).cell } ?? .empty),
        .init(decisionReason, question.reason(of: decidedEvent)),
        .init(decisionCase, question.caseNumber(of: decidedEvent)),
        .init(.grant, .id(decision?.grant)),
      ])
  }
}
