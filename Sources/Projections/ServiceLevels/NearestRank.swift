/// Percentiles by nearest rank.
///
/// Of `n` values in ascending order the p-th percentile is the one at rank `⌈p/100 · n⌉`, counted from 1: the smallest value that at least
/// p per cent of the values do not exceed. It is always a value that occurred, and nothing is interpolated. The median is the 50th.
public enum NearestRank {
  /// - Parameters:
  ///   - percent: 1 to 100.
  ///   - ascending: the values, the smallest first.
  /// - Returns: `nil` of no values.
  public static func percentile(_ percent: Int, of ascending: [Int64]) -> Int64? {
    precondition((1...100).contains(percent), "a percentile is 1 to 100")
    guard !ascending.isEmpty else { return nil }
    return ascending[(percent * ascending.count + 99) / 100 - 1]
  }
}
