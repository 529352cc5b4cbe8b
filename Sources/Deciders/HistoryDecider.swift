import AccessModel
import Chronology
public import Commands
import Diagnostics
public import EventSourcing
public import Events
public import Projections

/// What follows from an operation of another register's history, or why it makes no sense.
///
/// Structure is strict: what is named must exist, what is new must be new, and each step must fit the one before it. The organisation's rules
/// are not asked here: history is recorded as it was.
public enum HistoryDecider: Decider {
  public static func decide(
    _ command: HistoryCommand, given state: Register, in context: DecisionContext
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let drafting = HistoryDrafting(context: context)
    switch command {
    case .registerSystem(let command): return try register(command, given: state, drafting)
    case .registerPerson(let command): return try register(command, given: state, drafting)
    case .leave(let command): return try leave(command, given: state, drafting)
    case .request(let command): return [try request(command, given: state, drafting)]
    case .decide(let command): return [try decision(command, given: state, drafting)]
    case .grant(let command): return [try execution(command, given: state, drafting)]
    case .revoke(let command): return try revocation(command, given: state, drafting)
    case .reviewItem(let command): return [try reviewItem(command, given: state, drafting)]
    case .reportIncident(let command): return [try report(command, given: state, drafting)]
    case .closeIncident(let command): return [try closing(command, given: state, drafting)]
    }
  }

  static func require(_ person: PersonID, in state: Register) throws(Rejection) {
    guard state.persons.contains(person) else { throw HistoryCodes.unknown(person) }
  }

  private static func report(
    _ command: HistoryCommand.IncidentReport, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.incidents.contains(command.incident) { throw HistoryCodes.taken(command.incident) }
    guard state.systems.contains(command.system) else {
      throw HistoryCodes.unknown(command.system)
    }
    try require(command.reporter, in: state)
    let id = drafting.drawID()
    let what = try drafting.seal(command.text, "what", of: id, about: nil)
    return try drafting.draft(
      id,
      .incident(
        .reported(
          IncidentReported(
            incident: command.incident, noticed: drafting.context.moment,
            systems: [command.system], entitlements: [], grants: [], personalData: .unknown,
            severity: command.severity, reporter: command.reporter, what: what))))
  }

  private static func closing(
    _ command: HistoryCommand.IncidentClosing, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    guard let incident = state.incidents[command.incident] else {
      throw HistoryCodes.unknown(command.incident)
    }
    try require(command.by, in: state)
    if let closed = incident.closed {
      throw HistoryCodes.order(
        "\(command.incident)", state: Localized(en: "closed", sv: "avslutad"),
        since: closed.effective)
    }
    let system = incident.report.systems.first
    guard system == command.system else {
      throw HistoryCodes.mismatch(
        SystemSubject.word, of: "\(command.incident)", said: "\(command.system)",
        known: system.map { "\($0)" } ?? "–")
    }
    return try drafting.draft(
      .incident(.closed(IncidentClosed(incident: command.incident, by: command.by))),
      reason: command.text, about: nil)
  }
}

/// What the parts of the history decider share: drawing ids and sealing texts.
struct HistoryDrafting {
  let context: DecisionContext

  func drawID() -> UniqueID { context.drawEventID() }

  func draft(
    _ event: AccessEvent, reason: String? = nil, about person: PersonID? = nil
  ) throws(Rejection) -> Draft<AccessEvent> {
    try draft(drawID(), event, reason: reason, about: person)
  }

  func draft(
    _ id: UniqueID, _ event: AccessEvent, reason: String? = nil, about person: PersonID? = nil
  ) throws(Rejection) -> Draft<AccessEvent> {
    let reason = try reason.map { text throws(Rejection) in
      try seal(text, "reason", of: id, about: person)
    }
    return Draft(id: id, effective: context.moment, reason: reason, event: event)
  }

  /// Commits to a text as it was. It is kept apart from the log, so no guard against personal data stands in its way.
  func seal(
    _ text: String, _ field: String, of event: UniqueID, about person: PersonID?
  ) throws(Rejection) -> Commitment {
    guard text.utf8.count <= Drafting.textBytesMax else {
      throw HistoryCodes.tooLong(text, field)
    }
    return context.commit(text, field, event, person)
  }
}
