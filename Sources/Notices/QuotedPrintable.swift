/// A text in lines of at most 76 ASCII characters (RFC 2045, 6.7).
enum QuotedPrintable {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// - Parameters:
  ///   - text: with line feeds between its lines.
  ///   - lineEnd: what ends a line of the mail.
  static func encode(_ text: String, lineEnd: String) -> String {
    var encoded = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bytes = Array(line.utf8)
      var count = 0
      for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let piece = piece(of: byte, isFirst: index == 0, isLast: isLast, in: line)
        // One place is for the sign that the line goes on.
        if count + piece.utf8.count > 75 {
          encoded += "=\(lineEnd)"
          count = 0
        }
        encoded += piece
        count += piece.utf8.count
      }
      encoded += lineEnd
    }
    return encoded
  }

  private static func piece(
    of byte: UInt8, isFirst: Bool, isLast: Bool, in line: Substring
  ) -> String {
    let isPlain =
      switch byte {
      case UInt8(ascii: "="): false
      case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
      // What programs on the way take for the end of a mail, or the beginning of one.
      case UInt8(ascii: "."): !isFirst
      case UInt8(ascii: "F"): !(isFirst && line.hasPrefix("From "))
      default: (0x21...0x7E).contains(byte)
      }
    if isPlain { return String(UnicodeScalar(byte)) }
    return String(
      decoding: [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]],
      as: UTF8.self)
  }
}
