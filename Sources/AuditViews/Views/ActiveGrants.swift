import AccessModel
import Diagnostics
public import Projections

/// The grants in effect at a moment.
///
/// Programs get exactly person, system, entitlement and grant, sorted by the bytes of the four parted by tabs, so that
/// the answer can be compared and hashed; people get the name and the end besides.
public enum ActiveGrants: RegisterView {
  public static let description = ViewDescription(
    "active-grants",
    title: Localized(en: "Grants in effect", sv: "Gällande tilldelningar"),
    question: Localized(
      en: "Which grants are in effect?", sv: "Vilka tilldelningar gäller?"),
    controls: [.accessRights, .authorisedUsers, .documentedDecisions],
    columns: [
      .person, .system, .entitlement, .grant,
      .forPeople(Column.name.key, Column.name.title),
      .forPeople(Column.ends.key, Column.ends.title),
    ], key: ["grant"],
    filters: [.person, .system, .entitlement, .unit, .grant],
    remark: Localized(
      en:
        "Formats for programs hold exactly person, system, entitlement and grant, sorted by bytes, so that two answers can be compared; name and end are in view grants --state in-effect.",
      sv:
        "Format för program innehåller exakt person, system, behörighet och tilldelning, sorterade efter byte, så att två svar kan jämföras; namn och slut finns i view grants --state in-effect."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    [[Cell]](handedOutBy: { forEachRow(question, $0) })
  }

  /// Whether the answer is that of all grants in effect, as programs get it: nothing limits it.
  public static func isOfLines(_ question: ViewQuestion) -> Bool {
    question.reader != .people && question.filter == ViewFilter()
  }

  /// The row of a grant as programs get it: name and end are for people.
  public static func row(for permission: Permission) -> [Cell] {
    var row = [Cell](repeating: .empty, count: description.columns.count)
    fill(&row, with: permission)
    return row
  }

  private static func fill(_ row: inout [Cell], with permission: Permission) {
    row[0] = .id(permission.person)
    row[1] = .id(permission.entitlement.system)
    row[2] = .id(permission.entitlement.name)
    row[3] = .id(permission.grant)
  }

  public static func forEachRow(
    _ question: ViewQuestion, _ body: ([Cell]) throws -> Void
  ) rethrows {
    // Programs get no name and no end, and the order is that in which the register gives them.
    if question.reader != .people, question.isOfAllGrants {
      // One row for all, filled anew: whoever keeps it gets their own.
      var row = [Cell](repeating: .empty, count: description.columns.count)
      for grant in question.grantsInEffect() {
        fill(&row, with: grant.permission)
        try body(row)
      }
      return
    }
    try question.forEachGrantRow(
      [.person, .system, .entitlement, .grant, .name, .ends], in: [.inEffect],
      by: question.reader == .people ? GrantEntry.byPerson : GrantEntry.byBytes, body)
  }
}
