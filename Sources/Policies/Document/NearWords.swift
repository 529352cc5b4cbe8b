/// Which of the words that exist somebody probably meant.
enum NearWords {
  /// The nearest word, when it is near: a third of the letters changed at most.
  static func nearest(to word: String, among words: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(65))
    guard letters.count <= 64 else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in words {
      let distance = distance(letters, Array(candidate.unicodeScalars))
      guard distance <= max(1, min(letters.count, candidate.count) / 3) else { continue }
      if let best, best.distance <= distance { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// How many letters must be inserted, removed, replaced or swapped with their neighbour.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for column in right.indices {
        var cost = min(
          last[column] + (letter == right[column] ? 0 : 1), last[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == right[column] {
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
