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
}
