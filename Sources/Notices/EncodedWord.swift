import Transparency

/// Text in a header (RFC 2047): as it is in plain ASCII, else as words of base64 that are at most 75 characters each.
enum EncodedWord {
  /// The text of a header, folded with `lineEnd` and a space.
  static func header(_ text: String, lineEnd: String) -> String {
    let clean = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    let isPlain =
      clean.utf8.count <= 60 && clean.utf8.allSatisfy { $0 < 0x7F } && !clean.contains("=?")
    if isPlain { return clean }
    var words: [String] = []
    var pending: [UInt8] = []
    func finish() {
      guard !pending.isEmpty else { return }
      words.append("=?UTF-8?B?\(Base64.encode(pending))?=")
      pending = []
    }
    for scalar in clean.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // 42 bytes are 56 characters of base64; a line has room for them after any name of a header.
      if pending.count + bytes.count > 42 { finish() }
      pending += bytes
    }
    finish()
    return words.joined(separator: "\(lineEnd) ")
  }

  /// A display name and an address: `Eva Lind <eva@mail.example>`.
  static func mailbox(_ name: String?, _ address: MailAddress, lineEnd: String) -> String {
    guard let name, !name.isEmpty else { return address.text }
    let isPlain =
      name.utf8.count <= 60
      && name.utf8.allSatisfy {
        $0 < 0x7F && $0 >= 0x20 && !"\"\\()<>[]:;@,.".utf8.contains($0)
      } && !name.contains("=?")
    return isPlain
      ? "\(name) <\(address.text)>"
      : "\(encoded(name, lineEnd))\(lineEnd) <\(address.text)>"
  }

  private static func encoded(_ text: String, _ lineEnd: String) -> String {
    let header = header(text, lineEnd: lineEnd)
    return header.hasPrefix("=?") ? header : "=?UTF-8?B?\(Base64.encode(Array(text.utf8)))?="
  }
}
