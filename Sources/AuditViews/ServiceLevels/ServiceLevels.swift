import Diagnostics
import Projections

/// How long each service took, all cases together.
public enum ServiceLevels: RegisterView {
  public static let description = ViewDescription(
    "service-levels",
    title: Localized(en: "Service levels", sv: "Servicenivåer"),
    question: Localized(
      en:
        "How long do decisions, executions, removals and the clocks of incidents take, and what is late?",
      sv:
        "Hur lång tid tar beslut, verkställighet, borttagning och incidenters tidsgränser, och vad är sent?"
    ),
    controls: [.accessRights, .followUp, .serviceLevels],
    columns: ServiceLevelColumns.all, key: ["measure", "part"],
    filters: [.system, .entitlement, .person, .unit, .from, .until],
    remark: ServiceLevelColumns.remark)

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    ServiceLevelColumns.rows(of: question.serviceCases(), at: question.asOf)
  }
}
