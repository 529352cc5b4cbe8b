extension ChartDrawing {
  /// About how wide a text is drawn, rather too wide than too narrow: the page does not know which typeface it gets.
  ///
  /// - Parameter size: of the typeface, in units of the drawing.
  static func width(of text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * size
  }

  /// The part of the size that a character takes.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    if scalar.value > 0x2FF { return 1.1 }
    if "ilj.,:;'|!() -I".unicodeScalars.contains(scalar) { return 0.42 }
    if "mwMW%@".unicodeScalars.contains(scalar) { return 1 }
    return scalar.properties.isUppercase ? 0.8 : 0.66
  }

  /// The beginning of a text with `…` at its end, in at most so much room; the whole text if it fits.
  static func shortened(_ text: String, to room: Double, size: Double) -> String {
    // No room holds so many characters.
    let text = String(text.prefix(200))
    guard width(of: text, size: size) > room else { return text }
    var kept = ""
    for character in text {
      guard width(of: kept + String(character) + "…", size: size) <= room else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
