extension YearlyRule {
  /// Reads a TZ string of POSIX.1, 8.3, with the extended hours of RFC 9636, 3.3.
  ///
  /// Throws the index of the byte that does not fit. A daylight time without its rule is refused:
  /// POSIX leaves to each system when it would begin.
  init(posix bytes: ArraySlice<UInt8>) throws(Misfit) {
    var reader = Reader(bytes: bytes, index: bytes.startIndex)
    try reader.name()
    standardOffset = try reader.offset()
    guard !reader.isAtEnd else { return }
    try reader.name()
    // An hour more than 24:59:59 is still among the possible offsets.
    var offset = standardOffset + 3_600
    if !reader.isAt(",") { offset = try reader.offset() }
    try reader.expect(",")
    let start = try reader.change()
    try reader.expect(",")
    let end = try reader.change()
    guard reader.isAtEnd else { throw reader.misfit }
    daylight = Daylight(offset: offset, start: start, end: end)
  }

  /// The place of a byte that does not fit.
  struct Misfit: Error {
    var index: Int
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>
    var index: Int

    var misfit: Misfit { Misfit(index: index) }
    var isAtEnd: Bool { index == bytes.endIndex }
    var current: UInt8? { isAtEnd ? nil : bytes[index] }

    func isAt(_ scalar: Unicode.Scalar) -> Bool {
      current == UInt8(ascii: scalar)
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard isAt(scalar) else { return false }
      index += 1
      return true
    }

    mutating func expect(_ scalar: Unicode.Scalar) throws(Misfit) {
      guard skip(scalar) else { throw misfit }
    }

    /// A name of at least three letters, or of letters, digits and signs between `<` and `>`.
    mutating func name() throws(Misfit) {
      let isQuoted = skip("<")
      let start = index
      while let byte = current {
        let isLetter = (65...90).contains(byte) || (97...122).contains(byte)
        let isMore = (48...57).contains(byte) || byte == 43 || byte == 45
        guard isLetter || (isQuoted && isMore) else { break }
        index += 1
      }
      guard index - start >= 3 else { throw misfit }
      if isQuoted { try expect(">") }
    }

    mutating func number(_ range: ClosedRange<Int>) throws(Misfit) -> Int {
      let start = index
      var value = 0
      while let byte = current, byte >= 48, byte <= 57, index - start < 3 {
        value = value * 10 + Int(byte - 48)
        index += 1
      }
      guard index > start, range.contains(value) else { throw Misfit(index: start) }
      return value
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(hoursMax: Int) throws(Misfit) -> Int {
      let isNegative = skip("-")
      if !isNegative { _ = skip("+") }
      var seconds = try number(0...hoursMax) * 3_600
      if skip(":") {
        seconds += try number(0...59) * 60
        if skip(":") { seconds += try number(0...59) }
      }
      return isNegative ? -seconds : seconds
    }

    /// The offset ahead of UTC; POSIX writes how far behind it is.
    mutating func offset() throws(Misfit) -> Int32 {
      try Int32(-time(hoursMax: 24))
    }

    /// A day of the year and, after a slash, a time on it; 02:00:00 when none is given.
    mutating func change() throws(Misfit) -> Change {
      let day: Change.DayForm
      if skip("J") {
        day = .withoutLeapDay(try number(1...365))
      } else if skip("M") {
        let month = try number(1...12)
        try expect(".")
        let week = try number(1...5)
        try expect(".")
        day = .weekday(month: month, week: week, weekday: try number(0...6))
      } else {
        day = .fromZero(try number(0...365))
      }
      return Change(day: day, time: skip("/") ? try time(hoursMax: 167) : 7_200)
    }
  }
}
