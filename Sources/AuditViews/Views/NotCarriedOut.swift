import AccessModel
import Chronology
import Diagnostics
import Projections

/// What is decided and not carried out in its system yet.
public enum NotCarriedOut: RegisterView {
  private static let what = Column(
    key: "what", title: Localized(en: "To be carried out", sv: "Ska verkställas"))
  private static let decided = Column(
    key: "decided", title: Localized(en: "Decided", sv: "Beslutad"))

  public static let description = ViewDescription(
    "not-carried-out",
    title: Localized(en: "Decisions not carried out", sv: "Beslut som inte är verkställda"),
    question: Localized(
      en: "Which decisions are not carried out in their system yet?",
      sv: "Vilka beslut är ännu inte verkställda i sitt system?"),
    controls: [.accessRights, .lifeCycle],
    columns: [
      .system, .entitlement, .person, .name, .grant, what, .scope, decided, .decidedBy, .ends,
    ], key: ["grant", "what"],
    filters: [.system, .entitlement, .person, .unit])

  /// The longest waiting first.
  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.pendingExecutions().map { pending in
      let facts = question.facts(of: pending.entry)
      return facts.cells(
        description.columns,
        [
          what: .word(code: pending.code, pending.word),
          .scope: .id(facts.standing.terms.scope), decided: .instant(pending.since),
        ])
    }
  }
}

/// A decision that somebody has to carry out.
struct PendingDecision {
  var entry: GrantEntry
  /// What is missing; `nil` for a first execution.
  var pending: PendingExecution?
  /// When it was decided.
  var since: Instant

  var code: String {
    switch pending {
    case nil: "new"
    case .widening: "widening"
    case .longerAccount: "longer-account"
    case .narrowing: "narrowing"
    }
  }

  var word: Localized {
    switch pending {
    case nil: Localized(en: "new access", sv: "ny behörighet")
    case .widening: Localized(en: "wider access", sv: "utvidgad behörighet")
    case .longerAccount: Localized(en: "a later end of the account", sv: "senare slut för kontot")
    case .narrowing: Localized(en: "narrower access", sv: "begränsad behörighet")
    }
  }
}

extension ViewQuestion {
  /// The decisions that the filter lets through and that are not carried out at the moment, the longest waiting first.
  func pendingExecutions() -> [PendingDecision] {
    let open: Set<GrantState> = [.decided, .scheduled, .inEffect, .suspended]
    return grants(in: open).compactMap { entry -> PendingDecision? in
      let grant = register.grants[entry.index]
      return register.pendingExecution(of: grant, at: asOf).map {
        PendingDecision(entry: entry, pending: $0.pending, since: $0.since)
      }
    }.sorted { one, other in
      one.since == other.since
        ? GrantEntry.byEntitlement(one.entry, other.entry) : one.since < other.since
    }
  }
}
