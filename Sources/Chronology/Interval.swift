/// A stretch of time from its start up to, but not including, its end; or without end.
///
/// Half-open, so that two neighbours share no moment and leave none out. Never empty: its end is
/// after its start.
@frozen
public struct Interval: Hashable, Sendable {
  /// The first moment inside.
  public let start: Instant
  /// The first moment after; `nil` when there is no end.
  public let end: Instant?

  /// From `start` up to `end`, or for ever when `end` is `nil`; `nil` when `end` is not after
  /// `start`.
  @inlinable
  public init?(start: Instant, end: Instant?) {
    if let end, end <= start { return nil }
    self.start = start
    self.end = end
  }

  /// From `start` and without end.
  @inlinable
  public init(from start: Instant) {
    self.start = start
    self.end = nil
  }

  /// Whether the moment is inside: at or after the start, and before the end.
  @inlinable
  public func contains(_ instant: Instant) -> Bool {
    guard start <= instant else { return false }
    guard let end else { return true }
    return instant < end
  }

  /// Whether the two have a moment in common; neighbours have none.
  @inlinable
  public func overlaps(_ other: Interval) -> Bool {
    if let end, end <= other.start { return false }
    if let otherEnd = other.end, otherEnd <= start { return false }
    return true
  }

  /// The moments that are in both; `nil` when there are none.
  @inlinable
  public func intersection(_ other: Interval) -> Interval? {
    let earliestEnd: Instant?
    switch (end, other.end) {
    case (nil, nil): earliestEnd = nil
    case (let end?, nil): earliestEnd = end
    case (nil, let end?): earliestEnd = end
    case (let end?, let otherEnd?): earliestEnd = min(end, otherEnd)
    }
    return Interval(start: max(start, other.start), end: earliestEnd)
  }

  /// Whether every moment of this one is in the other; an interval is a subset of itself.
  @inlinable
  public func isSubset(of other: Interval) -> Bool {
    guard other.start <= start else { return false }
    guard let otherEnd = other.end else { return true }
    guard let end else { return false }
    return end <= otherEnd
  }

  /// The length in milliseconds, at least 1; `nil` when there is no end.
  @inlinable
  public var durationMilliseconds: Int64? {
    guard let end else { return nil }
    // Both lie in the years 1 to 9999, so the difference fits.
    return end.milliseconds &- start.milliseconds
  }
}

extension Interval: CustomStringConvertible {
  /// The ISO 8601 form, `start/end`; `start/..` when there is no end (ISO 8601-2, open interval).
  public var description: String {
    guard let end else { return "\(start)/.." }
    return "\(start)/\(end)"
  }
}
