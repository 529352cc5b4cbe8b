/// Finds personal data in clear in a text that must not hold any (INV-57).
///
/// It looks for Swedish identity and coordination numbers (a day of the calendar and a right check digit), e-mail
/// addresses, and phone numbers in Swedish and international form. It knows no names. Numbers that merely look
/// alike, such as case numbers, dates, times and amounts, are let through. Time is linear in the text.
public enum ContentGuard {
  /// The findings, in the order they stand in the text; they never overlap.
  public static func findings(in text: String) -> [ContentFinding] {
    let cells = Cell.cells(of: text)
    let groups = DigitGroup.groups(in: cells)
    var found: [ContentFinding] = []
    var group = 0
    var index = 0
    // One pass from left to right: what is found first keeps its place.
    while index < cells.count {
      while group < groups.count, groups[group].start < index { group += 1 }
      var hit: (kind: ContentFinding.Kind, cells: Range<Int>)?
      if cells[index].scalar == "@" {
        hit = email(around: index, in: cells).map { (.email, $0) }
      } else if group < groups.count, groups[group].start == index {
        hit =
          identityNumber(from: group, in: groups, of: cells)
          ?? swedishPhone(from: group, in: groups, of: cells).map { (.phone, $0) }
      } else if cells[index].scalar == "+" {
        hit = internationalPhone(plus: index, group: group, in: groups, of: cells)
          .map { (.phone, $0) }
      }
      guard let hit else {
        index += 1
        continue
      }
      // Digits in the local part of an address were perhaps taken for a number: the address is the whole.
      while let last = found.last, hit.kind == .email,
        last.range.upperBound > cells[hit.cells.lowerBound].offset
      {
        found.removeLast()
      }
      found.append(finding(hit.kind, hit.cells, of: cells))
      index = hit.cells.upperBound
    }
    return found
  }

  private static func finding(
    _ kind: ContentFinding.Kind, _ range: Range<Int>, of cells: [Cell]
  ) -> ContentFinding {
    var excerpt = String.UnicodeScalarView()
    for cell in cells[range].prefix(2) { excerpt.append(cell.scalar) }
    let stars = String(repeating: "*", count: min(24, max(0, range.count - 2)))
    return ContentFinding(
      kind: kind, range: cells[range.lowerBound].offset..<cells[range.upperBound - 1].end,
      maskedExcerpt: String(excerpt) + stars)
  }
}
