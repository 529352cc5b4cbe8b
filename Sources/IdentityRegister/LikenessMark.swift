/// By which texts that may be alike are found: a number that thousands of texts share, and like texts have in common.
///
/// It is counted from the letters of Swedish and the digits alone, small as capital, and says next to nothing of the text: one text in
/// four thousand has the same. It stands beside the text, in the same file, and goes when the text goes.
enum LikenessMark {
  /// The field whose texts are compared.
  static let field = "need"
  /// The mark of texts that more has to be known of Unicode for: they are compared with all others.
  static let ofOthers: Int64 = 4_096

  /// The mark of a text in a field; `nil` for a field whose texts are not compared.
  static func mark(of text: String, in field: String) -> Int64? {
    guard field == Self.field else { return nil }
    var text = text
    return text.withUTF8 { mark(of: $0) }
  }

  /// The mark of some UTF-8: that of the text in small letters, without anything but letters and digits.
  static func mark(of text: UnsafeBufferPointer<UInt8>) -> Int64 {
    // FNV-1a, folded to twelve bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var place = 0
    while place < text.count {
      let byte = text[place]
      place += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): add(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(byte | 0x20)
      case 0xC3 where place < text.count:
        // U+00C0 to U+00FF: letters, capitals 32 before the small ones, but for the signs of multiplication and division.
        switch text[place] {
        case 0x97, 0xB7: return ofOthers
        case 0x80...0x9E: add(text[place] + 0x20)
        default: add(text[place])
        }
        place += 1
      case 0x80...: return ofOthers
      default: continue
      }
    }
    return Int64((hash ^ hash >> 12 ^ hash >> 24 ^ hash >> 36 ^ hash >> 48) & 0xFFF)
  }
}
