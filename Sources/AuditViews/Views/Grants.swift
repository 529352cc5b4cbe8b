import AccessModel
import Diagnostics
import Projections

/// Every grant that had begun at a moment, whatever became of it.
public enum Grants: RegisterView {
  public static let description = ViewDescription(
    "grants",
    title: Localized(en: "Grants", sv: "Tilldelningar"),
    question: Localized(
      en: "Which grants have there been, and where does each stand?",
      sv: "Vilka tilldelningar har funnits, och i vilket läge är var och en?"),
    controls: [.accessRights, .lifeCycle, .documentedDecisions],
    columns: [
      .grant, .person, .name, .system, .entitlement, .scope, .state, .from, .ends, .endCause,
      .request, .decidedBy, .account, .accountName,
    ], key: ["grant"],
    filters: [.state, .person, .system, .entitlement, .unit, .grant, .request])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    [[Cell]](handedOutBy: { forEachRow(question, $0) })
  }

  public static func forEachRow(
    _ question: ViewQuestion, _ body: ([Cell]) throws -> Void
  ) rethrows {
    try question.forEachGrantRow(
      description.columns, by: GrantEntry.byPosition, body)
  }
}
