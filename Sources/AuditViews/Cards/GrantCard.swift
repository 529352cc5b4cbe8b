import AccessModel
import Chronology
import Diagnostics
public import EventSourcing
public import Events
public import Projections

/// One grant with all that is known of it.
public enum GrantCard {
  private static let provisionedBy = Column.identifier(
    "provisioned_by", Localized(en: "Carried out by", sv: "Verkställd av"))
  private static let provisioned = Column(
    key: "provisioned", title: Localized(en: "Carried out", sv: "Verkställd"))
  private static let reviewed = Column(
    key: "reviewed", title: Localized(en: "Last reviewed", sv: "Senast granskad"))
  private static let outcome = Column(
    key: "review_outcome", title: Localized(en: "Outcome of review", sv: "Granskningens utfall"))
  private static let reviewer = Column.identifier(
    "reviewer", Localized(en: "Reviewer", sv: "Granskare"))
  private static let endedBy = Column.identifier(
    "revoked_by", Localized(en: "Revoked by", sv: "Återkallad av"))
  private static let cause = Column(
    key: "revocation_cause",
    title: Localized(en: "Cause of revocation", sv: "Skäl till återkallelse"))
  private static let decisionReason = Column(
    key: "decision_reason", title: Localized(en: "Reason of the decision", sv: "Beslutets skäl"))
  private static let decisionCase = Column(
    key: "decision_case", title: Localized(en: "Case of the decision", sv: "Beslutets ärende"),
    isIdentifier: true)
  private static let revoked = Column(
    key: "revoked", title: Localized(en: "Revoked", sv: "Återkallad"))
  private static let revocationReason = Column(
    key: "revocation_reason",
    title: Localized(en: "Reason of revocation", sv: "Motivering till återkallelse"))
  private static let removed = Column(
    key: "removed", title: Localized(en: "Removed", sv: "Borttagen"))
  private static let removedBy = Column.identifier(
    "removed_by", Localized(en: "Removal confirmed by", sv: "Borttagen enligt"))
  private static let reviewDays = Column.number(
    "review_days", Localized(en: "Days between reviews", sv: "Dagar mellan granskningar"))
  private static let decidedScope = Column(
    key: "decided_scope",
    title: Localized(en: "Decided, not carried out", sv: "Beslutat men inte verkställt"))
  private static let conditions = Column(
    key: "conditions", title: Localized(en: "Conditions", sv: "Villkor"))
  private static let accountUntil = Column(
    key: "account_until", title: Localized(en: "Account works until", sv: "Kontot fungerar till"))
  private static let actingFor = Column.identifier(
    "acting_for", Localized(en: "Acting for", sv: "Som ersättare för"))
  private static let authority = Column(
    key: "authority", title: Localized(en: "Authority", sv: "Befogenhet"))

  public static let description = ViewDescription(
    "grant",
    title: GrantSubject.capitalised,
    question: Localized(
      en: "What is known of one grant?", sv: "Vad är känt om en tilldelning?"),
    controls: [.documentedDecisions, .accessRights], filters: [.grant], form: .card)

  /// - Parameter events: the event at a position, for the reasons, which the register does not keep; `nil` when it cannot be read.
  public static func card(
    _ grant: GrantRow, _ question: ViewQuestion,
    events: (_ position: UInt64) -> Recorded<AccessEvent>? = { _ in nil }
  ) -> Card {
    let decision = grant.decision(at: question)
    let decided = decision.flatMap { events($0.fact.position) }
    let ended = grant.ending.flatMap { events($0.fact.position) }
    let state = question.register.state(of: grant, at: question.asOf)
    // Before it begins a grant has no state, and its facts are shown as they are.
    let facts = GrantFacts(grant, state ?? .decided, question)
    func field(_ column: Column) -> Card.Field { .init(column, facts.cell(column)) }
    let stateCell = state.map { Cell.word(code: $0.code, $0.word) } ?? .empty
    return Card(
      name: "grant",
      title: Localized(
        en: "Grant \(grant.id)", sv: "Tilldelning \(grant.id)"),
      fields: [
        field(.grant), .init(.state, stateCell), field(.person), field(.name), field(.system),
        .init(
          .systemName,
          .text(
            orEmpty: question.register.systems[grant.entitlement.system]?.name(at: question.asOf)
              .text)),
        field(.entitlement), field(.scope), field(.from), field(.ends), field(.endCause),
        .init(
          reviewDays,
          .integer(orEmpty: facts.standing.terms.reviewDays.map { Int($0) })), field(.request),
        field(.decidedBy), field(.decidedByName),
        .init(.actingFor, .id(facts.decision?.actingFor)),
        .init(authority, facts.decision.map { .word($0.authority) } ?? .empty),
        .init(.delegation, .id(facts.decision?.delegation)),
        .init(conditions, facts.decision?.conditions.map { question.texts($0).cell } ?? .empty),
        .init(decidedScope, pending(facts)),
        .init(decisionReason, question.reason(of: decided)),
        .init(decisionCase, question.caseNumber(of: decided)),
        .init(provisioned, .instant(orEmpty: grant.provisioned?.at)),
        .init(provisionedBy, .id(grant.provisioned?.by)),
        .init(accountUntil, .end(orEmpty: facts.standing.execution?.accountUntil)),
        field(.account), field(.accountName),
        .init(reviewed, .instant(orEmpty: grant.lastReview?.fact.effective)),
        .init(outcome, grant.lastReview.map { .word($0.outcome) } ?? .empty),
        .init(reviewer, .id(grant.lastReview?.reviewer)),
        .init(cause, grant.ending.map { .word($0.cause) } ?? .empty),
        .init(revocationReason, question.reason(of: ended)),
        .init(revoked, .instant(orEmpty: grant.ending?.fact.effective)),
        .init(endedBy, .id(grant.ending?.by)),
        .init(removed, .instant(orEmpty: grant.removal?.fact.effective)),
        .init(removedBy, .id(grant.removal?.by)),
      ] + emergency(grant, question),
      sections: [
        changes(of: grant, question), suspensions(of: grant, question),
        IncidentLinks.table(of: grant.id, question),
      ]
      .filter { !$0.rows.isEmpty })
  }
}
