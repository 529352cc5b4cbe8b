/// Up to 32 bytes of printable ASCII, held inline: copied, compared and hashed without allocation.
///
/// What identifiers and case numbers are made of. Replaying a log touches several for each event, which
/// is why they are four words and not a `String`.
@frozen
public struct InlineASCII: Hashable, Sendable {
  @usableFromInline var a: UInt64
  @usableFromInline var b: UInt64
  @usableFromInline var c: UInt64
  @usableFromInline var d: UInt64

  /// The largest number of bytes.
  public static let bytesMax = 32

  /// No bytes at all: the value before one is read.
  @inlinable
  public init() {
    a = 0
    b = 0
    c = 0
    d = 0
  }

  /// The bytes as they stand; `nil` for more than 32 or for a byte outside 0x20 to 0x7E.
  @inlinable
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count <= 32 else { return nil }
    self.init()
    guard let base = bytes.baseAddress else { return }
    withUnsafeMutableBytes(of: &self) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: base, count: bytes.count))
    }
    // Bytes that are not there are zeros, which are not printable, so that printable bytes are counted.
    let printable =
      InlineASCII.printable(a) &+ InlineASCII.printable(b) &+ InlineASCII.printable(c)
      &+ InlineASCII.printable(d)
    guard printable == bytes.count else { return nil }
  }

  /// How many of a word's eight bytes are printable ASCII, all eight looked at together.
  @inlinable
  static func printable(_ word: UInt64) -> Int {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    // In each byte, the top bit says: at least 0x20; is 0x7F; was above 0x7F.
    let isVisible = low &+ 0x6060_6060_6060_6060
    let isDelete = low &+ 0x0101_0101_0101_0101
    return (isVisible & ~isDelete & ~word & 0x8080_8080_8080_8080).nonzeroBitCount
  }

  /// The bytes of `text`; `nil` for more than 32 or for a byte outside 0x20 to 0x7E.
  public init?(_ text: String) {
    var text = text
    guard let value = text.withUTF8({ InlineASCII(bytes: UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = value
  }

  /// The number of bytes, 0 to 32.
  @inlinable
  public var count: Int {
    if b == 0 { return InlineASCII.count(a) }
    if c == 0 { return 8 &+ InlineASCII.count(b) }
    return d == 0 ? 16 &+ InlineASCII.count(c) : 24 &+ InlineASCII.count(d)
  }

  /// How many bytes of a word stand before the zeros that fill it.
  @inlinable
  static func count(_ word: UInt64) -> Int { 8 &- word.littleEndian.leadingZeroBitCount / 8 }

  @inlinable
  public var isEmpty: Bool { a == 0 }

  /// Lends the bytes.
  @inlinable
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let count = self.count
    return withUnsafeBytes(of: self) { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  /// Appends the bytes to `target`.
  @inlinable
  public func write(to target: inout [UInt8]) {
    withBytes { target.append(contentsOf: $0) }
  }
}

extension InlineASCII {
  /// Most identifiers are short: the words that are zero need no hashing.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(a)
    if b != 0 { hasher.combine(b) }
    if c != 0 { hasher.combine(c) }
    if d != 0 { hasher.combine(d) }
  }
}

extension InlineASCII {
  /// A hash for tables that keep it; equal for equal bytes under one seed, on every machine.
  @inlinable
  public func hash(seed: UInt64) -> UInt32 {
    var state = seed
    InlineASCII.mix(&state, a)
    if b != 0 { InlineASCII.mix(&state, b) }
    if c != 0 { InlineASCII.mix(&state, c) }
    if d != 0 { InlineASCII.mix(&state, d) }
    return UInt32(truncatingIfNeeded: state >> 32 ^ state)
  }

  @inlinable
  static func mix(_ state: inout UInt64, _ word: UInt64) {
    let product = (state ^ word.littleEndian).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    state = product.high ^ product.low
  }
}

extension InlineASCII: Comparable {
  /// Bytewise order, in which a prefix comes first.
  @inlinable
  public static func < (lhs: InlineASCII, rhs: InlineASCII) -> Bool {
    if lhs.a != rhs.a { return lhs.a.bigEndian < rhs.a.bigEndian }
    if lhs.b != rhs.b { return lhs.b.bigEndian < rhs.b.bigEndian }
    if lhs.c != rhs.c { return lhs.c.bigEndian < rhs.c.bigEndian }
    return lhs.d.bigEndian < rhs.d.bigEndian
  }
}

extension InlineASCII: CustomStringConvertible {
  public var description: String {
    withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
