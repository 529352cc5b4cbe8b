/// The words of a stated need, as the rules compare them.
public enum NeedWords {
  /// The words in lower case, without signs and spaces, in their order.
  public static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The text as two needs are compared: the same words in the same order are the same need, however they are spaced and signed.
  public static func likeness(of text: String) -> String {
    words(of: text).joined(separator: " ")
  }

  /// Whether a text, as UTF-8, has that ``likeness(of:)``.
  ///
  /// Thousands of texts are compared with each need that is stated: nothing is allocated as long as a text is of the letters that
  /// Swedish is written with, and the first letter that differs ends it.
  public static func isAlike(_ text: UnsafeBufferPointer<UInt8>, _ likeness: String) -> Bool {
    var wanted = likeness
    return wanted.withUTF8 { isAlike(text, bytes: $0) }
      ?? (self.likeness(of: String(decoding: text, as: UTF8.self)) == likeness)
  }

  /// The same for texts of Latin-1; `nil` where more has to be known of Unicode.
  private static func isAlike(
    _ text: UnsafeBufferPointer<UInt8>, bytes wanted: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    /// Whether a byte begins a character beyond Latin-1, which can be a mark on the letter before it.
    func isForeign(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
      place < bytes.count && bytes[place] >= 0x80 && bytes[place] != 0xC3
    }
    var next = 0
    var place = 0
    var isBetweenWords = false
    while place < text.count {
      var letter = text[place]
      place += 1
      var tail: UInt8?
      switch letter {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter |= 0x20
      case 0xC3 where place < text.count:
        // U+00C0 to U+00FF: letters, capitals 32 before the small ones, but for the signs of multiplication and division.
        switch text[place] {
        case 0x97, 0xB7: return nil
        case 0x80...0x9E: tail = text[place] + 0x20
        default: tail = text[place]
        }
        place += 1
      case 0x80...: return nil
      default:
        isBetweenWords = next > 0
        continue
      }
      if isForeign(text, place) { return nil }
      if isBetweenWords {
        guard next < wanted.count, wanted[next] == UInt8(ascii: " ") else { return false }
        next += 1
        isBetweenWords = false
      }
      let end = tail == nil ? next + 1 : next + 2
      guard end <= wanted.count, wanted[next] == letter, tail == nil || tail == wanted[end - 1]
      else {
        // The same letter can be written with a mark of its own.
        return isForeign(wanted, next) || isForeign(wanted, next + 1) ? nil : false
      }
      next = end
    }
    return next == wanted.count
  }
}
