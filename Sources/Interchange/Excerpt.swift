/// Bytes of the outside world, made fit to show in a message.
enum Excerpt {
  /// The most characters shown.
  static let charactersMax = 60

  /// The text of `bytes`: repaired UTF-8, control characters as `·`, cut with `…` when long.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    // A scalar is at most four bytes: what lies beyond can never be shown.
    let head = Array(bytes.prefix(charactersMax * 4 + 4))
    var result = ""
    var count = 0
    for scalar in String(decoding: head, as: UTF8.self).unicodeScalars {
      if count == charactersMax {
        return result + "…"
      }
      result.unicodeScalars.append(isShown(scalar) ? scalar : "·")
      count += 1
    }
    return bytes.count > head.count ? result + "…" : result
  }

  /// Control characters and those that turn the direction of writing could deceive who reads a message.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: false
    default: true
    }
  }
}
