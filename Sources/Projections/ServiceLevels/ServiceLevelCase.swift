public import AccessModel
public import Chronology
public import Diagnostics

/// One time that something was asked for: since when, until when, by when it was to be done, and what became of it at a moment.
public struct ServiceLevelCase: Hashable, Sendable {
  /// What has become of a case.
  public enum Outcome: Hashable, Sendable, CaseIterable {
    /// It was done.
    case done
    /// Somebody still waits.
    case open
    /// It is over without having been done: withdrawn, lapsed, or asked for no more.
    case dropped
    /// It has not begun: what it is counted from has not happened.
    case waiting

    /// What programs read.
    public var code: String {
      switch self {
      case .done: "done"
      case .open: "open"
      case .dropped: "dropped"
      case .waiting: "waiting"
      }
    }

    public var word: Localized {
      switch self {
      case .done: Localized(en: "done", sv: "klart")
      case .open: Localized(en: "open", sv: "öppet")
      case .dropped: Localized(en: "over, not done", sv: "avslutat utan åtgärd")
      case .waiting: Localized(en: "not begun", sv: "inte börjat")
      }
    }
  }

  public var measure: ServiceLevelMeasure
  /// Of a clock of an incident its regime and stage, `nis2/early-warning`; `nil` for the others.
  public var part: String?
  /// What it is about: `R-1`, `G-1` or `I-1`.
  public var subject: String
  /// Whose access it is about; `nil` for incidents and for access that nobody is known to hold.
  public var person: PersonID?
  /// The systems concerned: one for access, any number for an incident.
  public var systems: [SystemID]
  public var entitlement: EntitlementID?
  /// The unit of whoever did it, and for what nobody has done the unit that owns the system; `nil` when none is known.
  public var performedBy: UnitID?
  /// The unit for whose sake it is done: where the holder of the access worked, or the legal entity concerned; `nil` when none is known.
  public var onBehalfOf: UnitID?
  /// When it was asked for; `nil` when that is not known or has not happened.
  public var began: Instant?
  /// When it was done, or was over without that; `nil` while it waits.
  public var ended: Instant?
  /// By when it was to be done, by the rules that counted for it; `nil` when nothing bounds it.
  public var due: Instant?
  public var outcome: Outcome
  /// Whether it was not done by then.
  public var isLate: Bool

  public init(
    measure: ServiceLevelMeasure, part: String? = nil, subject: String, person: PersonID? = nil,
    systems: [SystemID], entitlement: EntitlementID? = nil, performedBy: UnitID? = nil,
    onBehalfOf: UnitID? = nil, began: Instant?, ended: Instant? = nil, due: Instant? = nil,
    outcome: Outcome, isLate: Bool
  ) {
    self.measure = measure
    self.part = part
    self.subject = subject
    self.person = person
    self.systems = systems
    self.entitlement = entitlement
    self.performedBy = performedBy
    self.onBehalfOf = onBehalfOf
    self.began = began
    self.ended = ended
    self.due = due
    self.outcome = outcome
    self.isLate = isLate
  }

  /// How long it took, or has taken up to a moment, in milliseconds; `nil` when its beginning is not known.
  ///
  /// What was done before it was asked for took no time.
  public func duration(at moment: Instant) -> Int64? {
    began.map { max(0, (ended ?? moment).milliseconds - $0.milliseconds) }
  }

  /// The time that the rules allowed it, in milliseconds; `nil` when nothing bounds it.
  public var allowed: Int64? {
    guard let began, let due, due != .latest else { return nil }
    return max(0, due.milliseconds - began.milliseconds)
  }
}
