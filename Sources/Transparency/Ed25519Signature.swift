/// An Ed25519 signature (RFC 8032, 5.1.6) in its one spelling: S is below the group's order.
public struct Ed25519Signature: Hashable, Sendable {
  // The point R and the number S; they lie next to each other in memory.
  private let r: Bytes32
  private let s: Bytes32

  /// The signature with these 64 bytes, or nothing when there are not 64 or S is not canonical.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 64, let r = Bytes32(bytes.prefix(32)),
      let s = Bytes32(bytes.dropFirst(32)),
      Self.isBelowOrder(s)
    else { return nil }
    self.r = r
    self.s = s
  }

  /// The signature with the 64 bytes at an address, or nothing when S is not canonical.
  init?(loading address: UnsafeRawPointer) {
    r = Bytes32(loading: address)
    s = Bytes32(loading: address + 32)
    guard Self.isBelowOrder(s) else { return nil }
  }

  /// Calls a closure with the 64 bytes.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Swift.withUnsafeBytes(of: self, body)
  }

  /// The 64 bytes.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// Whether a little-endian number is below L = 2^252 + 27742317777372353535851937790883648493.
  private static func isBelowOrder(_ number: Bytes32) -> Bool {
    let order: InlineArray<32, UInt8> = [
      0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE,
      0x14,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ]
    for position in (0..<32).reversed() where number[position] != order[position] {
      return number[position] < order[position]
    }
    return false
  }
}
