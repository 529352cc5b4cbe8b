/// Reads the fields of SSH's binary forms (RFC 4251, section 5) from bytes that may be hostile.
///
/// A field that claims more than there is gives nothing; no length is believed before it is compared.
struct SSHWireReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Collection<UInt8>) {
    rest = Array(bytes)[...]
  }

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { rest.isEmpty }

  /// The bytes not read so far.
  var remainder: ArraySlice<UInt8> { rest }

  /// The next bytes, when there are so many.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// The next 32-bit number, the byte that weighs most first.
  mutating func number() -> UInt32? {
    bytes(4)?.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The next string: its length as a number, then so many bytes.
  mutating func string() -> ArraySlice<UInt8>? {
    guard let count = number() else { return nil }
    return bytes(Int(count))
  }

  /// Whether these very bytes come next; then they are read.
  mutating func skip(_ expected: StaticString) -> Bool {
    expected.withUTF8Buffer { expected in
      guard rest.starts(with: expected) else { return false }
      rest = rest.dropFirst(expected.count)
      return true
    }
  }
}

extension [UInt8] {
  /// Writes a 32-bit number, the byte that weighs most first.
  mutating func appendSSH(number: UInt32) {
    for shift: UInt32 in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Writes a string: its length as a number, then its bytes.
  mutating func appendSSH(string: some Collection<UInt8>) {
    appendSSH(number: UInt32(string.count))
    append(contentsOf: string)
  }

  /// Writes a string: its length as a number, then its bytes.
  mutating func appendSSH(string: String) {
    appendSSH(string: string.utf8)
  }
}
