public import Chronology

/// How soon access that is over must be gone from its system.
public enum RemovalDeadline {
  /// The moment by which access that ended at `end` must be removed.
  ///
  /// Hours pass through nights, weekends and changes of the clock. An office day is over when the next office day after the one on which
  /// it ended is.
  ///
  /// - Parameter isBrokenOff: whether the access ended because an employment was broken off.
  public static func due(
    after end: Instant, _ stakes: Stakes, isBrokenOff: Bool = false, under policy: AccessPolicy,
    in zone: TimeZoneRules
  ) -> Instant {
    let term = policy.terms(for: stakes).removal
    let limit = isBrokenOff ? term.and(policy.immediateRemoval) : term
    return limit.deadline(after: end, in: zone) ?? .latest
  }
}
