import AccessModel
import Diagnostics
import Projections

/// How long each service took, by system. A case that concerns several systems counts for each.
public enum ServiceLevelsBySystem: RegisterView {
  public static let description = ViewDescription(
    "service-levels-by-system",
    title: Localized(en: "Service levels by system", sv: "Servicenivåer per system"),
    question: Localized(
      en: "How long does each service take in each system, and what is late there?",
      sv: "Hur lång tid tar varje tjänst i varje system, och vad är sent där?"),
    controls: [.accessRights, .followUp, .serviceLevels],
    columns: [.system, .systemName] + ServiceLevelColumns.all, key: ["system", "measure", "part"],
    filters: [.system, .entitlement, .person, .unit, .from, .until],
    remark: ServiceLevelColumns.remark)

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    var bySystem: [SystemID: [ServiceLevelCase]] = [:]
    for found in question.serviceCases() {
      for system in found.systems where question.filter.admits(system) {
        bySystem[system, default: []].append(found)
      }
    }
    return bySystem.sorted { $0.key.comesBefore($1.key) }.flatMap { system, cases in
      ServiceLevelColumns.rows(of: cases, at: question.asOf).map { row in
        [
          .id(system),
          .text(orEmpty: question.register.systems[system]?.name(at: question.asOf).text),
        ] + row
      }
    }
  }
}
