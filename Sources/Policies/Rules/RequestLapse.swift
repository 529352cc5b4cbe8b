public import Chronology

/// How long a request may wait for its decision.
public enum RequestLapse {
  /// The days after which a request that nobody has decided is over, counted from when its need was last stated.
  public static let daysMax: Int64 = 30

  /// The moment at which an undecided request is over: so many times 24 hours after its need was stated.
  public static func moment(stated: Instant, daysMax: Int64 = daysMax) -> Instant {
    stated.advanced(byMilliseconds: min(max(daysMax, 0), 36_600) * 86_400_000)
  }
}
