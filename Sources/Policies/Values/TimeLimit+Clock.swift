public import Chronology

extension TimeLimit {
  /// When a clock that began at a moment is out, by UTC; the last moment of all when nothing bounds it.
  ///
  /// What follows from the log by itself is counted so, with 24 hours to the day: the log names the zone of the ledger, and not when its
  /// clocks are moved.
  public func due(after moment: Instant) -> Instant {
    deadline(after: moment, in: .utc) ?? .latest
  }
}
