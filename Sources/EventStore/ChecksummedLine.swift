import Transparency

/// One line whose last field is the SHA-256 of all bytes before that field.
///
/// ```text
/// line = 1*(field SP) 64lowerhex LF      ; fields of printable ASCII without spaces
/// ```
enum ChecksummedLine {
  /// The longest line that is read, in bytes.
  static let byteCountMax = 1_024

  /// Writes a line of these fields.
  static func write(_ fields: [String]) -> [UInt8] {
    // Not by joining them: the type that this takes is looked for among all of the program.
    var content: [UInt8] = []
    for field in fields {
      content += field.utf8
      content.append(0x20)
    }
    return finish(content)
  }

  /// Adds the checksum and LF to all fields before it, each with its space.
  static func finish(_ content: [UInt8]) -> [UInt8] {
    var bytes = content
    bytes.append(contentsOf: SHA256.digest(of: bytes).hexadecimal.utf8)
    bytes.append(0x0A)
    return bytes
  }

  /// The fields of a line without the checksum; `nil` unless `write` would have written exactly
  /// this.
  static func read(_ bytes: [UInt8]) -> [String]? {
    guard bytes.count > 66, bytes.count <= byteCountMax else { return nil }
    let content = bytes.prefix(bytes.count - 65)
    guard content.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    let fields = content.dropLast().split(separator: 0x20, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard write(fields) == bytes else { return nil }
    return fields
  }

  /// The number written in decimal in its one form.
  static func number(_ text: String) -> UInt64? {
    guard let value = UInt64(text), String(value) == text, value <= 9_007_199_254_740_991 else {
      return nil
    }
    return value
  }
}
