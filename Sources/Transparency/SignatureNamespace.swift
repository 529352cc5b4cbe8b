/// What a signature is for: `liggare-event@ledger.example`; a signature for one purpose fits no other.
public struct SignatureNamespace: Hashable, Sendable {
  /// The longest namespace: 512 bytes.
  public static let bytesMax = 512

  public let text: String

  /// The namespace with this text, or nothing when it is empty, too long or not printable ASCII.
  public init?(_ text: String) {
    self.init(text.utf8)
  }

  init?(_ text: some Collection<UInt8>) {
    guard !text.isEmpty, text.count <= Self.bytesMax,
      text.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    self.text = String(decoding: text, as: UTF8.self)
  }
}
