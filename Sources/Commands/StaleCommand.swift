public import AccessModel
public import Chronology

/// What is asked about flags on stale access.
public enum StaleCommand: Sendable {
  case scan(ScanStale)
  case notify(NotifyOfFlag)
  case answer(AnswerFlag)
}

/// Look for stale access, raise flags, and note those whose cause is gone.
public struct ScanStale: Sendable {
  /// The most steps to record; the rest is found again by the next scan.
  public var stepsMax: Int

  public init(stepsMax: Int = 4_000) {
    self.stepsMax = stepsMax
  }
}

/// Record that somebody was told of a flag.
public struct NotifyOfFlag: Sendable {
  public var flag: FlagID
  public var notice: FlagNotice
  public var to: [PersonID]

  public init(flag: FlagID, notice: FlagNotice, to: [PersonID]) {
    self.flag = flag
    self.notice = notice
    self.to = to
  }
}

/// Answer a flag.
public struct AnswerFlag: Sendable {
  public var flag: FlagID
  public var by: PersonID
  /// What is said of it; `nil` for what the register shows, when the cause is gone.
  public var outcome: FlagOutcome?
  /// The first moment when what is accepted is so no more.
  public var until: Instant?

  public init(flag: FlagID, by: PersonID, outcome: FlagOutcome? = nil, until: Instant? = nil) {
    self.flag = flag
    self.by = by
    self.outcome = outcome
    self.until = until
  }
}
