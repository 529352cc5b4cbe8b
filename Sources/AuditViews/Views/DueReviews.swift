import AccessModel
import Chronology
import Diagnostics
import Projections

/// Which reviews are to start, by the rules and by what has happened, thirty days ahead.
public enum DueReviews: RegisterView {
  private static let since = Column(key: "since", title: Localized(en: "Since", sv: "Sedan"))
  private static let isOverdue = Column(
    key: "is_overdue", title: Localized(en: "Overdue", sv: "Försenad"))
  private static let incident = Column.identifier("incident", IncidentSubject.capitalised)

  public static let description = ViewDescription(
    "due-reviews",
    title: Localized(en: "Reviews that fall due", sv: "Granskningar som förfaller"),
    question: Localized(
      en: "Which reviews are to start within thirty days, and which should have?",
      sv: "Vilka granskningar ska starta inom trettio dagar, och vilka borde ha gjort det?"),
    controls: [.accessRights, .followUp, .privileged],
    columns: [
      Campaigns.axis, Campaigns.trigger, .unit, .system, .systemName, .entitlement, .person,
      incident, since, .due, isOverdue, Campaigns.review,
    ], key: ["axis", "trigger", "unit", "system", "entitlement", "person", "since"],
    filters: [.system])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let horizon = question.asOf.advanced(byMilliseconds: 30 * 86_400_000)
    return question.register.dueCampaigns(by: horizon, at: question.asOf).filter {
      question.filter.admits($0.system)
    }.map { due in
      [
        .word(due.axis), due.trigger.map { .word($0) } ?? .empty, .id(due.unit), .id(due.system),
        .text(
          orEmpty: due.system.flatMap { question.register.systems[$0] }
            .map { $0.details(at: question.asOf).name.text }),
        .text(orEmpty: due.entitlement.map { "\($0)" }), .id(due.person), .id(due.incident),
        .instant(due.since), .instant(due.due), .flag(due.due <= question.asOf),
        .id(due.campaign),
      ]
    }
  }
}
