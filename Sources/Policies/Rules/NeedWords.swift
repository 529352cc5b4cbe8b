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
  /// Thousands of texts are compared with each need that is stated: nothing is allocated as long as a text is of ASCII, and the first
  /// letter that differs ends it.
  public static func isAlike(_ text: UnsafeBufferPointer<UInt8>, _ likeness: String) -> Bool {
    var wanted = likeness
    let verdict: Bool? = wanted.withUTF8 { wanted in
      var next = 0
      var isBetweenWords = false
      for (place, byte) in text.enumerated() {
        let letter: UInt8
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          letter = byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter = byte | 0x20
        case 0x80...: return nil
        default:
          isBetweenWords = next > 0
          continue
        }
        // A mark that follows can make another letter of this one.
        if place + 1 < text.count, text[place + 1] >= 0x80 { return nil }
        if isBetweenWords {
          guard next < wanted.count, wanted[next] == UInt8(ascii: " ") else { return false }
          next += 1
          isBetweenWords = false
        }
        guard next < wanted.count, wanted[next] == letter else { return false }
        next += 1
      }
      return next == wanted.count
    }
    return verdict ?? (self.likeness(of: String(decoding: text, as: UTF8.self)) == likeness)
  }
}
