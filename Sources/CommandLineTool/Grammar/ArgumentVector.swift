internal import Diagnostics

/// The words of a command line as the operating system hands them over, checked before they are read.
public enum ArgumentVector {
  /// The bytes of one argument that are read: what Linux lets one argument have.
  public static let argumentBytesMax = 131_072
  /// The number of arguments that are read.
  public static let argumentCountMax = 100_000

  /// The arguments as text; throws when one is not UTF-8, holds NUL or is too long.
  ///
  /// The program's own name is not among them.
  public static func decode(_ arguments: [[UInt8]]) throws(UsageError) -> [String] {
    var texts: [String] = []
    try checkCount(arguments.count)
    for (index, bytes) in arguments.enumerated() {
      try checkLength(bytes.count, at: index)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        let shown = VisibleText.brief(String(decoding: bytes.prefix(400), as: UTF8.self))
        throw UsageError(UsageError.notUTF8, [place(index), .argument(shown)])
      }
      texts.append(text)
    }
    return texts
  }

  /// Throws when an argument holds NUL or there is too much to read.
  static func check(_ arguments: [String]) throws(UsageError) {
    try checkCount(arguments.count)
    for (index, text) in arguments.enumerated() {
      try checkLength(text.utf8.count, at: index)
      if text.utf8.contains(0) {
        throw UsageError(UsageError.holdsNUL, [place(index), .argument(VisibleText.brief(text))])
      }
    }
  }

  private static func checkCount(_ count: Int) throws(UsageError) {
    guard count > argumentCountMax else { return }
    throw UsageError(
      UsageError.tooLong,
      [
        .init(en: "arguments", sv: "argument", String(count)),
        .init(en: "at most", sv: "högst", String(argumentCountMax)),
      ])
  }

  private static func checkLength(_ count: Int, at index: Int) throws(UsageError) {
    guard count > argumentBytesMax else { return }
    throw UsageError(
      UsageError.tooLong,
      [
        place(index), .init(en: "bytes", sv: "byte", String(count)),
        .init(en: "at most", sv: "högst", String(argumentBytesMax)),
      ])
  }

  private static func place(_ index: Int) -> Diagnostic.Fact {
    .init(en: "argument number", sv: "argument nummer", String(index + 1))
  }
}

extension Diagnostic.Fact {
  static func argument(_ text: String) -> Diagnostic.Fact {
    .init(en: "argument", sv: "argument", text)
  }
}
