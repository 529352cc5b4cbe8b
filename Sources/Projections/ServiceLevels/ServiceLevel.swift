public import Chronology

/// How long a service took over many cases, and how many are not done. All lengths in milliseconds.
///
/// Medians and percentiles are of what was done and whose beginning is known, by nearest rank. What is open, over without being done, or has
/// an unknown beginning is counted apart, so that every case is in exactly one of `measured`, `unknown`, `open`, `dropped` and `waiting`.
public struct ServiceLevel: Hashable, Sendable {
  /// How many were done and have a known length.
  public private(set) var measured = 0
  public private(set) var median: Int64?
  public private(set) var ninetieth: Int64?
  public private(set) var ninetyFifth: Int64?
  public private(set) var longest: Int64?
  /// Of those that were done, how many were done too late.
  public private(set) var doneLate = 0
  /// How many were done, and nobody knows when they were asked for.
  public private(set) var unknown = 0
  public private(set) var open = 0
  /// Of the open ones, how many are out of time.
  public private(set) var openLate = 0
  /// How long the oldest open one has waited; `nil` when none is open, or no beginning is known.
  public private(set) var longestOpen: Int64?
  /// How many are over without having been done.
  public private(set) var dropped = 0
  /// Of these, how many had come out of time.
  public private(set) var droppedLate = 0
  /// How many have not begun.
  public private(set) var waiting = 0
  /// The shortest and the longest time that the rules allowed any of the cases; `nil` when nothing bounds any.
  public private(set) var allowed: ClosedRange<Int64>?

  /// How many cases there are in all.
  public var cases: Int { measured + unknown + open + dropped + waiting }
  /// How many were not done in time, whatever became of them.
  public var breaches: Int { doneLate + openLate + droppedLate }

  /// - Parameter moment: up to when open cases have waited.
  public init(of cases: some Sequence<ServiceLevelCase>, at moment: Instant) {
    var lengths: [Int64] = []
    for each in cases {
      if let limit = each.allowed {
        allowed =
          allowed.map { min($0.lowerBound, limit)...max($0.upperBound, limit) } ?? limit...limit
      }
      let length = each.duration(at: moment)
      switch each.outcome {
      case .done:
        if each.isLate { doneLate += 1 }
        guard let length else {
          unknown += 1
          continue
        }
        lengths.append(length)
      case .open:
        open += 1
        if each.isLate { openLate += 1 }
        if let length { longestOpen = max(longestOpen ?? 0, length) }
      case .dropped:
        dropped += 1
        if each.isLate { droppedLate += 1 }
      case .waiting: waiting += 1
      }
    }
    lengths.sort()
    measured = lengths.count
    median = NearestRank.percentile(50, of: lengths)
    ninetieth = NearestRank.percentile(90, of: lengths)
    ninetyFifth = NearestRank.percentile(95, of: lengths)
    longest = lengths.last
  }
}
