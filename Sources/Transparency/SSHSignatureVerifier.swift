public import Diagnostics

/// Judges the SSH signatures of one key for one purpose, from any number of threads at once.
///
/// Keep one for each key when a log is verified: what the key costs to set up is paid once.
public final class SSHSignatureVerifier: Sendable {
  public let publicKey: OpenSSHPublicKey
  public let namespace: SignatureNamespace
  private let verifier: Ed25519Verifier
  /// What the key signs before the digest of the message; it is the same each time.
  private let begin: [UInt8]
  /// What the signatures of a security key are for.
  private let application: String?
  /// The flag by which a security key says that its holder was there (FIDO CTAP2, `up`).
  private static let touched: UInt8 = 1

  /// - Throws: `KEY-09` when the library cannot be started.
  public init(
    publicKey: OpenSSHPublicKey, namespace: SignatureNamespace
  ) throws(Diagnostic) {
    self.publicKey = publicKey
    self.namespace = namespace
    verifier = try Ed25519Verifier(publicKey.point)
    application = if case .securityKey(_, let application) = publicKey { application } else { nil }
    begin = Array(
      SSHSignature.signedBytes(message: SHA512().digest, namespace: namespace).dropLast(64))
  }

  /// Whether the signature is the key's over the message with this SHA-512. About 40 µs.
  public func isValid(
    _ signature: SSHSignature, over message: SHA512.Digest
  ) -> Bool {
    switch signature {
    case .ed25519(let signature):
      guard application == nil else { return false }
      return withSignedBytes(message) { verifier.isValid(signature, over: $0) }
    case .securityKey(let signature, let flags, let counter):
      // A security key that nobody touched may have been used by a program.
      guard let application, flags & Self.touched != 0 else { return false }
      var signed = Array(SHA256.digest(of: Array(application.utf8)).bytes)
      signed.append(flags)
      signed.appendSSH(number: counter)
      signed.append(contentsOf: withSignedBytes(message) { SHA256.digest(of: $0) }.bytes)
      return verifier.isValid(signature, over: signed)
    }
  }

  /// Calls a closure with what is signed for a message, which takes no allocation.
  private func withSignedBytes<Result>(
    _ message: SHA512.Digest, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: begin.count + 64, alignment: 8) { target in
      target.copyBytes(from: begin)
      message.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: target[begin.count...]).copyBytes(from: $0)
      }
      return body(UnsafeRawBufferPointer(target))
    }
  }
}
