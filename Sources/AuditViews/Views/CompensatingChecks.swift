import AccessModel
import Diagnostics
import Projections

/// The grants of small units, where one person took steps that are to be apart, and the compensating check of each.
public enum CompensatingChecks: RegisterView {
  private static let last = Column(
    key: "last_check", title: Localized(en: "Last looked at", sv: "Senast kontrollerad"))
  private static let isOverdue = Column(
    key: "is_overdue", title: Localized(en: "Overdue", sv: "Försenad"))

  public static let description = ViewDescription(
    "compensating-checks",
    title: Localized(en: "Compensating checks", sv: "Kompenserande kontroller"),
    question: Localized(
      en: "Which access was handled by one person in a small unit, and when is it to be checked?",
      sv: "Vilken åtkomst hanterades av en person i en liten enhet, och när ska den kontrolleras?"),
    controls: [.segregation, .followUp],
    columns: [
      .due, isOverdue, .grant, .person, .name, .entitlement, .decidedBy, .decidedByName, last,
    ], key: ["grant"],
    filters: [.person, .system, .entitlement, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.compensatedGrants(at: question.asOf).filter {
      question.filter.admits($0.grant.person) && question.filter.admits($0.grant.entitlement)
        && question.admits(unitOf: $0.grant.person)
    }.map { item in
      [
        .end(orEmpty: item.due), .flag(item.due <= question.asOf), .id(item.grant.id),
        .id(item.grant.person), .text(orEmpty: item.grant.person.flatMap(question.names)),
        .text("\(item.grant.entitlement)"), .id(item.decision.decider),
        .text(orEmpty: question.names(item.decision.decider)), .instant(item.last),
      ]
    }
  }
}
