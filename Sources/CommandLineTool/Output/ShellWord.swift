/// Text as a word of a POSIX shell, for commands that are shown to be pasted.
enum ShellWord {
  /// The text itself where the shell takes nothing in it for its own, else in single quotation marks.
  static func quoted(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x80...: true
      case _: false
      }
    }
    if plain, !text.isEmpty { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
