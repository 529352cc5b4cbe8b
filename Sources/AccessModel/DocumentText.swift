/// The whole text of a document that the log keeps as it is: rules as they were adopted.
///
/// 1 to 12,000 bytes of UTF-8 in lines, each ended by a line feed, with no other control characters; so that it fits in one line of the log.
public struct DocumentText: Hashable, Sendable {
  /// Without their line feeds.
  public let lines: [String]

  /// The largest number of bytes.
  public static let bytesMax = 12_000

  /// No text: the value before one is read. Never written.
  public init(blank: Void) {
    lines = []
  }

  public init?(lines: [String]) {
    guard !lines.isEmpty,
      lines.reduce(0, { $0 + $1.utf8.count + 1 }) <= DocumentText.bytesMax,
      !lines.contains(where: { $0.unicodeScalars.contains(where: DocumentText.isControl) })
    else { return nil }
    self.lines = lines
  }

  /// The document that is `text`; `nil` when it is empty, too long, does not end its last line, or has control characters.
  public init?(_ text: String) {
    guard text.utf8.last == 0x0A else { return nil }
    let lines = text.utf8.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    self.init(lines: lines.map { String($0) ?? "\u{0}" })
  }

  /// The text, byte for byte as it was adopted.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
  }
}
