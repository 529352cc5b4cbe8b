public import Transparency

/// 128 random bits, written as 32 lower-case hexadecimal digits.
///
/// An event's is its idempotency key, and what keeps the hash of a guessable event unguessable; a command's
/// ties the events of one command together.
@frozen
public struct UniqueID: Hashable, Sendable {
  public var high: UInt64
  public var low: UInt64

  @inlinable
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads 32 lower-case hexadecimal digits; `nil` for anything else.
  @inlinable
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 32, let address = bytes.baseAddress,
      let first = Hexadecimal.bytes(ofDigits: address),
      let second = Hexadecimal.bytes(ofDigits: address + 8),
      let third = Hexadecimal.bytes(ofDigits: address + 16),
      let fourth = Hexadecimal.bytes(ofDigits: address + 24)
    else { return nil }
    high = UInt64(first.bigEndian) << 32 | UInt64(second.bigEndian)
    low = UInt64(third.bigEndian) << 32 | UInt64(fourth.bigEndian)
  }

  /// The bits are random already; half of them choose a place well enough.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(low)
  }

  /// Reads 32 lower-case hexadecimal digits; `nil` for anything else.
  public init?(_ text: String) {
    var text = text
    guard let value = text.withUTF8({ UniqueID(bytes: UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = value
  }

  /// Appends the 32 digits to `target`.
  public func write(to target: inout [UInt8]) {
    for word in [high, low] {
      var shift: UInt64 = 64
      while shift > 0 {
        shift -= 4
        let digit = UInt8(word >> shift & 15)
        target.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}

extension UniqueID: CustomStringConvertible {
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
