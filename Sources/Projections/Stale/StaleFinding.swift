public import AccessModel
public import Chronology

/// Something that a rule finds stale or risky at a moment.
public struct StaleFinding: Hashable, Sendable {
  public var rule: StaleRule
  public var about: FlaggedThing
  /// Whose it is, when it is somebody's.
  public var person: PersonID?
  public var system: SystemID?
  /// The first moment when it was so.
  public var since: Instant
  /// What it rests on.
  public var evidence: [StaleFact]
  /// By when it is to be put right, where a rule of its own says so.
  public var due: Instant?
  /// Whether access that nobody answers for may be set to end.
  public var mayExpire = false
}

extension StaleFact {
  /// The fact, or none when its value cannot stand in the log.
  static func list(_ facts: (StaleFactKind, String?)...) -> [StaleFact] {
    facts.compactMap { kind, value in value.flatMap { StaleFact(kind, $0) } }
  }
}
