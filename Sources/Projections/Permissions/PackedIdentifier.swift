import AccessModel

/// An identifier of at most ten characters as a number, in the order of the identifiers' bytes.
///
/// Each character is a digit to the base of 66: the 65 characters that identifiers are made of in the order of their bytes, and nought
/// for those that are not there, so that a prefix comes first. 66¹⁰ is below 2⁶³. Identifiers that a ledger gives out itself, and most
/// that other registers do, are that short; one that is longer has no such number.
struct PackedIdentifier: Equatable, BitwiseCopyable, Sendable {
  let number: UInt64

  static let countMax = 10
  /// No identifier.
  static let none = PackedIdentifier(number: 0)

  private init(number: UInt64) { self.number = number }

  /// The number of those bytes; `nil` when they are too many, none, or hold one that no identifier has.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return nil }
    self.init(base, count: bytes.count)
  }

  @inline(__always)
  init?(_ base: UnsafeRawPointer, count: Int) {
    guard count > 0, count <= Self.countMax else { return nil }
    var number: UInt64 = 0
    var isSound = true
    for index in 0..<count {
      let digit = Self.digit(of: base.load(fromByteOffset: index, as: UInt8.self))
      isSound = isSound && digit != 0
      number = number &* 66 &+ UInt64(digit)
    }
    guard isSound else { return nil }
    for _ in count..<Self.countMax { number = number &* 66 }
    self.number = number
  }

  /// The number of an identifier; `nil` when it is too long.
  init?<Subject>(_ id: Identifier<Subject>) {
    guard let packed = id.ascii.withBytes({ PackedIdentifier($0) }) else { return nil }
    self = packed
  }

  /// The identifier.
  func identifier<Subject>() -> Identifier<Subject> {
    let identifier = withUnsafeTemporaryAllocation(byteCount: Self.countMax, alignment: 1) {
      bytes in
      var (rest, count) = (number, 0)
      for index in (0..<Self.countMax).reversed() {
        let (more, digit) = rest.quotientAndRemainder(dividingBy: 66)
        bytes[index] = Self.characters[Int(digit)]
        // Those that are not there are the last.
        if digit != 0, count == 0 { count = index + 1 }
        rest = more
      }
      return Identifier<Subject>(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
    guard let identifier else { preconditionFailure("A number was made of an identifier.") }
    return identifier
  }

  /// 1 to 65 in the order of ASCII; 0 for a byte that no identifier has.
  @inline(__always)
  private static func digit(of byte: UInt8) -> UInt8 {
    if byte &- 0x61 < 26 { return byte &- 0x61 &+ 40 }
    if byte &- 0x30 < 10 { return byte &- 0x30 &+ 3 }
    if byte &- 0x41 < 26 { return byte &- 0x41 &+ 13 }
    if byte == 0x2D { return 1 }
    if byte == 0x2E { return 2 }
    return byte == 0x5F ? 39 : 0
  }

  /// The byte of each digit, from 0, which has none.
  private static let characters =
    [0, 0x2D, 0x2E] + Array(0x30...0x39) + Array(0x41...0x5A) + [0x5F] + Array(0x61...0x7A)
    as [UInt8]
}

extension PackedIdentifier: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
