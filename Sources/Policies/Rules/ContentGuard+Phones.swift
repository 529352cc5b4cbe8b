extension ContentGuard {
  /// `08-123 45 67`, `070-123 45 67`, `(0303) 123 45`, `0701234567`, `0046 …`.
  static func swedishPhone(
    from first: Int, in groups: [DigitGroup], of cells: [Cell]
  ) -> Range<Int>? {
    let area = groups[first]
    guard cells[area.start].digit == 0, area.count >= 2, startsAfresh(area.start, cells) else {
      return nil
    }
    let second = cells[area.start + 1].digit
    if second == 0 {
      guard cells[area.start..<area.end].prefix(4).map(\.digit) == [0, 0, 4, 6] else { return nil }
      return international(from: area.start, group: first, digitsMin: 10, in: groups, of: cells)
    }
    if area.count >= 9 {
      return area.count <= 10 && !isLetter(area.end, cells) ? area.start..<area.end : nil
    }
    // Only Stockholm has an area code of two digits; this keeps days and times of day out.
    guard (3...4).contains(area.count) || (area.count == 2 && second == 8) else { return nil }
    var sizes: [Int] = []
    var best: Range<Int>?
    var index = first
    var total = area.count
    var joint = joint(after: first, in: groups, of: cells)
    var inner: DigitGroup.Joint?
    while joint != .none, joint != .plus, index + 1 < groups.count {
      if !sizes.isEmpty {
        // The subscriber's groups are all parted in the same way.
        guard joint != .slash, inner == nil || inner == joint else { break }
        inner = joint
      }
      index += 1
      sizes.append(groups[index].count)
      total += groups[index].count
      guard total <= 10 else { break }
      let end = groups[index].end
      let next = groups[index].joint
      // A dash right after would lead on to more of a case number; with a space it leads to another phone.
      if total >= 8, isSubscriber(sizes), end == cells.count || cells[end].scalar != "-",
        !isLetter(end, cells)
      {
        best = area.start..<end
      }
      joint = next
    }
    return best
  }

  /// The groups of a subscriber's number: 5 to 8 digits, together or in groups of two and three.
  private static func isSubscriber(_ sizes: [Int]) -> Bool {
    guard (5...8).contains(sizes.reduce(0, +)) else { return false }
    return sizes.count == 1 || sizes == [4, 4] || sizes.allSatisfy { (2...3).contains($0) }
  }

  /// A plus and a country code, then the number.
  static func internationalPhone(
    plus: Int, group: Int, in groups: [DigitGroup], of cells: [Cell]
  ) -> Range<Int>? {
    guard startsAfresh(plus, cells), group < groups.count, groups[group].start == plus + 1,
      cells[plus + 1].digit != 0
    else { return nil }
    return international(from: plus, group: group, digitsMin: 8, in: groups, of: cells)
  }

  /// From a country code on: at least `digitsMin` and at most 15 digits, with a trunk zero in parentheses.
  private static func international(
    from start: Int, group first: Int, digitsMin: Int, in groups: [DigitGroup], of cells: [Cell]
  ) -> Range<Int>? {
    var index = first
    var total = groups[first].count
    var isInThousands = true
    var best = total >= digitsMin && total <= 15 ? start..<groups[first].end : nil
    while index + 1 < groups.count {
      let joint = joint(after: index, in: groups, of: cells)
      guard joint != .none, joint != .plus else { break }
      index += 1
      total += groups[index].count
      guard total <= 15 else { break }
      isInThousands = isInThousands && groups[index].count == 3
      if total >= digitsMin { best = start..<groups[index].end }
    }
    guard let best, !isLetter(best.upperBound, cells) else { return nil }
    return isInThousands && isAmount(after: best.upperBound, cells) ? nil : best
  }

  /// As `joint`, but parentheses around one of the groups do not count.
  private static func joint(
    after index: Int, in groups: [DigitGroup], of cells: [Cell]
  ) -> DigitGroup.Joint {
    let known = groups[index].joint
    guard known == .none, index + 1 < groups.count else { return known }
    let between = cells[groups[index].end..<groups[index + 1].start]
    guard between.count <= 4,
      between.allSatisfy({ " ()-".unicodeScalars.contains($0.scalar) }),
      between.contains(where: { $0.scalar == "(" || $0.scalar == ")" })
    else { return .none }
    return .space
  }

  /// Whether no longer number, path or word leads up to a place.
  private static func startsAfresh(_ index: Int, _ cells: [Cell]) -> Bool {
    guard index > 0 else { return true }
    let before = cells[index - 1]
    if before.isDigit || before.isLetter || before.scalar == "+" || before.scalar == "_" {
      return false
    }
    guard "-./,:#=".unicodeScalars.contains(before.scalar), index > 1 else { return true }
    // `tel:070…` begins afresh after its colon, a time of day does not.
    let isAfterWord = ":=.,".unicodeScalars.contains(before.scalar)
    return !(cells[index - 2].isDigit || (cells[index - 2].isLetter && !isAfterWord))
  }

  /// Whether a currency or a percent sign follows, with which a number with a sign is an amount.
  private static func isAmount(after index: Int, _ cells: [Cell]) -> Bool {
    var index = index
    while index < cells.count, cells[index].scalar == " " { index += 1 }
    let word = String(
      String.UnicodeScalarView(
        cells[index..<min(index + 4, cells.count)].map(\.scalar).prefix {
          $0.properties.isAlphabetic || "%€$:".unicodeScalars.contains($0)
        })
    ).lowercased()
    return ["kr", "sek", "tkr", "mkr", "eur", "usd", "%", "€", "$", ":"].contains(word)
  }
}
