import AccessModel
import Chronology
import Diagnostics
import Projections

/// The administrator's work list: what has no effect any more and is not confirmed as removed.
public enum Ending: RegisterView {
  private static let due = Column(
    key: "due", title: Localized(en: "Remove by", sv: "Tas bort senast"))
  private static let isLate = Column(
    key: "is_late", title: Localized(en: "Late", sv: "Försenad"))
  private static let days = Column.number("days", Localized(en: "Days since", sv: "Dagar sedan"))

  public static let description = ViewDescription(
    "ending",
    title: Localized(en: "Access to be removed", sv: "Åtkomst som ska tas bort"),
    question: Localized(
      en: "Which access is over and not yet confirmed as removed from its system?",
      sv: "Vilken åtkomst har upphört utan att borttaget ur systemet är bekräftat?"),
    controls: [.accessRights, .returns, .terminations, .personnelExit],
    columns: [
      .system, .entitlement, .person, .name, .account, .accountName, .grant, .endCause, .ends, due,
      isLate, days,
    ], key: ["grant"],
    filters: [.system, .entitlement, .person, .unit])

  /// The most urgent first: what should have been removed the longest ago.
  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let entries = question.grants(in: [.ending]).map { entry in
      let facts = question.facts(of: entry)
      return (entry: entry, facts: facts, due: question.removalDue(facts))
    }
    return entries.sorted { one, other in
      guard let left = one.due, let right = other.due, left != right else {
        return GrantEntry.byEntitlement(one.entry, other.entry)
      }
      return left < right
    }.map { _, facts, due in
      facts.cells(
        description.columns,
        [
          Self.due: .instant(orEmpty: due),
          isLate: .flag(due.map { $0 <= question.asOf } ?? false),
          days: .integer(
            orEmpty: facts.end.map {
              Int(question.asOf.milliseconds - $0.at.milliseconds) / 86_400_000
            }),
        ])
    }
  }
}
