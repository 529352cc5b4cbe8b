/// Writes values of JSON: on one line, or indented for people.
public enum JSONText {
  /// The value on one line, and a line feed.
  public static func line(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    write(value, to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  /// The value with each member on a line of its own, and a line feed.
  public static func page(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    write(value, indented: 0, to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  private static func write(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .string(let text): write(text, to: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .written(let written): bytes += written
    case .list(let values):
      bytes.append(0x5B)
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(0x2C) }
        write(value, to: &bytes)
      }
      bytes.append(0x5D)
    case .object(let members):
      bytes.append(0x7B)
      for (place, member) in members.enumerated() {
        if place > 0 { bytes.append(0x2C) }
        write(member.name, to: &bytes)
        bytes.append(0x3A)
        write(member.value, to: &bytes)
      }
      bytes.append(0x7D)
    }
  }

  private static func write(_ value: JSONValue, indented depth: Int, to bytes: inout [UInt8]) {
    func begin(_ place: Int) {
      if place > 0 { bytes.append(0x2C) }
      bytes.append(0x0A)
      bytes += repeatElement(0x20, count: 2 * (depth + 1))
    }
    func end(_ bracket: UInt8) {
      bytes.append(0x0A)
      bytes += repeatElement(0x20, count: 2 * depth)
      bytes.append(bracket)
    }
    switch value {
    case .list(let values) where !values.isEmpty:
      bytes.append(0x5B)
      for (place, value) in values.enumerated() {
        begin(place)
        write(value, indented: depth + 1, to: &bytes)
      }
      end(0x5D)
    case .object(let members) where !members.isEmpty:
      bytes.append(0x7B)
      for (place, member) in members.enumerated() {
        begin(place)
        write(member.name, to: &bytes)
        bytes += ": ".utf8
        write(member.value, indented: depth + 1, to: &bytes)
      }
      end(0x7D)
    case .string, .integer, .flag, .written, .list, .object: write(value, to: &bytes)
    }
  }

  /// A string with what RFC 8259 asks to be escaped, and nothing else.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20: bytes += "\\u00".utf8 + [hexadecimal(byte >> 4), hexadecimal(byte & 0xF)]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? 0x30 + nibble : 0x57 + nibble
  }
}
