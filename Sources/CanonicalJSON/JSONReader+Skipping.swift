extension JSONReader {
  /// Passes over one string of any text, checking what `string()` checks, and allocates nothing.
  public mutating func skipString() throws(CanonicalJSONError) {
    try take(0x22)
    let begin = offset
    while offset < count {
      skipPlain()
      guard offset < count else { break }
      let byte = start[offset]
      switch byte {
      case 0x22:
        offset &+= 1
        return
      case 0x5C:
        offset &+= 1
        guard next == 0x22 || next == 0x5C else { throw error(.forbiddenCharacter) }
        offset &+= 1
      case 0..<0x20:
        throw CanonicalJSONError(.forbiddenCharacter, at: offset)
      case 0x20..<0x80:
        offset &+= 1
      default:
        guard skipScalar() else { throw CanonicalJSONError(.invalidUTF8, at: begin) }
      }
    }
    throw CanonicalJSONError(.truncated, at: offset)
  }

  /// Passes over one scalar beyond ASCII; false when the bytes are not its only UTF-8 form.
  ///
  /// The ranges of the second byte shut out overlong forms, surrogates and what lies beyond U+10FFFF
  /// (Unicode, table 3-7).
  private mutating func skipScalar() -> Bool {
    let lead = next
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return false
    }
    guard count &- offset >= length, second.contains(start[offset &+ 1]) else { return false }
    for index in 2..<max(2, length) where start[offset &+ index] & 0xC0 != 0x80 { return false }
    offset &+= length
    return true
  }
}
