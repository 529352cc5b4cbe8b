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

  /// The identifiers that differ from a word in case, hyphens and stops alone, else those that are near it; at most three.
  ///
  /// Two numbers that are near each other name different things, so of identifiers that the ledger numbers only the first kind counts.
  static func alike(_ word: String, among identifiers: some Sequence<String>) -> [String] {
    func bare(_ text: String) -> String { text.lowercased().filter { !"-_. ".contains($0) } }
    func hasDigit(_ text: String) -> Bool { text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
    guard word.utf8.count <= lengthMax else { return [] }
    let wanted = bare(word)
    var same: [String] = []
    var named: [String] = []
    for identifier in identifiers {
      if bare(identifier) == wanted { same.append(identifier) }
      if !hasDigit(String(identifier.split(separator: "/").last ?? "")) { named.append(identifier) }
    }
    if !same.isEmpty { return Array(same.sorted().prefix(3)) }
    let lowered = named.map { $0.lowercased() }
    let near = near(word, among: lowered)
    return Array(named.filter { near.contains($0.lowercased()) }.sorted().prefix(3))
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
