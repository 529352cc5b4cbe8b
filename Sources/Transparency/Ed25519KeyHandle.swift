import CLibCrypto
import Diagnostics

/// A key as the cryptographic library holds it, which overwrites a secret one when it lets go.
final class Ed25519KeyHandle: @unchecked Sendable {
  // Unchecked because of the pointer alone: it never changes, and the library counts its users and reads
  // a made key without writing to it, so that several threads may sign and verify at once.
  private let key: OpaquePointer

  init(publicKey: Ed25519PublicKey) throws(Diagnostic) {
    key = try Self.ready(
      publicKey.bytes.withUnsafeBytes {
        EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, $0.baseAddress, $0.count)
      })
  }

  init(seed: Ed25519Seed) throws(Diagnostic) {
    key = try Self.ready(
      seed.bytes.withUnsafeBytes {
        EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, $0.baseAddress, $0.count)
      })
  }

  deinit {
    EVP_PKEY_free(key)
  }

  private static func ready(
    _ key: @autoclosure () -> OpaquePointer?
  ) throws(Diagnostic) -> OpaquePointer {
    guard LibCrypto.isReady, let key = key() else { throw LibCrypto.failure() }
    return key
  }

  /// The public half, as bytes.
  func publicBytes() throws(Diagnostic) -> Bytes32 {
    var bytes = Bytes32()
    var count = 32
    let isRead = bytes.withUnsafeMutableBytes { target in
      EVP_PKEY_get_raw_public_key(
        key, target.baseAddress?.assumingMemoryBound(to: UInt8.self), &count) == 1
    }
    guard isRead, count == 32 else { throw LibCrypto.failure() }
    return bytes
  }

  /// Signs a message. About 40 µs.
  func signature(over message: UnsafeRawBufferPointer) throws(Diagnostic) -> Ed25519Signature {
    guard let context = EVP_MD_CTX_new() else { throw LibCrypto.failure() }
    defer { EVP_MD_CTX_free(context) }
    let bytes = [UInt8](unsafeUninitializedCapacity: 64) { target, initialized in
      var count = 64
      let isSigned =
        EVP_DigestSignInit_ex(context, nil, nil, nil, nil, key, nil) == 1
        && EVP_DigestSign(
          context, target.baseAddress, &count,
          message.baseAddress?.assumingMemoryBound(to: UInt8.self), message.count) == 1
      initialized = isSigned ? count : 0
    }
    guard let signature = Ed25519Signature(bytes) else { throw LibCrypto.failure() }
    return signature
  }

  /// Judges a signature. About 100 µs.
  func verify(
    _ signature: Ed25519Signature, over message: UnsafeRawBufferPointer
  ) throws(Diagnostic) -> Bool {
    guard let context = EVP_MD_CTX_new() else { throw LibCrypto.failure() }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestVerifyInit_ex(context, nil, nil, nil, nil, key, nil) == 1 else {
      throw LibCrypto.failure()
    }
    let verdict = signature.withUnsafeBytes { signature in
      EVP_DigestVerify(
        context, signature.baseAddress?.assumingMemoryBound(to: UInt8.self), signature.count,
        message.baseAddress?.assumingMemoryBound(to: UInt8.self), message.count)
    }
    // The library leaves a note when a signature does not fit; the next call must not find it.
    if verdict != 1 { ERR_clear_error() }
    return verdict == 1
  }
}
