/// Text that somebody else chose, made fit to stand in a document.
///
/// What could turn the direction of reading, hide itself or is no character of a document at all is shown as �, so that a name cannot
/// look like another one (Unicode TR36, TR39), and so that every text is allowed in XML.
public enum ShownText {
  /// The text with � for each character that hides or turns, and a space for each line feed and tab.
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        shown.append(" ")
      } else {
        shown.append(isHidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(shown)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Control characters.
    case 0...0x1F, 0x7F...0x9F: true
    // What turns the direction.
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
    // Separators of lines and paragraphs, and what takes no room.
    case 0x2028, 0x2029, 0xAD, 0x180E, 0x200B, 0x2060...0x2065, 0xFEFF, 0xFFF9...0xFFFB: true
    // No characters, and tags.
    case 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }
}
