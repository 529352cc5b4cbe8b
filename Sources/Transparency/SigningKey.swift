public import Diagnostics

/// A private key that signs; what describes it shows the public half alone.
public struct SigningKey: Sendable {
  /// The public half.
  public let publicKey: OpenSSHPublicKey
  /// The name the public half goes by: asked for with each command, and computed once.
  public let fingerprint: KeyFingerprint
  /// The comment that stands beside the key in its file, for people; it may be empty.
  public let comment: String
  private let secret: Ed25519SecretKey

  /// The key that a seed makes.
  ///
  /// - Throws: `KEY-09` when the library fails.
  public init(seed: Ed25519Seed, comment: String = "") throws(Diagnostic) {
    let secret = try Ed25519SecretKey(seed: seed)
    guard let publicKey = Ed25519PublicKey(secret.publicBytes) else {
      throw KeyDiagnostics.cryptographyFailed.diagnostic()
    }
    self.publicKey = .ed25519(publicKey)
    fingerprint = self.publicKey.fingerprint
    self.comment = comment
    self.secret = secret
  }

  /// The Ed25519 signature over a message's own bytes, as checkpoints carry it. About 15 µs.
  ///
  /// - Throws: `KEY-09` when the library fails.
  public func signature(
    over message: UnsafeRawBufferPointer
  ) throws(Diagnostic) -> Ed25519Signature {
    try secret.signature(over: message)
  }

  /// The Ed25519 signature over a message's own bytes, as checkpoints carry it. About 15 µs.
  ///
  /// - Throws: `KEY-09` when the library fails.
  public func signature(over message: [UInt8]) throws(Diagnostic) -> Ed25519Signature {
    try message.withUnsafeBufferPointer { (message) throws(Diagnostic) in
      try signature(over: UnsafeRawBufferPointer(message))
    }
  }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "SigningKey(SHA256:\(fingerprint))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey]) }
}
