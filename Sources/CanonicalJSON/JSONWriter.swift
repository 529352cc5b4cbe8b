/// Writes canonical JSON onto the end of an array of bytes.
///
/// It writes what it is told, in that order: commas and brackets are the caller's, so that a fixed shape
/// costs one append for each fixed part.
@frozen
public struct JSONWriter {
  /// What was written.
  public var bytes: [UInt8]

  @inlinable
  public init(reserving capacity: Int = 512) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Writes the bytes of `literal` as they stand.
  @inlinable
  public mutating func raw(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes `"key":`.
  @inlinable
  public mutating func key(_ key: StaticString) {
    bytes.append(0x22)
    raw(key)
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  /// Writes an integer, which must be within ±(2^53−1).
  public mutating func integer(_ value: Int64) {
    precondition(
      value.magnitude <= 9_007_199_254_740_991, "The log holds integers within ±(2^53−1).")
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes a string of ASCII that needs no escapes.
  @inlinable
  public mutating func plainString(_ write: (inout [UInt8]) -> Void) {
    bytes.append(0x22)
    write(&bytes)
    bytes.append(0x22)
  }

  /// Writes a string of any text without control characters.
  ///
  /// A byte below 0x20 must have been refused where the text came in.
  public mutating func string(_ text: String) {
    bytes.append(0x22)
    for byte in text.utf8 {
      precondition(byte >= 0x20, "A control character reached the log.")
      if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
