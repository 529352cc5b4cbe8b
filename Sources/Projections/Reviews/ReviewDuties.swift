public import AccessModel
import Chronology
public import Diagnostics
public import Events

/// What is due in a running campaign at a moment: pure, and empty once it has been recorded.
public struct ReviewDuties: Hashable, Sendable {
  /// Items that go to somebody, and reminders.
  public var routings: [ReviewItemRouted] = []
  /// What silence leads to.
  public var lapses: [ReviewItemLapsed] = []
  /// Items that silence would take and that are spared: their systems must be at hand, or nobody else would be left to run them.
  public var spared: [GrantID] = []
  /// Open items that nobody can answer.
  public var unanswerable: [GrantID] = []
  /// Why the effects of silence wait for somebody to look; no lapses are due then.
  public var stop: Diagnostic?
  /// How many items' effects wait for that.
  public var stopped = 0

  public init() {}

  public var isEmpty: Bool { routings.isEmpty && lapses.isEmpty }

  /// How many grants one event names at most.
  static let grantsMax = 500
}
