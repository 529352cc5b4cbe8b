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
    guard bytes.count == 32 else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    var isWellFormed = true
    var index = 0
    while index < 32 {
      let byte = bytes[index]
      let isDigit = byte &- 0x30 <= 9
      if !isDigit, byte &- 0x61 > 5 { isWellFormed = false }
      let digit = UInt64(isDigit ? byte &- 0x30 : byte &- 0x57)
      if index < 16 { words.0 = words.0 << 4 | digit } else { words.1 = words.1 << 4 | digit }
      index &+= 1
    }
    guard isWellFormed else { return nil }
    high = words.0
    low = words.1
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
