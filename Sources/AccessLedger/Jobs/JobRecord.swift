public import Chronology

/// When a job last ran and what came of it, as the metrics tell it.
public struct JobRecord: Hashable, Sendable {
  public var job: Job
  public var started: Instant
  /// How long it took.
  public var durationMilliseconds: Int64
  /// Whether it was done.
  public var isDone: Bool
  /// How many events it recorded.
  public var eventCount: Int
  /// How many things wait for somebody.
  public var waitingCount: Int

  public init(
    job: Job, started: Instant, durationMilliseconds: Int64, isDone: Bool, eventCount: Int = 0,
    waitingCount: Int = 0
  ) {
    self.job = job
    self.started = started
    self.durationMilliseconds = durationMilliseconds
    self.isDone = isDone
    self.eventCount = eventCount
    self.waitingCount = waitingCount
  }
}
