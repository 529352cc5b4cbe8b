/// How many single mistakes lie between two words: a letter too many, too few, wrong, or swapped with the next
/// (Damerau–Levenshtein distance, each place edited once).
enum EditDistance {
  /// The distance when it is at most `limit`, otherwise `nil`; time is length times `limit`.
  static func distance(
    _ first: [Unicode.Scalar], _ second: [Unicode.Scalar], limit: Int
  ) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    let width = second.count + 1
    let beyond = limit + 1
    var beforePrevious = [Int](repeating: beyond, count: width)
    var previous = (0..<width).map { min($0, beyond) }
    for row in 0..<first.count {
      var current = [Int](repeating: beyond, count: width)
      current[0] = min(row + 1, beyond)
      // Outside this band the distance is more than the limit.
      let from = max(0, row - limit)
      let through = min(second.count, row + limit + 1)
      var least = current[0]
      for column in from..<max(from, through) {
        let change = first[row] == second[column] ? 0 : 1
        var cost = min(
          previous[column] + change, min(previous[column + 1] + 1, current[column] + 1))
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = min(cost, beyond)
        least = min(least, cost)
      }
      guard least <= limit || (previous.min() ?? 0) <= limit else { return nil }
      beforePrevious = previous
      previous = current
    }
    let found = previous[second.count]
    return found <= limit ? found : nil
  }
}
