/// Where a JSON string stands in the bytes of a line, between its quotation marks.
struct OperationText {
  var range: Range<Int>
  /// Whether it contains a backslash, and so must be decoded.
  var isEscaped: Bool

  /// The characters it stands for. The scanner has already checked UTF-8 and every escape.
  func string(_ bytes: [UInt8]) -> String {
    guard isEscaped else { return String(decoding: bytes[range], as: UTF8.self) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      guard byte == 0x5C else {
        decoded.append(byte)
        at += 1
        continue
      }
      guard let escape = JSONEscape(bytes, at: at, end: range.upperBound) else {
        // Not reached: the scanner has read the same bytes by the same rule.
        return String(decoding: decoded, as: UTF8.self)
      }
      decoded.append(contentsOf: escape.scalar.utf8)
      at += escape.length
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}

/// One escape sequence of a JSON string (RFC 8259, section 7).
struct JSONEscape {
  var scalar: Unicode.Scalar
  /// Bytes from the backslash on: 2, 6, or 12 for a surrogate pair.
  var length: Int

  /// Reads the sequence whose backslash is at `at`; `nil` when it is none, is cut off, or is half a
  /// surrogate pair.
  init?(_ bytes: [UInt8], at: Int, end: Int) {
    guard at + 1 < end else { return nil }
    length = 2
    switch bytes[at + 1] {
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "\\"): scalar = "\\"
    case UInt8(ascii: "/"): scalar = "/"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"):
      guard let first = Self.unit(bytes, at: at + 2, end: end) else { return nil }
      if let whole = Unicode.Scalar(first) {
        scalar = whole
        length = 6
        return
      }
      guard first < 0xDC00, at + 7 < end, bytes[at + 6] == UInt8(ascii: "\\"),
        bytes[at + 7] == UInt8(ascii: "u"),
        let second = Self.unit(bytes, at: at + 8, end: end), second >= 0xDC00, second < 0xE000,
        let pair = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { return nil }
      scalar = pair
      length = 12
    default: return nil
    }
  }

  /// The value of four hexadecimal digits.
  private static func unit(_ bytes: [UInt8], at: Int, end: Int) -> UInt32? {
    guard at + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[at..<at + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

/// Well-formed UTF-8 (The Unicode Standard, table 3-7).
enum WellFormedUTF8 {
  /// The length, 2 to 4, of the sequence that begins with the non-ASCII byte at `at`; `nil` when it is
  /// overlong, a surrogate, beyond U+10FFFF or cut off.
  static func length(_ bytes: [UInt8], at: Int, end: Int) -> Int? {
    let lead = bytes[at]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: length = 3
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard at + length <= end, second.contains(bytes[at + 1]) else { return nil }
    var offset = 2
    while offset < length {
      guard bytes[at + offset] & 0xC0 == 0x80 else { return nil }
      offset += 1
    }
    return length
  }
}
