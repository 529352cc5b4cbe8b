public import Chronology

/// How long a classification holds before it must have been made again.
public enum ClassificationValidity {
  /// The first moment when it no longer holds: what it says itself, but never later than the rules allow.
  ///
  /// - Parameters:
  ///   - made: when the system was classified.
  ///   - stated: until when it says that it holds; `nil` when it does not say.
  public static func end(
    made: Instant, stated: Instant?, within limit: TimeLimit, in zone: TimeZoneRules
  ) -> Instant {
    min(stated ?? .latest, limit.deadline(after: made, in: zone) ?? .latest)
  }
}
