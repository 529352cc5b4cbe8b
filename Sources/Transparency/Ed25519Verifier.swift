import CSodium
public import Diagnostics

/// Judges the signatures of one Ed25519 key, from any number of threads at once.
///
/// The judgement is the strict one, without the cofactor (RFC 8032, 5.1.7, as its last paragraph has it): R is compared as bytes,
/// and a key or an R of small order is refused. It is the one judgement in the program, so that what is accepted when it is
/// recorded is accepted whenever it is verified.
public struct Ed25519Verifier: Sendable {
  public let publicKey: Ed25519PublicKey

  /// - Throws: `KEY-09` when the library cannot be started, so that this never looks like a forgery.
  public init(_ publicKey: Ed25519PublicKey) throws(Diagnostic) {
    self.publicKey = publicKey
    try Sodium.start()
  }

  /// Whether the signature is the key's over exactly this message. About 40 µs; no allocation.
  public func isValid(
    _ signature: Ed25519Signature, over message: UnsafeRawBufferPointer
  ) -> Bool {
    publicKey.bytes.withUnsafeBytes { key in
      signature.withUnsafeBytes { signature in
        csodium_verify(
          signature.baseAddress, message.baseAddress, message.count, key.baseAddress) == 1
      }
    }
  }

  /// Whether the signature is the key's over exactly this message. About 40 µs.
  public func isValid(_ signature: Ed25519Signature, over message: [UInt8]) -> Bool {
    message.withUnsafeBytes { isValid(signature, over: $0) }
  }
}
