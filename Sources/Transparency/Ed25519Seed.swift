/// The 32 secret bytes that an Ed25519 key is made from (RFC 8032, 5.1.5); never shown.
public struct Ed25519Seed: Sendable {
  let bytes: Bytes32

  /// The seed with these bytes, or nothing unless there are exactly 32.
  public init?(_ bytes: some Collection<UInt8>) {
    guard let bytes = Bytes32(bytes) else { return nil }
    self.bytes = bytes
  }
}

extension Ed25519Seed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "Ed25519Seed(not shown)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
