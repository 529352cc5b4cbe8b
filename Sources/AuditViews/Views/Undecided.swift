import AccessModel
import Diagnostics
import Projections

/// Access found working in a system that nobody is known to have decided.
public enum Undecided: RegisterView {
  private static let found = Column(
    key: "found", title: Localized(en: "Found", sv: "Hittad"))
  private static let due = Column(
    key: "due", title: Localized(en: "Decide by", sv: "Beslutas senast"))
  private static let isOverdue = Column(
    key: "is_overdue", title: Localized(en: "Overdue", sv: "Försenad"))

  public static let description = ViewDescription(
    "undecided",
    title: Localized(en: "Access nobody has decided", sv: "Åtkomst som ingen har beslutat"),
    question: Localized(
      en: "Which access works in a system without a decision?",
      sv: "Vilken åtkomst fungerar i ett system utan beslut?"),
    controls: [.accessRights, .identities, .formalGrants],
    columns: [
      .system, .entitlement, .account, .accountName, .person, .name, .grant, found, due, isOverdue,
    ], key: ["system", "entitlement", "account", "grant"],
    filters: [.system, .entitlement, .person, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.undecided().map { undecided in
      question.facts(of: undecided.entry).cells(
        description.columns,
        [
          found: .instant(undecided.found), due: .instant(undecided.due),
          isOverdue: .flag(undecided.isOverdue),
        ])
    }
  }
}
