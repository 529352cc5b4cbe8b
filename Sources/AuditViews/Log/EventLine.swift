import AccessModel
import Chronology
public import Diagnostics
public import EventSourcing
public import Events
public import Projections

/// One event as one line: what it says, and whom it concerns.
///
/// A new type of event makes the compiler ask for both.
public enum EventLine {
  /// The name of the event's type in the log, `grant.provisioned`.
  public static func type(of event: AccessEvent) -> String {
    "\(Swift.type(of: event.payload).kind.name)"
  }

  /// What happened, in one sentence without a full stop.
  ///
  /// - Parameter register: what grants, assignments and affiliations are about, when it is at hand.
  public static func summary(
    _ event: AccessEvent, _ phrasing: Phrasing, register: Register? = nil
  ) -> Localized {
    switch event {
    case .ledger(let event): summary(event, phrasing)
    case .key(let event): summary(event, phrasing)
    case .unit(let event): summary(event)
    case .person(let event): summary(event, phrasing, register)
    case .role(let event): summary(event, phrasing, register)
    case .system(let event): summary(event, phrasing)
    case .request(let event): summary(event, phrasing)
    case .grant(let event): summary(event, phrasing, register)
    case .review(let event): summary(event, phrasing, register)
    case .incident(let event): summary(event, phrasing)
    case .delegation(let event): summary(event, phrasing, register)
    case .separation(let event): summary(event, phrasing)
    case .policy(let event): summary(event, phrasing)
    case .usage(let event): summary(event, phrasing)
    case .reconciliation(let event): summary(event, phrasing)
    case .stale(let event): summary(event, phrasing, register)
    }
  }

  /// Whether the filter lets the event through.
  public static func concerns(
    _ recorded: borrowing Recorded<AccessEvent>, _ filter: LogFilter, _ register: Register
  ) -> Bool {
    let position = recorded.position
    let time = recorded.recorded
    guard filter.fromPosition.map({ $0 <= position }) ?? true,
      filter.toPosition.map({ position <= $0 }) ?? true,
      filter.from.map({ $0 <= time }) ?? true, filter.to.map({ time < $0 }) ?? true
    else { return false }
    let event = recorded.event
    if let prefix = filter.typePrefix, !type(of: event).hasPrefix(prefix) { return false }
    guard filter.asksForSubjects else { return true }
    var subjects = EventSubjects(event, register)
    subjects.persons.append(recorded.actor.principal)
    if let other = recorded.actor.actingFor { subjects.persons.append(other) }
    return filter.admits(subjects)
  }
}
