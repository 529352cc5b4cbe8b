/// The registrar's number of a case (diarienummer), or a ticket's: `KS 2026/00123`.
///
/// 1 to 32 bytes of printable ASCII with no quotation mark, backslash, or space at either end.
@frozen
public struct CaseNumber: Hashable, Sendable {
  public var ascii: InlineASCII

  /// No number: the value before one is read. Never written.
  @inlinable
  public init(blank: Void) {
    ascii = InlineASCII()
  }

  @inlinable
  public init?(bytes: UnsafeRawBufferPointer) {
    guard let ascii = InlineASCII(bytes: bytes), let first = bytes.first, let last = bytes.last,
      first != 0x20, last != 0x20
    else { return nil }
    for byte in bytes where byte == 0x22 || byte == 0x5C { return nil }
    self.ascii = ascii
  }

  public init?(_ text: String) {
    var text = text
    guard let value = text.withUTF8({ CaseNumber(bytes: UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = value
  }
}

extension CaseNumber: CustomStringConvertible {
  public var description: String { ascii.description }
}
