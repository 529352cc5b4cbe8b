public import Chronology

/// How soon a decision must be carried out in its system.
public enum ExecutionDeadline {
  /// The moment by which it is in time.
  public static func due(
    after decided: Instant, within limit: TimeLimit, in zone: TimeZoneRules
  ) -> Instant {
    limit.deadline(after: decided, in: zone) ?? .latest
  }
}
