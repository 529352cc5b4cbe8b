public import AccessModel
public import Chronology

/// Which events are asked for. What is empty or absent limits nothing; an event must satisfy everything that is given.
public struct LogFilter: Hashable, Sendable {
  /// Whom the event is about, or who recorded or decided it.
  public var persons: Set<PersonID> = []
  public var systems: Set<SystemID> = []
  public var grants: Set<GrantID> = []
  public var requests: Set<RequestID> = []
  public var incidents: Set<IncidentID> = []
  /// How the type's name begins: `grant.` for the family, `grant.revoked` for the one.
  public var typePrefix: String?
  /// Whether only what was corrected is asked for, and the corrections.
  public var isCorrected = false
  /// The first position.
  public var fromPosition: UInt64?
  /// The last position.
  public var toPosition: UInt64?
  /// The first moment of record.
  public var from: Instant?
  /// The first moment of record that is too late.
  public var to: Instant?

  public init() {}

  var asksForSubjects: Bool {
    !persons.isEmpty || !systems.isEmpty || !grants.isEmpty || !requests.isEmpty
      || !incidents.isEmpty
  }

  func admits(_ subjects: EventSubjects) -> Bool {
    func meets<Value>(_ asked: Set<Value>, _ found: [Value]) -> Bool {
      asked.isEmpty || found.contains(where: asked.contains)
    }
    return meets(persons, subjects.persons) && meets(systems, subjects.systems)
      && meets(grants, subjects.grants) && meets(requests, subjects.requests)
      && meets(incidents, subjects.incidents)
  }
}
