public import AccessModel
public import Chronology
public import Diagnostics
public import Events

/// An event that a tried document would have been judged otherwise by than the rules that held.
public struct JudgedEvent: Sendable {
  public var position: UInt64
  public var kind: EventKind
  /// When it is true.
  public var effective: Instant
  /// Whom it is about, when it is about somebody.
  public var person: PersonID?
  public var system: SystemID?
  /// The unit it is counted for: where the person works, else whose the system is.
  public var unit: UnitID?
  /// What the tried document has against it and the rules that held have not: it would have been refused.
  public var broken: [Diagnostic]
  /// What the rules that held have against it and the tried document has not.
  public var met: [Diagnostic]
}

/// A number by the rules that held, and by a tried document.
public struct TrialCount: Hashable, Sendable {
  public var now = 0
  public var tried = 0
  /// How many things differ.
  public var differing = 0

  public init() {}
}
