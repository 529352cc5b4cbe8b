/// The letters and words of one sudoers file (sudoers(5)), with the place in it.
///
/// What a character means depends on where it stands, so the parser asks for what it expects: a word, a
/// command, a digest. A backslash before the line end joins lines everywhere.
struct SudoersLexer {
  let bytes: [UInt8]
  private(set) var at = 0
  private(set) var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { at >= bytes.count }

  func peek(_ offset: Int = 0) -> UInt8? {
    at + offset < bytes.count ? bytes[at + offset] : nil
  }

  mutating func advance(_ count: Int = 1) {
    at += count
  }

  // MARK: Space and line ends

  /// Passes blanks and joined lines.
  mutating func skipSpace() {
    while let byte = peek() {
      if byte == 0x20 || byte == 0x09 {
        at += 1
      } else if byte == UInt8(ascii: "\\"), let length = continuation {
        at += length
        line += 1
      } else {
        return
      }
    }
  }

  /// Whether a backslash is here that hides the line end.
  var isAtContinuation: Bool { peek() == UInt8(ascii: "\\") && continuation != nil }

  /// The length of a backslash with the line end it hides; `nil` when it hides none.
  private var continuation: Int? {
    var offset = 1
    while let byte = peek(offset), byte == 0x20 || byte == 0x09 { offset += 1 }
    if peek(offset) == 0x0D { offset += 1 }
    return peek(offset) == 0x0A ? offset + 1 : nil
  }

  /// Whether a line end or a comment is here, or the file has ended.
  var isAtLineEnd: Bool {
    switch peek() {
    case nil, 0x0A: true
    case 0x0D: peek(1) == 0x0A || peek(1) == nil
    case UInt8(ascii: "#"): !isAtNumber
    default: false
    }
  }

  /// Whether `#` is here with a number, which makes it an id and not a comment.
  private var isAtNumber: Bool {
    let digit = peek(1) == UInt8(ascii: "-") ? peek(2) : peek(1)
    return digit.map { $0 &- 48 <= 9 } ?? false
  }

  /// Passes the rest of the entry: to the next line end that no backslash hides. A comment hides none.
  mutating func skipEntry() {
    while !isAtEnd, !isAtLineEnd {
      if peek() == UInt8(ascii: "\\") {
        if let length = continuation {
          at += length
          line += 1
          continue
        }
        at += 1
        if peek() == 0x0A || isAtEnd { continue }
      }
      at += 1
    }
    skipPhysicalLine()
  }

  /// Passes everything up to and including the next line feed.
  mutating func skipPhysicalLine() {
    while let byte = peek(), byte != 0x0A { at += 1 }
    if !isAtEnd {
      at += 1
      line += 1
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek() == byte else { return false }
    at += 1
    return true
  }

  // MARK: Words

  /// Whether exactly `word` is here, and the word ends with it.
  func isAtWord(_ word: String) -> Bool {
    guard at + word.utf8.count <= bytes.count,
      bytes[at..<at + word.utf8.count].elementsEqual(word.utf8)
    else { return false }
    var rest = self
    rest.at += word.utf8.count
    return !rest.isAtWordByte
  }

  /// Whether `Defaults` is here, alone or with the sign of what it is for.
  var isAtDefaults: Bool {
    guard bytes[at...].starts(with: "Defaults".utf8) else { return false }
    return isAtWord("Defaults") || peek(8) == UInt8(ascii: "@")
  }

  private var isAtWordByte: Bool {
    guard let byte = peek() else { return false }
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "="),
      UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), 0x20, 0x09, 0x0D,
      0x0A, UInt8(ascii: "\""), 0:
      return false
    case UInt8(ascii: "\\"):
      guard let next = peek(1), next != 0x09, next != 0x0A, next != 0 else { return false }
      return continuation == nil
    default: return true
    }
  }

  /// A word without quotation marks; `nil` when none is here. Escapes are resolved.
  mutating func word() -> [UInt8]? {
    skipSpace()
    var result: [UInt8] = []
    while isAtWordByte, let byte = peek() {
      guard byte == UInt8(ascii: "\\"), let next = peek(1) else {
        result.append(byte)
        at += 1
        continue
      }
      if next == UInt8(ascii: "x"), let high = peek(2).flatMap(Self.hexadecimal),
        let low = peek(3).flatMap(Self.hexadecimal)
      {
        result.append(high << 4 | low)
        at += 4
      } else {
        result.append(next)
        at += 2
      }
    }
    return result.isEmpty ? nil : result
  }

  /// A text in quotation marks, which are here; `nil` when it does not end on its line.
  mutating func quoted() -> [UInt8]? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var result: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return result.isEmpty ? nil : result
      case 0x0A, 0x0D, 0: return nil
      case UInt8(ascii: "\\"):
        if let length = continuation {
          at += length
          line += 1
          while peek() == 0x20 || peek() == 0x09 { at += 1 }
        } else if peek(1) == UInt8(ascii: "\"") {
          result.append(UInt8(ascii: "\""))
          at += 2
        } else {
          result.append(byte)
          at += 1
        }
      default:
        result.append(byte)
        at += 1
      }
    }
    return nil
  }

  /// `#`, perhaps `-`, and digits, returned without the `#`; `nil` when none is here.
  mutating func number() -> String? {
    skipSpace()
    guard peek() == UInt8(ascii: "#"), isAtNumber else { return nil }
    var end = at + 1
    if bytes[end] == UInt8(ascii: "-") { end += 1 }
    while end < bytes.count, bytes[end] &- 48 <= 9 { end += 1 }
    defer { at = end }
    return String(decoding: bytes[at + 1..<end], as: UTF8.self)
  }

  /// Capital letters, digits and `_`, as aliases, tags and options are named; not passed.
  func capitalWord() -> String? {
    var end = at
    while end < bytes.count, Self.isCapital(bytes[end], isFirst: end == at) { end += 1 }
    return end == at ? nil : String(decoding: bytes[at..<end], as: UTF8.self)
  }

  static func isAliasName(_ word: [UInt8]) -> Bool {
    word.enumerated().allSatisfy { isCapital($0.element, isFirst: $0.offset == 0) }
  }

  private static func isCapital(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): !isFirst
    default: false
    }
  }

  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// An IPv6 address or network, whose colons no other word may have; `nil` when none is here.
  mutating func networkWithColons() -> String? {
    skipSpace()
    var end = at
    var colons = 0
    while end < bytes.count, end - at < 90 {
      let byte = bytes[end]
      if byte == UInt8(ascii: ":") {
        colons += 1
      } else if byte == UInt8(ascii: "/") {
        guard colons >= 2 else { return nil }
      } else if byte != UInt8(ascii: "."), Self.hexadecimal(byte) == nil {
        break
      }
      end += 1
    }
    guard colons >= 2 else { return nil }
    var rest = self
    rest.at = end
    guard !rest.isAtWordByte else { return nil }
    defer { at = end }
    return String(decoding: bytes[at..<end], as: UTF8.self)
  }
}
