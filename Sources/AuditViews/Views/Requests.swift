import AccessModel
import Chronology
import Diagnostics
import Projections

/// Every request made by a moment, and what came of it.
public enum Requests: RegisterView {
  private static let submitted = Column(
    key: "submitted", title: Localized(en: "Asked", sv: "Begärd"))
  private static let requester = Column.identifier(
    "requester", Localized(en: "Asked by", sv: "Begärd av"))
  private static let purpose = Column(
    key: "purpose", title: Localized(en: "Purpose", sv: "Ändamål"))
  private static let until = Column(key: "until", title: Localized(en: "Until", sv: "Till"))

  public static let description = ViewDescription(
    "requests",
    title: Localized(en: "Requests", sv: "Begäranden"),
    question: Localized(
      en: "What has been asked for, and what came of it?",
      sv: "Vad har begärts, och vad blev det av det?"),
    controls: [.approvals, .formalGrants, .documentedDecisions],
    columns: [
      .request, .state, .hidden(Column.kind.key, Column.kind.title), .person, .name, .system,
      .entitlement, .scope, submitted, requester, purpose, .from, until, .decidedBy, .grant,
    ], key: ["request"],
    filters: [.state, .person, .system, .entitlement, .unit, .request])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.requests().map { row($0.request, $0.state, question) }
  }

  private static func row(
    _ request: RequestRow, _ state: RequestState, _ question: ViewQuestion
  ) -> [Cell] {
    let decision = request.decision.flatMap {
      $0.fact.effective <= question.asOf ? $0 : nil
    }
    return [
      .id(request.id), .word(code: state.code, state.word), .word(request.kind),
      .id(request.person),
      question.nameCell(request.person), .id(request.entitlement.system),
      .id(request.entitlement.name), .id(request.scope), .instant(request.submitted.effective),
      .id(request.requester), .word(request.purpose), .bound(request.from, .start),
      .end(orEmpty: request.until), .id(decision?.decider), .id(decision?.grant),
    ]
  }
}

extension ViewQuestion {
  /// The requests that the filter lets through and that had been made at the moment, with their state.
  func requests() -> [(request: RequestRow, state: RequestState)] {
    register.requests.rows.compactMap { request in
      guard filter.admits(request.entitlement), filter.admits(request.person),
        filter.requests.isEmpty || filter.requests.contains(request.id),
        let state = register.state(of: request, at: asOf),
        filter.requestStates.isEmpty || filter.requestStates.contains(state),
        admits(unitOf: request.person)
      else { return nil }
      return (request, state)
    }
  }
}
