import AccessModel
import Chronology
import Diagnostics
import Policies
import Projections

/// What somebody has to do today: the most urgent first, each with the command that records it.
public enum WorkList: RegisterView {
  private static let due = Column(key: "due", title: Localized(en: "Due", sv: "Senast"))
  private static let isLate = Column(
    key: "is_late", title: Localized(en: "Late", sv: "Försenad"))
  private static let task = Column(key: "task", title: Localized(en: "Task", sv: "Uppgift"))
  private static let command = Column.identifier(
    "command", Localized(en: "Recorded by", sv: "Registreras med"))

  public static let description = ViewDescription(
    "work-list",
    title: Localized(en: "To be done", sv: "Att göra"),
    question: Localized(
      en: "What has to be removed, carried out, decided or followed up, and by when?",
      sv: "Vad ska tas bort, verkställas, beslutas eller följas upp, och när senast?"),
    controls: [.accessRights, .terminations, .personnelExit, .followUp],
    columns: [
      due, isLate, task, .system, .entitlement, .person, .name, .account, .grant, command,
    ], key: ["task", "system", "entitlement", "person", "account", "grant"],
    filters: [.system, .entitlement, .person, .unit],
    remark: Localized(
      en:
        "Undecided access is on the list when its time to be decided is out; view undecided has all of it.",
      sv:
        "Åtkomst utan beslut står på listan när tiden för beslut har gått ut; vyn undecided har allt."
    ))

  private struct Item {
    var due: Instant
    var task: (code: String, word: Localized)
    var facts: GrantFacts
    var index: Int32
    var command: String
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    items(question).sorted { ($0.due, $0.index) < ($1.due, $1.index) }.map { item in
      item.facts.cells(
        description.columns,
        [
          due: .instant(item.due), isLate: .flag(item.due <= question.asOf),
          task: .word(code: item.task.code, item.task.word), command: .text(item.command),
        ])
    }
  }

  private static func items(_ question: ViewQuestion) -> [Item] {
    var items: [Item] = []
    for entry in question.grants(in: [.ending]) {
      let facts = question.facts(of: entry)
      guard let due = question.removalDue(facts) else { continue }
      items.append(
        Item(
          due: due, task: ("remove", Localized(en: "remove", sv: "ta bort")), facts: facts,
          index: entry.index, command: "liggare grant confirm \(facts.grant.id)"))
    }
    for pending in question.pendingExecutions() {
      let facts = question.facts(of: pending.entry)
      items.append(
        Item(
          due: question.executionDue(of: facts.grant, decided: pending.since),
          task: ("carry-out", Localized(en: "carry out", sv: "verkställ")), facts: facts,
          index: pending.entry.index, command: "liggare grant provision \(facts.grant.id)"))
    }
    for undecided in question.undecided() where undecided.isOverdue {
      let facts = question.facts(of: undecided.entry)
      items.append(
        Item(
          due: undecided.due,
          task: ("decide", Localized(en: "decide or end", sv: "besluta eller avsluta")),
          facts: facts, index: undecided.entry.index,
          command: "liggare grant show \(facts.grant.id)"))
    }
    for use in question.emergencies() where use.review == nil {
      guard let due = use.due, let index = question.register.grants.index(of: use.grant.id),
        let state = question.register.state(of: use.grant, at: question.asOf)
      else { continue }
      items.append(
        Item(
          due: due, task: ("follow-up", Localized(en: "follow up", sv: "följ upp")),
          facts: GrantFacts(use.grant, state, question), index: index,
          command: "liggare grant follow-up \(use.grant.id)"))
    }
    return items
  }
}

extension ViewQuestion {
  /// When access that is over must be gone from its system; `nil` when nothing is known to have ended it.
  func removalDue(_ facts: GrantFacts) -> Instant? {
    facts.end.map { register.removalDue(of: facts.grant, after: $0, in: zone) }
  }

  /// By when what was decided for a grant must be carried out, by the rules in force at the decision.
  func executionDue(of grant: GrantRow, decided: Instant) -> Instant {
    register.executionDue(of: grant, decided: decided, in: zone)
  }
}
