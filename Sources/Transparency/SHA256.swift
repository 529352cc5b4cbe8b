import CLibCrypto

/// SHA-256 over bytes that come in pieces (FIPS 180-4); a value, with no allocation.
public struct SHA256: Sendable {
  private var context = SHA256_CTX()

  public init() {
    clibcrypto_sha256_begin(&context)
  }

  /// Adds the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    clibcrypto_sha256_add(&context, bytes.baseAddress, bytes.count)
  }

  /// Adds the next bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The digest of the bytes so far; more may follow.
  public var digest: Digest {
    var bytes = Bytes32()
    withUnsafePointer(to: context) { context in
      bytes.withUnsafeMutableBytes { clibcrypto_sha256_value(context, $0.baseAddress) }
    }
    return Digest(bytes: bytes)
  }

  /// The digest of some bytes at hand.
  public static func digest(of bytes: UnsafeRawBufferPointer) -> Digest {
    var hasher = SHA256()
    hasher.update(bytes)
    return hasher.digest
  }

  /// The digest of some bytes at hand.
  public static func digest(of bytes: [UInt8]) -> Digest {
    bytes.withUnsafeBytes { digest(of: $0) }
  }
}
