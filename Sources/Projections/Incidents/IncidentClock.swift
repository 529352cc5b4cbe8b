public import AccessModel
public import Chronology
public import Diagnostics
public import Policies

/// One clock of an incident: what is to be done by when under which rules, and whether it was.
///
/// Computed from what was said and the rules that the incident is handled by, never stored. A clock that has begun is always among the
/// clocks of its incident, whatever is judged later. (INV-47)
public struct IncidentClock: Hashable, Sendable {
  /// What has become of a clock at a moment.
  public enum State: Hashable, Sendable, CaseIterable {
    /// It has not begun: what it is counted from has not happened.
    case waiting
    case running
    /// It is out, and nothing was done.
    case late
    /// It was done in time.
    case met
    /// It was done when the clock was out.
    case metLate
    /// It ran, and a later judgement stopped it: it is history.
    case lifted

    public var code: String {
      switch self {
      case .waiting: "waiting"
      case .running: "running"
      case .late: "late"
      case .met: "met"
      case .metLate: "met-late"
      case .lifted: "lifted"
      }
    }

    public var word: Localized {
      switch self {
      case .waiting: Localized(en: "not begun", sv: "inte börjat")
      case .running: Localized(en: "running", sv: "löper")
      case .late: Localized(en: "late", sv: "försenad")
      case .met: Localized(en: "done in time", sv: "gjort i tid")
      case .metLate: Localized(en: "done late", sv: "gjort för sent")
      case .lifted: Localized(en: "no longer asked for", sv: "krävs inte längre")
      }
    }

    /// Whether somebody has to act.
    public var isOpen: Bool {
      switch self {
      case .running, .late: true
      case .waiting, .met, .metLate, .lifted: false
      }
    }
  }

  public var incident: IncidentID
  public var regime: RegimeCode
  /// The legal entity whose clock it is; `nil` for one of the whole incident.
  public var entity: UnitID?
  public var stage: IncidentStage
  /// `nil` while it has not begun, and for a stage without a clock.
  public var deadline: ClockDeadline?
  /// Of a report that is counted anew from the end, because the incident still went on when it was first due: when that was. It waits for
  /// the end.
  public var lastDeadline: ClockDeadline?
  /// When what it asks for was done; `nil` while it was not.
  public var met: Instant?
  /// Whether somebody has assessed that there is a duty, for a regime that is assessed.
  public var isAssessed: Bool
  public var state: State
}

/// What makes a clock the one that it is: the same one keeps running when other things are said.
struct IncidentClockKey: Hashable {
  var regime: RegimeCode
  var entity: UnitID?
  var stage: StageCode
  var start: Instant
  var span: TimeSpan
}

/// A clock as the rules ask for it at a moment, before anybody looks whether it was met.
struct IncidentDemand {
  var regime: IncidentRegime
  var entity: UnitID?
  var stage: IncidentStage
  /// What the clock was counted from first.
  var start: Instant?
  var span: TimeSpan?
  /// What it is counted from by what has come to be.
  var deadline: ClockDeadline?
  /// What it was counted to first.
  var base: ClockDeadline?
  var isAssessed: Bool

  /// `nil` for what has not begun.
  var key: IncidentClockKey? {
    guard let start, let span else { return nil }
    return IncidentClockKey(
      regime: regime.code, entity: entity, stage: stage.code, start: start, span: span)
  }
}
