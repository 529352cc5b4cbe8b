/// How many columns of a terminal a text takes.
///
/// Letters such as å, ä and ö take one, composed or not; East Asian wide characters and emoji two
/// (UAX #11); combining marks none. An emoji sequence takes two as a whole.
enum DisplayWidth {
  /// The columns of a text without control characters.
  static func of(_ text: String) -> Int {
    var text = text
    let ascii = text.withUTF8 { $0.allSatisfy { $0 < 0x80 } ? $0.count : nil }
    if let ascii { return ascii }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character as a reader counts characters.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return of(first) }
    if first.value > 0x7F, first.properties.isEmoji { return emojiSequence(first, scalars) }
    return scalars.reduce(0) { $0 + of($1) }
  }

  private static func emojiSequence(
    _ first: Unicode.Scalar, _ scalars: Character.UnicodeScalarView
  ) -> Int {
    let joinsOrAsksForEmoji = scalars.dropFirst().contains {
      $0.value == 0xFE0F || $0.value == 0x200D || $0.properties.isEmojiModifier
        || isRegionalIndicator($0)
    }
    return joinsOrAsksForEmoji ? 2 : of(first)
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// The columns of one code point: 0, 1 or 2.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if (0x1160...0x11FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation, !isRegionalIndicator(scalar) { return 2 }
    return isWide(value) ? 2 : 1
  }

  /// Whether the East Asian Width is W or F, for what is not already wide as an emoji.
  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wideRanges.contains { $0.contains(value) }
  }

  /// Hangul, CJK with its punctuation and forms, the scripts written among them, and planes 2 and 3.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}

extension DisplayWidth {
  /// The beginning of a text with `…` at its end, in at most `width` columns; the whole text if it fits.
  static func shortened(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    guard width > 1 else { return width == 1 ? "…" : "" }
    var kept = ""
    var used = 0
    for character in text {
      let columns = of(character)
      if used + columns > width - 1 { break }
      used += columns
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}
