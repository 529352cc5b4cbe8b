/// Commands, their arguments and their digests.
extension SudoersLexer {
  /// Why a command could not be read.
  enum CommandFault: Error {
    /// No path, pattern, `sudoedit` or `list` is here.
    case notACommand
    /// A backslash before a character that needs none, in an argument.
    case badEscape
    /// A regular expression without `$` on its line.
    case openExpression
  }

  /// A path or pattern with its arguments, without the file's escapes.
  mutating func command() throws(CommandFault) -> [UInt8] {
    skipSpace()
    var command: [UInt8]
    if peek() == UInt8(ascii: "/") {
      command = path()
      guard command.count > 1 else { throw .notACommand }
      // A directory stands for the programs in it, and takes no arguments.
      if command.last == UInt8(ascii: "/") { return command }
    } else if peek() == UInt8(ascii: "^") {
      command = try expression()
    } else if isAtWord("sudoedit") {
      advance(8)
      command = Array("sudoedit".utf8)
    } else if isAtWord("list") {
      advance(4)
      return Array("list".utf8)
    } else {
      throw .notACommand
    }
    try arguments(&command)
    return command
  }

  /// A path; blanks, `,`, `:`, `=`, `#` and `\` in it have a backslash before them.
  mutating func path() -> [UInt8] {
    var result: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "#"), 0x20, 0x09,
        0x0D, 0x0A, 0:
        return result
      case UInt8(ascii: "\\"):
        guard let next = peek(1), Self.isSpecial(next) else { return result }
        result.append(next)
        advance(2)
      default:
        result.append(byte)
        advance()
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "#"), 0x20, 0x09,
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  private mutating func arguments(_ command: inout [UInt8]) throws(CommandFault) {
    var isFirst = true
    while true {
      let before = at
      skipSpace()
      let isSeparated = at > before
      guard let byte = peek() else { return }
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ","), 0x0D, 0x0A, 0: return
      default: break
      }
      if isSeparated || isFirst { command.append(0x20) }
      if isFirst, byte == UInt8(ascii: "^") {
        command.append(contentsOf: try expression())
        return
      }
      isFirst = false
      try argument(&command)
    }
  }

  private mutating func argument(_ command: inout [UInt8]) throws(CommandFault) {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ","), 0x20, 0x09, 0x0D, 0x0A, 0:
        return
      case UInt8(ascii: "\\"):
        // A hidden line end is space, and so ends the argument.
        guard !isAtContinuation else { return }
        guard let next = peek(1) else { throw .badEscape }
        switch next {
        case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"),
          UInt8(ascii: "!"), UInt8(ascii: "^"):
          // The backslash is for the pattern matcher.
          command.append(byte)
        default:
          guard Self.isSpecial(next) else { throw .badEscape }
        }
        command.append(next)
        advance(2)
      default:
        command.append(byte)
        advance()
      }
    }
  }

  /// A regular expression from `^` to `$`.
  private mutating func expression() throws(CommandFault) -> [UInt8] {
    var result: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "$"):
        result.append(byte)
        advance()
        return result
      case UInt8(ascii: "#"), 0x0D, 0x0A, 0: throw .openExpression
      case UInt8(ascii: "\\"):
        guard let next = peek(1), next != 0x0D, next != 0x0A else { throw .openExpression }
        result.append(byte)
        result.append(next)
        advance(2)
      default:
        result.append(byte)
        advance()
      }
    }
    throw .openExpression
  }

  /// The bytes of a SHA-2 digest by the name here; `nil` when none is. The name is passed.
  mutating func digestAlgorithm() -> (name: String, bytes: Int)? {
    skipSpace()
    for (name, bytes) in [("sha224", 28), ("sha256", 32), ("sha384", 48), ("sha512", 64)]
    where isAtWord(name) {
      advance(6)
      return (name, bytes)
    }
    return nil
  }

  /// A digest in hexadecimal or base64; `nil` when its length is not that of `byteCount` bytes.
  mutating func digest(byteCount: Int) -> String? {
    skipSpace()
    var end = at
    while end < bytes.count, Self.isDigestByte(bytes[end]) { end += 1 }
    let digest = bytes[at..<end]
    let isHexadecimal = digest.allSatisfy { Self.hexadecimal($0) != nil }
    let base64Count =
      digest.last == UInt8(ascii: "=") ? 4 * ((byteCount + 2) / 3) : (4 * byteCount + 2) / 3
    guard isHexadecimal && digest.count == 2 * byteCount || digest.count == base64Count else {
      return nil
    }
    advance(digest.count)
    return String(decoding: digest, as: UTF8.self)
  }

  private static func isDigestByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "="):
      true
    default: false
    }
  }
}
