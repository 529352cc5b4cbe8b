/// How wide the columns of a table are, and how its headings are broken.
struct PeopleLayout {
  /// The columns' widths, in columns of the terminal.
  private(set) var widths: [Int]
  /// The lines of headings, from the top, a text for each column; the last line is never empty.
  private(set) var headingLines: [[String]]

  /// The last column, when its texts are broken into lines instead of being shortened.
  private(set) var wrapped: Int?

  /// The narrowest a column of text becomes.
  private static let widthMin = 8
  /// The narrowest a column of broken texts becomes.
  private static let wrappedWidthMin = 24

  /// - Parameters:
  ///   - cellWidths: the widest cell of each column.
  ///   - headings: the heading of each column.
  ///   - flexible: the columns whose cells may be shortened.
  ///   - terminal: what the lines are to fit in; `nil` when nothing has to be fitted.
  /// - Returns: `nil` when no line with a cell for each column fits.
  init?(cellWidths: [Int], headings: [String], flexible: [Int], terminal: Int?) {
    widths = zip(cellWidths, headings).map { max($0, DisplayWidth.of($1)) }
    headingLines = [headings]
    guard let terminal, !widths.isEmpty else { return }
    let gaps = 2 * (widths.count - 1)
    guard widths.reduce(gaps, +) > terminal else { return }
    // Each heading may be as wide as what stands below it, or as its longest word.
    let words = headings.map {
      $0.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
    }
    widths = zip(cellWidths, words).map { max($0, $1) }
    var floors = words.map { max($0, PeopleLayout.widthMin) }
    if let last = widths.indices.last, flexible.contains(last) {
      wrapped = last
      floors[last] = max(words[last], PeopleLayout.wrappedWidthMin)
    }
    var excess = widths.reduce(gaps, +) - terminal
    // The widest gives way down to the next widest, then both do, until the line fits.
    while excess > 0 {
      let open = flexible.filter { widths[$0] > floors[$0] }
      guard let widest = open.map({ widths[$0] }).max() else { return nil }
      let leaders = open.filter { widths[$0] == widest }
      let next = open.map { widths[$0] }.filter { $0 < widest }.max() ?? 0
      let step = max(1, min(widest - next, excess / leaders.count))
      for index in leaders where excess > 0 {
        let taken = min(step, excess, widths[index] - floors[index])
        widths[index] -= taken
        excess -= taken
      }
    }
    let broken = zip(headings, widths).map { TextWrapping.lines($0, width: $1) }
    let height = broken.map(\.count).max() ?? 1
    // They stand on the row below them.
    headingLines = (0..<height).map { line in
      broken.map { lines in
        let index = line - (height - lines.count)
        return index >= 0 ? lines[index] : ""
      }
    }
  }
}
