public import Diagnostics

/// Judges the signatures of one Ed25519 key, from any number of threads at once.
///
/// Keep one for each key when many signatures are judged: what the key costs to set up is paid once.
public struct Ed25519Verifier: Sendable {
  public let publicKey: Ed25519PublicKey
  private let handle: Ed25519KeyHandle

  /// - Throws: `KEY-09` when the library fails.
  public init(_ publicKey: Ed25519PublicKey) throws(Diagnostic) {
    self.publicKey = publicKey
    handle = try Ed25519KeyHandle(publicKey: publicKey)
  }

  /// Whether the signature is the key's over exactly this message. About 100 µs.
  ///
  /// - Throws: `KEY-09` when the library fails, so that a lack of memory never looks like a forgery.
  public func isValid(
    _ signature: Ed25519Signature, over message: UnsafeRawBufferPointer
  ) throws(Diagnostic) -> Bool {
    try handle.verify(signature, over: message)
  }

  /// Whether the signature is the key's over exactly this message. About 100 µs.
  ///
  /// - Throws: `KEY-09` when the library fails.
  public func isValid(
    _ signature: Ed25519Signature, over message: [UInt8]
  ) throws(Diagnostic) -> Bool {
    try message.withUnsafeBufferPointer { (message) throws(Diagnostic) in
      try isValid(signature, over: UnsafeRawBufferPointer(message))
    }
  }
}
