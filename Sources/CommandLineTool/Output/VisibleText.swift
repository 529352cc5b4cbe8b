/// Text made safe to show: what could move the cursor, start an escape sequence, turn the reading
/// direction or hide itself is written out as a visible escape.
///
/// A name that somebody else chose must not be able to repaint the terminal of who reads it, or to
/// look like another name (Unicode TR36, TR39; CWE-150).
public enum VisibleText {
  /// The text with every dangerous character written as `\n`, `\r`, `\t` or `\u{1B}`.
  public static func of(_ text: String) -> String {
    var text = text
    if text.withUTF8({ $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }) { return text }
    guard text.unicodeScalars.contains(where: isDangerous) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isDangerous(scalar):
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text made visible and cut to `width` columns: what an argument looks like in a message.
  public static func brief(_ text: String, width: Int = 60) -> String {
    let beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(4 * width)))
    return DisplayWidth.shortened(of(beginning), to: width)
  }

  /// Whether a code point acts on the terminal or the line instead of being seen in it.
  static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Control characters: C0, DEL and C1, which holds a one-character CSI.
    case 0...0x1F, 0x7F...0x9F: true
    // Marks, embeddings, overrides and isolates of direction.
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
    // Line and paragraph separators.
    case 0x2028, 0x2029: true
    // What takes no room: soft hyphen, zero width space, word joiner, byte order mark and the like.
    case 0xAD, 0x180E, 0x200B, 0x2060...0x2065, 0xFEFF, 0xFFF9...0xFFFB: true
    // Tags, which can carry a whole hidden text.
    case 0xE0000...0xE007F: true
    default: false
    }
  }
}
