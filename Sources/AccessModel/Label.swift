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
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, bytes.count <= Label.bytesMax,
      first != 0x20, last != 0x20, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return nil }
    self.text = text
  }
}

extension Label: CustomStringConvertible {
  public var description: String { text }
}
