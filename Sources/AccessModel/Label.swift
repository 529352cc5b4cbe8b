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
    // Most labels are plain: then there is nothing to look up about their characters.
    if let isSound = text.utf8.withContiguousStorageIfAvailable(Label.isSoundASCII), isSound {
      self.text = text
      return
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      text.utf8.count <= Label.bytesMax, !first.properties.isWhitespace,
      !last.properties.isWhitespace, !scalars.contains(where: Label.isControl)
    else { return nil }
    self.text = text
  }

  /// Whether bytes are ASCII, and a label; what is not ASCII may be one all the same.
  private static func isSoundASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, bytes.count <= Label.bytesMax,
      first != 0x20, last != 0x20
    else { return false }
    for byte in bytes where byte < 0x20 || byte >= 0x7F { return false }
    return true
  }

  /// The control characters of ASCII and those beyond it, some of which a terminal obeys.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
  }
}

extension Label: CustomStringConvertible {
  public var description: String { text }
}
