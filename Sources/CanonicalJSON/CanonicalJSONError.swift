/// Where bytes leave the one form the log allows, and how.
public struct CanonicalJSONError: Error, Hashable, Sendable {
  /// What the reader needed and did not find.
  public enum Reason: UInt8, Hashable, Sendable {
    /// The expected key, bracket, comma or quotation mark is not there.
    case unexpectedByte
    /// The bytes end inside a value.
    case truncated
    /// Bytes follow the end of the value.
    case trailingBytes
    /// A number is not a canonical integer within ±(2^53−1).
    case malformedInteger
    /// A string holds a byte below 0x20, or an escape other than `\"` and `\\`.
    case forbiddenCharacter
    /// A string is not UTF-8.
    case invalidUTF8
    /// A string is well formed, but not a value of the type that stands here.
    case valueOutOfRange
  }

  public var reason: Reason
  /// Bytes from the start of what was read.
  public var offset: Int

  @inlinable
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension CanonicalJSONError: CustomStringConvertible {
  /// The reason and the place in a few English words, for the facts of a diagnostic.
  public var description: String {
    let words =
      switch reason {
      case .unexpectedByte: "unexpected byte"
      case .truncated: "truncated"
      case .trailingBytes: "trailing bytes"
      case .malformedInteger: "malformed integer"
      case .forbiddenCharacter: "forbidden character"
      case .invalidUTF8: "invalid UTF-8"
      case .valueOutOfRange: "value out of range"
      }
    return "\(words) at byte \(offset)"
  }
}
