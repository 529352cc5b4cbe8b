extension ContentGuard {
  /// A local part, the sign, and a domain with a full stop whose last label is letters.
  static func email(around at: Int, in cells: [Cell]) -> Range<Int>? {
    var start = at
    while start > 0, at - start < 64, isLocal(cells[start - 1]) { start -= 1 }
    while start < at, cells[start].scalar == "." { start += 1 }
    var end = at + 1
    var lastDot: Int?
    while end < cells.count, end - at < 254 {
      let cell = cells[end]
      if cell.scalar == "." {
        guard end > at + 1, lastDot != end - 1 else { break }
        lastDot = end
      } else if !(cell.isDigit || cell.isLetter || cell.scalar == "-") {
        break
      }
      end += 1
    }
    // The full stop of the sentence is none of the address.
    if let dot = lastDot, dot == end - 1 {
      end = dot
      lastDot = cells[(at + 1)..<end].lastIndex { $0.scalar == "." }
    }
    guard start < at, let lastDot, end - lastDot > 2, cells[lastDot + 1].isLetter else {
      return nil
    }
    return start..<end
  }

  private static func isLocal(_ cell: Cell) -> Bool {
    cell.isDigit || cell.isLetter || "._%+-'".unicodeScalars.contains(cell.scalar)
  }
}
