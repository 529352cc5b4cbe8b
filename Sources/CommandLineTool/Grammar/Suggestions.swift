/// What somebody probably meant by a word that is not known.
enum Suggestions {
  /// The longest word that is compared; a longer one resembles nothing.
  private static let lengthMax = 64

  /// The candidates near a word, the nearest first, at most three.
  ///
  /// Near means a third of the letters changed at most, and one for the shortest words.
  static func near(_ word: String, among candidates: [String]) -> [String] {
    guard word.unicodeScalars.prefix(lengthMax + 1).count <= lengthMax else { return [] }
    var scored: [(distance: Int, order: Int, candidate: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let distance = distance(word.lowercased(), candidate)
      let limit = max(1, min(word.count, candidate.count) / 3)
      if distance <= limit { scored.append((distance, order, candidate)) }
    }
    scored.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return scored.prefix(3).map(\.candidate)
  }

  /// How many letters must be inserted, removed, replaced or swapped with their neighbour.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var cost = min(
          last[column] + (left[row] == right[column] ? 0 : 1), last[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
