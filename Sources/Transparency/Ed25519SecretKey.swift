import CSodium
import Diagnostics

/// A secret key as the library signs with it: the seed and the public half, overwritten when nobody holds it any longer.
final class Ed25519SecretKey: @unchecked Sendable {
  // Unchecked because of the pointer alone: its bytes are written before anybody else has them, and only read then.
  private let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 8)
  /// The public half, as bytes.
  let publicBytes: Bytes32

  /// - Throws: `KEY-09` when the library cannot be started.
  init(seed: Ed25519Seed) throws(Diagnostic) {
    let secret = bytes
    var publicBytes = Bytes32()
    publicBytes.withUnsafeMutableBytes { target in
      seed.bytes.withUnsafeBytes {
        csodium_key($0.baseAddress, secret.baseAddress, target.baseAddress)
      }
    }
    self.publicBytes = publicBytes
    try Sodium.start()
  }

  deinit {
    sodium_memzero(bytes.baseAddress, bytes.count)
    bytes.deallocate()
  }

  /// Signs a message; the same signature each time (RFC 8032). About 15 µs.
  func signature(over message: UnsafeRawBufferPointer) throws(Diagnostic) -> Ed25519Signature {
    let signed = [UInt8](unsafeUninitializedCapacity: 64) { target, count in
      let isSigned = csodium_sign(
        message.baseAddress, message.count, bytes.baseAddress, target.baseAddress)
      count = isSigned == 1 ? 64 : 0
    }
    guard let signature = Ed25519Signature(signed) else {
      throw KeyDiagnostics.cryptographyFailed.diagnostic()
    }
    return signature
  }
}
