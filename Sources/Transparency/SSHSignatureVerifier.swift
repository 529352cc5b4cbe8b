public import Diagnostics

/// Judges the SSH signatures of one key for one purpose, from any number of threads at once.
///
/// Keep one for each key when a log is verified: what the key costs to set up is paid once.
public struct SSHSignatureVerifier: Sendable {
  public let publicKey: OpenSSHPublicKey
  public let namespace: SignatureNamespace
  private let verifier: Ed25519Verifier

  /// - Throws: `KEY-09` when the library fails.
  public init(
    publicKey: OpenSSHPublicKey, namespace: SignatureNamespace
  ) throws(Diagnostic) {
    self.publicKey = publicKey
    self.namespace = namespace
    switch publicKey {
    case .ed25519(let key): verifier = try Ed25519Verifier(key)
    }
  }

  /// Whether the signature is the key's over the message with this SHA-512. About 0.1 ms.
  ///
  /// - Throws: `KEY-09` when the library fails.
  public func isValid(
    _ signature: SSHSignature, over message: SHA512.Digest
  ) throws(Diagnostic) -> Bool {
    switch signature {
    case .ed25519(let signature):
      try verifier.isValid(
        signature, over: SSHSignature.signedBytes(message: message, namespace: namespace))
    }
  }
}
