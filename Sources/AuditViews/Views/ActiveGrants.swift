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

  /// The row of a grant as programs get it: name and end are for people.
  public static func row(for permission: Permission) -> [Cell] {
    [
      .id(permission.person), .id(permission.entitlement.system), .id(permission.entitlement.name),
      .id(permission.grant), .empty, .empty,
    ]
  }

  public static func forEachRow(
    _ question: ViewQuestion, _ body: ([Cell]) throws -> Void
  ) rethrows {
    // Programs get no name and no end, and the order is that in which the register gives them.
    if question.reader != .people, question.isOfAllGrants {
      for grant in question.grantsInEffect() {
        try body(row(for: grant.permission))
      }
      return
    }
    try question.forEachGrantRow(
      [.person, .system, .entitlement, .grant, .name, .ends], in: [.inEffect],
      by: question.reader == .people ? GrantEntry.byPerson : GrantEntry.byBytes, body)
  }
}
