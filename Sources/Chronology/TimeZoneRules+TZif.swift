extension TimeZoneRules {
  /// The largest file that is read, in bytes; real ones have fewer than 4,000.
  public static let byteCountMax = 65_536

  /// Reads the bytes of a TZif file, versions 1 to 4 (RFC 9636); throws what is wrong and where.
  ///
  /// Of version 2 and later the 64-bit block and the footer are read, and the 32-bit block is
  /// passed over. A file that counts leap seconds is refused, because an instant does not count
  /// them.
  public init(name: String, bytes: [UInt8]) throws(TimeZoneDamage) {
    guard bytes.count <= Self.byteCountMax else {
      throw TimeZoneDamage(.tooLarge, at: Self.byteCountMax)
    }
    var cursor = Cursor(bytes: bytes)
    var header = try Header(&cursor)
    if header.version >= 2 {
      try cursor.skip(header.blockByteCount(timeWidth: 4))
      header = try Header(&cursor)
    }
    let block = try Block(&cursor, header: header)
    var rule: YearlyRule?
    if header.version >= 2 { rule = try Self.footer(&cursor) }
    guard cursor.remaining == 0 else { throw TimeZoneDamage(.trailingBytes, at: cursor.index) }
    self.init(
      name: name, transitions: block.transitions, offsets: block.offsets,
      initialOffset: block.initialOffset, rule: rule)
  }

  /// The TZ string between two line feeds; `nil` when it is empty.
  private static func footer(_ cursor: inout Cursor) throws(TimeZoneDamage) -> YearlyRule? {
    guard try cursor.byte() == 10 else { throw TimeZoneDamage(.badFooter, at: cursor.index - 1) }
    let start = cursor.index
    while try cursor.byte() != 10 {}
    let end = cursor.index - 1
    guard start < end else { return nil }
    do {
      return try YearlyRule(posix: cursor.bytes[start..<end])
    } catch {
      throw TimeZoneDamage(.badFooter, at: error.index)
    }
  }
}

/// A place in bytes that is never outside them.
private struct Cursor {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var remaining: Int { bytes.count - index }

  mutating func skip(_ count: Int) throws(TimeZoneDamage) {
    guard count <= remaining else { throw TimeZoneDamage(.truncated, at: bytes.count) }
    index += count
  }

  mutating func byte() throws(TimeZoneDamage) -> UInt8 {
    try skip(1)
    return bytes[index - 1]
  }

  /// A big-endian number of two's complement, 4 or 8 bytes wide.
  mutating func integer(width: Int) throws(TimeZoneDamage) -> Int64 {
    try skip(width)
    var value: Int64 = 0
    for byte in bytes[(index - width)..<index] { value = value << 8 | Int64(byte) }
    return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : value
  }
}

/// The 44 bytes before a block (RFC 9636, 3.1).
private struct Header {
  /// 1 to 4.
  let version: Int
  let start: Int
  let utIndicators: Int
  let standardIndicators: Int
  let leapSeconds: Int
  let transitions: Int
  let types: Int
  let designationBytes: Int

  init(_ cursor: inout Cursor) throws(TimeZoneDamage) {
    start = cursor.index
    for expected in "TZif".utf8 {
      guard try cursor.byte() == expected else {
        throw TimeZoneDamage(.notTZif, at: cursor.index - 1)
      }
    }
    switch try cursor.byte() {
    case 0: version = 1
    case UInt8(ascii: "2"): version = 2
    case UInt8(ascii: "3"): version = 3
    case UInt8(ascii: "4"): version = 4
    default: throw TimeZoneDamage(.unknownVersion, at: cursor.index - 1)
    }
    try cursor.skip(15)
    func count() throws(TimeZoneDamage) -> Int {
      // Counts have no sign.
      Int(UInt32(truncatingIfNeeded: try cursor.integer(width: 4)))
    }
    utIndicators = try count()
    standardIndicators = try count()
    leapSeconds = try count()
    transitions = try count()
    types = try count()
    designationBytes = try count()
  }

  /// The size of the block; with 32-bit counts it cannot overflow.
  func blockByteCount(timeWidth: Int) -> Int {
    transitions * (timeWidth + 1) + types * 6 + designationBytes + leapSeconds * (timeWidth + 4)
      + standardIndicators + utIndicators
  }
}

/// The data after a header (RFC 9636, 3.2), checked.
private struct Block {
  let transitions: [Int64]
  let offsets: [Int32]
  let initialOffset: Int32

  init(_ cursor: inout Cursor, header: Header) throws(TimeZoneDamage) {
    guard header.types >= 1, header.types <= 256, header.designationBytes >= 1,
      header.utIndicators == 0 || header.utIndicators == header.types,
      header.standardIndicators == 0 || header.standardIndicators == header.types
    else { throw TimeZoneDamage(.badCount, at: header.start + 20) }
    guard header.leapSeconds == 0 else {
      throw TimeZoneDamage(.countsLeapSeconds, at: header.start + 28)
    }
    let width = header.version == 1 ? 4 : 8
    guard header.blockByteCount(timeWidth: width) <= cursor.remaining else {
      throw TimeZoneDamage(.truncated, at: cursor.bytes.count)
    }

    var times: [Int64] = []
    for _ in 0..<header.transitions {
      let time = try cursor.integer(width: width)
      if let last = times.last, time <= last {
        throw TimeZoneDamage(.transitionsNotAscending, at: cursor.index - width)
      }
      times.append(time)
    }
    var typeIndexes: [Int] = []
    for _ in 0..<header.transitions {
      let index = Int(try cursor.byte())
      guard index < header.types else {
        throw TimeZoneDamage(.unknownLocalTimeType, at: cursor.index - 1)
      }
      typeIndexes.append(index)
    }
    var types: [(offset: Int32, designation: Int, at: Int)] = []
    for _ in 0..<header.types {
      let at = cursor.index
      let offset = Int32(truncatingIfNeeded: try cursor.integer(width: 4))
      guard TimeZoneRules.possibleOffsets.contains(offset) else {
        throw TimeZoneDamage(.offsetOutOfRange, at: at)
      }
      guard try cursor.byte() <= 1 else { throw TimeZoneDamage(.badIndicator, at: at + 4) }
      types.append((offset, Int(try cursor.byte()), at))
    }
    let designations = cursor.index
    try cursor.skip(header.designationBytes)
    // A name runs to the next zero byte, so all of them end if one stands at or after the last that
    // begins.
    let lastZero = cursor.bytes[designations..<cursor.index].lastIndex(of: 0) ?? -1
    for type in types where designations + type.designation > lastZero {
      throw TimeZoneDamage(.badDesignation, at: type.at + 5)
    }
    let standard = try Self.indicators(&cursor, count: header.standardIndicators)
    let utStart = cursor.index
    let ut = try Self.indicators(&cursor, count: header.utIndicators)
    for (index, isUT) in ut.enumerated() where isUT {
      // What is in UT is in standard time as well.
      guard index < standard.count, standard[index] else {
        throw TimeZoneDamage(.badIndicator, at: utStart + index)
      }
    }
    transitions = times
    offsets = typeIndexes.map { types[$0].offset }
    initialOffset = types[0].offset
  }

  private static func indicators(
    _ cursor: inout Cursor, count: Int
  ) throws(TimeZoneDamage) -> [Bool] {
    var indicators: [Bool] = []
    for _ in 0..<count {
      let byte = try cursor.byte()
      guard byte <= 1 else { throw TimeZoneDamage(.badIndicator, at: cursor.index - 1) }
      indicators.append(byte == 1)
    }
    return indicators
  }
}
