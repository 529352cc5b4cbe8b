public import AccessModel
public import Chronology

/// Something that somebody has to do, and by when. Computed from facts, never stored.
///
/// Persons are identifiers here: whoever shows a duty finds the names, and which of them may be shown.
public struct Duty: Hashable, Sendable {
  public var kind: DutyKind
  /// What it is about, within its kind: `G-1`, or `V-1/P-3` where one matter is several persons' duty.
  public var subject: String
  /// Who must act, each once; empty where nobody holds the role that should.
  public var actors: [PersonID]
  /// The first moment at which it is late.
  public var due: Instant
  /// Since when it waits.
  public var since: Instant
  /// Whose access it is about.
  public var person: PersonID?
  public var system: SystemID?
  public var entitlement: EntitlementID?
  public var unit: UnitID?
  /// How many things wait under it, such as the open items of a review.
  public var count = 1
  /// The moments at which those who must act are told, where facts say; `nil` where the ladder of the rules does.
  public var tellings: [Instant]?
  /// What records it as done.
  public var command: String

  public init(
    _ kind: DutyKind, _ subject: String, actors: [PersonID], due: Instant, since: Instant,
    command: String
  ) {
    self.kind = kind
    self.subject = subject
    var told: Set<PersonID> = []
    self.actors = actors.filter { told.insert($0).inserted }
    self.due = due
    self.since = since
    self.command = command
  }

  /// The same for the same matter, whatever its days: `removal/G-1`.
  public var id: String { "\(kind.code)/\(subject)" }

  /// The last day on which it is in time.
  public func lastDay(in zone: TimeZoneRules) -> Day {
    zone.day(of: due.advanced(byMilliseconds: -1))
  }

  public func isLate(at moment: Instant) -> Bool { due <= moment }
}
