import AccessModel
public import Diagnostics
import Projections

/// Who has access to a system or an entitlement, and who is about to get or lose it.
///
/// Access that works without a decision and access that is over and not removed are rows too: they are what an auditor looks for.
public enum Who: RegisterView {
  static let states: Set<GrantState> = [
    .decided, .scheduled, .inEffect, .suspended, .undecided, .ending,
  ]

  public static let description = ViewDescription(
    "who",
    title: Localized(en: "Who has access", sv: "Vilka som har åtkomst"),
    question: Localized(
      en: "Who has access to a system or an entitlement, through which grant?",
      sv: "Vilka har åtkomst till ett system eller en behörighet, och genom vilken tilldelning?"),
    controls: [.accessRights, .authorisedUsers, .privileged, .formalGrants],
    columns: [
      .person, .name, .system, .entitlement, .scope, .state, .grant, .from, .ends, .decidedBy,
      .decidedByName, .account, .accountName,
    ], key: ["grant"],
    filters: [.system, .entitlement, .person, .unit, .state])

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    let filter = question.filter
    if filter.entitlements.count == 1, let right = filter.entitlements.first {
      return Localized(en: "Nobody has \(right)", sv: "Ingen har \(right)")
    }
    guard filter.systems.count == 1, let system = filter.systems.first else { return nil }
    let name = question.register.systems[system].map { " \($0.name)" } ?? ""
    return Localized(
      en: "Nobody has access to \(system)\(name)", sv: "Ingen har åtkomst till \(system)\(name)")
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    [[Cell]](handedOutBy: { forEachRow(question, $0) })
  }

  public static func forEachRow(
    _ question: ViewQuestion, _ body: ([Cell]) throws -> Void
  ) rethrows {
    try question.forEachGrantRow(
      description.columns, in: states, by: GrantEntry.byEntitlement, body)
  }
}
