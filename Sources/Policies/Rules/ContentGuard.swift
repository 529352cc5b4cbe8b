internal import Chronology
public import Diagnostics

/// A place in a text that looks like personal data in clear.
public struct ContentFinding: Hashable, Sendable {
  /// What the place looks like.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// A Swedish national identity number (*personnummer*).
    case identityNumber
    /// A Swedish coordination number (*samordningsnummer*): the day is 60 more.
    case coordinationNumber
    case email
    case phone

    /// What the kind is called in a refusal.
    public var name: Localized {
      switch self {
      case .identityNumber: Localized(en: "national identity number", sv: "personnummer")
      case .coordinationNumber: Localized(en: "coordination number", sv: "samordningsnummer")
      case .email: Localized(en: "e-mail address", sv: "e-postadress")
      case .phone: Localized(en: "phone number", sv: "telefonnummer")
      }
    }
  }

  public var kind: Kind
  /// Where it is, as offsets into the text's UTF-8 bytes.
  public var range: Range<Int>
  /// The first two characters and a star for each of the others, at most 24: the data is never repeated.
  public var maskedExcerpt: String
}

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

// MARK: The text as cells

/// One visible character of the text, in a plain form: any decimal digit as 0–9, any dash as `-`, any space as
/// a space. Invisible marks are left out, so that they hide nothing.
private struct Cell {
  var scalar: Unicode.Scalar
  /// The offsets of its bytes in UTF-8.
  var offset: Int
  var end: Int

  var digit: Int? { isDigit ? Int(scalar.value - 48) : nil }
  var isDigit: Bool { (48...57).contains(scalar.value) }
  var isLetter: Bool { scalar.properties.isAlphabetic }

  static func cells(of text: String) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(text.utf8.count)
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if let plain = plain(scalar) { cells.append(Cell(scalar: plain, offset: offset, end: end)) }
      offset = end
    }
    return cells
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar }
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return nil
    case 0x2010...0x2015, 0x2043, 0x207B, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return "-"
    case 0xFF0B, 0xFE62: return "+"
    case 0xFF20, 0xFE6B: return "@"
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return " "
    default: break
    }
    if scalar.properties.generalCategory == .decimalNumber,
      let value = scalar.properties.numericValue, (0...9).contains(value)
    {
      return Unicode.Scalar(UInt8(48 + Int(value)))
    }
    return scalar
  }
}

/// A run of digits that is not part of a longer one, and what parts it from the next run.
private struct DigitGroup {
  /// How two runs of digits hang together.
  enum Joint: Hashable {
    case none
    case space
    /// A dash, with or without spaces.
    case dash
    case plus
    case slash
  }

  var start: Int
  var end: Int
  /// What stands between this run and the next one.
  var joint = Joint.none

  var count: Int { end - start }

  static func groups(in cells: [Cell]) -> [DigitGroup] {
    var groups: [DigitGroup] = []
    var index = 0
    while index < cells.count {
      guard cells[index].isDigit else {
        index += 1
        continue
      }
      var end = index
      while end < cells.count, cells[end].isDigit { end += 1 }
      if let last = groups.indices.last {
        groups[last].joint = joint(cells[groups[last].end..<index])
      }
      groups.append(DigitGroup(start: index, end: end))
      index = end
    }
    return groups
  }

  /// At most five characters, of which one mark and the rest spaces.
  private static func joint(_ between: ArraySlice<Cell>) -> Joint {
    guard between.count <= 5 else { return .none }
    var joint = Joint.space
    for cell in between where cell.scalar != " " {
      guard joint == .space else { return .none }
      switch cell.scalar {
      case "-": joint = .dash
      case "+": joint = .plus
      case "/": joint = .slash
      default: return .none
      }
    }
    return joint
  }
}

// MARK: Identity numbers

extension ContentGuard {
  /// The ways the digits of an identity number are grouped; the last joint may be a dash, a plus or a space.
  private static let shapes: [[Int]] = [
    [8, 4], [6, 4], [4, 2, 2, 4], [2, 2, 2, 4], [2, 6, 4], [2, 10], [12], [10],
  ]

