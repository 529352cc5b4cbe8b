internal import Chronology

extension ContentGuard {
  /// The ways the digits of an identity number are grouped; the last joint may be a dash, a plus or a space.
  private static let shapes: [[Int]] = [
    [8, 4], [6, 4], [4, 2, 2, 4], [2, 2, 2, 4], [2, 6, 4], [2, 10], [12], [10],
  ]

  static func identityNumber(
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

  static func isLetter(_ index: Int, _ cells: [Cell]) -> Bool {
    cells.indices.contains(index) && cells[index].isLetter
  }
}
