import AccessModel
import Chronology
import Diagnostics
import Projections

/// The administrator's work list: what has no effect any more and is not confirmed as removed.
public enum Ending: RegisterView {
  private static let days = Column.number("days", Localized(en: "Days since", sv: "Dagar sedan"))

  public static let description = ViewDescription(
    "ending",
    title: Localized(en: "Access to be removed", sv: "Åtkomst som ska tas bort"),
    question: Localized(
      en: "Which access is over and not yet confirmed as removed from its system?",
      sv: "Vilken åtkomst har upphört utan att borttaget ur systemet är bekräftat?"),
    controls: [.accessRights, .returns, .terminations, .personnelExit],
    columns: [
      .system, .entitlement, .person, .name, .account, .accountName, .grant, .endCause, .ends, days,
    ],
    filters: [.system, .entitlement, .person, .unit])

  /// The longest overdue first.
  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let entries = question.grants(in: [.ending]).map { ($0, question.facts(of: $0)) }
    return entries.sorted { one, other in
      guard let left = one.1.end?.at, let right = other.1.end?.at, left != right else {
        return GrantEntry.byEntitlement(one.0, other.0)
      }
      return left < right
    }.map { _, facts in
      description.columns.map { column in
        guard column == days else { return facts.cell(column) }
        return .integer(
          orEmpty: facts.end.map {
            Int(question.asOf.milliseconds - $0.at.milliseconds) / 86_400_000
          })
      }
    }
  }
}