  private static func identityNumber(
    from first: Int, in groups: [DigitGroup], of cells: [Cell]
  ) -> (ContentFinding.Kind, Range<Int>)? {
    for shape in shapes where first + shape.count <= groups.count {
      let run = groups[first..<(first + shape.count)]
      guard run.map(\.count) == shape, let last = run.last,
        run.dropLast().allSatisfy({ $0.joint != .none && $0.joint != .slash }),
        run.dropLast(2).allSatisfy({ $0.joint != .plus })
      else { continue }
      // A date by itself, followed by the time of day or by another date, has the same shape.
      if shape.count == 4, last.joint == .dash || run[first + 2].joint == .space { continue }
      let range = groups[first].start..<last.end
      // Digits among letters are a part of a digest or a serial number.
      if shape.count == 1,
        isLetter(range.lowerBound - 1, cells) || isLetter(range.upperBound, cells)
      {
        continue
      }
      if let kind = kind(ofDigits: cells[range].compactMap(\.digit)) { return (kind, range) }
    }
    return nil
  }

  /// The kind of number that 10 or 12 digits make up; `nil` when they are no day or the check digit is wrong.
  private static func kind(ofDigits digits: [Int]) -> ContentFinding.Kind? {
    let short = Array(digits.suffix(10))
    var year = 2_000 + short[0] * 10 + short[1]
    if digits.count == 12 {
      let century = digits[0] * 10 + digits[1]
      guard (18...20).contains(century) else { return nil }
      year += (century - 20) * 100
    }
    let month = short[2] * 10 + short[3]
    let written = short[4] * 10 + short[5]
    let day = written > 60 ? written - 60 : written
    guard (1...12).contains(month), day >= 1, day <= Day.count(ofMonth: month, year: year) else {
      return nil
    }
    var sum = 0
    for (place, digit) in short.enumerated() {
      let product = place.isMultiple(of: 2) ? digit * 2 : digit
      sum += product > 9 ? product - 9 : product
    }
    guard sum.isMultiple(of: 10) else { return nil }
    return written > 60 ? .coordinationNumber : .identityNumber
  }

  private static func isLetter(_ index: Int, _ cells: [Cell]) -> Bool {
    cells.indices.contains(index) && cells[index].isLetter
  }
}

// MARK: Phone numbers

extension ContentGuard {
  /// `08-123 45 67`, `070-123 45 67`, `(0303) 123 45`, `0701234567`, `0046 …`.
  private static func swedishPhone(
    from first: Int, in groups: [DigitGroup], of cells: [Cell]
  ) -> Range<Int>? {
    let area = groups[first]
    guard cells[area.start].digit == 0, area.count >= 2, startsAfresh(area.start, cells) else {
      return nil
    }
    let second = cells[area.start + 1].digit
    if second == 0 {
      let prefix = cells[area.start..<min(area.start + 4, area.end)].compactMap(\.digit)
      guard prefix == [0, 0, 4, 6] else { return nil }
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
      if total >= 8, isSubscriber(sizes), next == .none || next == .space,
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

  private static func internationalPhone(
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
    var best = total >= digitsMin && total <= 15 ? start..<groups[first].end : nil
    while index + 1 < groups.count {
      let joint = joint(after: index, in: groups, of: cells)
      guard joint != .none, joint != .plus else { break }
      index += 1
      total += groups[index].count
      guard total <= 15 else { break }
      if total >= digitsMin { best = start..<groups[index].end }
    }
    guard let best else { return nil }
    return isAmount(after: best.upperBound, cells) || isLetter(best.upperBound, cells) ? nil : best
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
    let mark = before.scalar
    let isAfterWord = mark == ":" || mark == "=" || mark == "." || mark == ","
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

// MARK: E-mail addresses

extension ContentGuard {
  /// A local part, the sign, and a domain with a full stop whose last label is letters.
  private static func email(around at: Int, in cells: [Cell]) -> Range<Int>? {
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
    guard start < at, let lastDot, end - lastDot > 2,
      cells[(lastDot + 1)..<end].allSatisfy({ $0.isLetter || $0.scalar == "-" || $0.isDigit }),
      cells[lastDot + 1].isLetter
    else { return nil }
    return start..<end
  }

  private static func isLocal(_ cell: Cell) -> Bool {
    cell.isDigit || cell.isLetter || "._%+-'".unicodeScalars.contains(cell.scalar)
  }
}
