/// Breaks running text into lines of at most so many columns.
enum TextWrapping {
  /// The lines of a text, broken at spaces; paragraphs are parted by an empty line in the text.
  ///
  /// A word longer than a line stands alone on one. A line that begins with a space is kept as it
  /// stands, for examples.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if paragraph.first == " " || paragraph.isEmpty {
        lines.append(String(paragraph))
      } else {
        lines += wrapped(paragraph, width: width)
      }
    }
    return lines
  }

  private static func wrapped(_ paragraph: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      let columns = DisplayWidth.of(String(word))
      if used > 0, used + 1 + columns > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += columns
    }
    if used > 0 { lines.append(line) }
    return lines
  }
}
