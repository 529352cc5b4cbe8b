/// A name or a description of something that is not a person: a unit, a system, an entitlement.
///
/// 1 to 400 bytes of UTF-8 with no control characters and no white space at either end. It stands in the log as it is; persons' names and
/// free text never do.
public struct Label: Hashable, Sendable {
  public let text: String

  /// The largest number of bytes.
  public static let bytesMax = 400

  /// No text: the value before one is read. Never written.
  public init(blank: Void) {
    text = ""
  }

  public init?(_ text: String) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      text.utf8.count <= Label.bytesMax, !first.properties.isWhitespace,
      !last.properties.isWhitespace, !scalars.contains(where: Label.isControl)
    else { return nil }
    self.text = text
  }

  /// The control characters of ASCII and those beyond it, some of which a terminal obeys.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
  }
}

extension Label: CustomStringConvertible {
  public var description: String { text }
}
