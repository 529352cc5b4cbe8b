import AccessModel
import Chronology
import Diagnostics
import Projections

/// Every use of emergency access and its follow-up; exercises are told apart.
public enum Emergencies: RegisterView {
  private static let notified = Column(
    key: "notified", title: Localized(en: "Told", sv: "Underrättade"))
  private static let due = Column(
    key: "follow_up_due", title: Localized(en: "Follow up by", sv: "Följs upp senast"))
  private static let isOverdue = Column(
    key: "is_overdue", title: Localized(en: "Overdue", sv: "Försenad"))
  private static let judgement = Column(
    key: "judgement", title: Localized(en: "Found to be", sv: "Bedömd som"))
  private static let reviewer = Column.identifier(
    "followed_up_by", Localized(en: "Followed up by", sv: "Uppföljd av"))

  public static let description = ViewDescription(
    "emergencies",
    title: Localized(en: "Emergency access", sv: "Nödåtkomst"),
    question: Localized(
      en: "When was emergency access used, and has each use been followed up?",
      sv: "När har nödåtkomst använts, och har varje användning följts upp?"),
    controls: [.accessRights, .privileged, .followUp],
    columns: [
      .grant, .kind, .person, .name, .system, .entitlement, .state, .from, .ends, notified, due,
      isOverdue, judgement, reviewer,
    ], key: ["grant"],
    filters: [.system, .entitlement, .person, .unit],
    remark: Localized(
      en: "Exercises have the kind exercise, and are no use for real.",
      sv: "Övningar har slaget övning, och är ingen skarp användning."))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.emergencies().map { use in
      let grant = use.grant
      let state = question.register.state(of: grant, at: question.asOf)
      return [
        .id(grant.id), .word(use.emergency.kind), .id(grant.person),
        .text(orEmpty: grant.person.flatMap(question.names)), .id(grant.entitlement.system),
        .id(grant.entitlement.name), state.map { .word(code: $0.code, $0.word) } ?? .empty,
        .instant(grant.decided.from),
        .instant(orEmpty: question.register.end(of: grant, at: question.asOf)?.at),
        .list(use.emergency.notified.map { "\($0.code)" }),
        .instant(orEmpty: use.review == nil ? use.due : nil), .flag(use.isOverdue),
        use.review.map { .word($0.judgement) } ?? .empty, .id(use.review?.reviewer),
      ]
    }
  }
}
