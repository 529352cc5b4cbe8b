import CLibCrypto

/// SHA-512 over bytes that come in pieces (FIPS 180-4); a value, with no allocation.
///
/// It is what an SSH signature says about its message, so a message may be many pieces never copied
/// together: the events of a batch, each followed by a line feed.
public struct SHA512: Sendable {
  /// A SHA-512 value: 64 bytes inline.
  public struct Digest: Hashable, Sendable {
    // The two halves lie next to each other in memory.
    private var first = Bytes32()
    private var second = Bytes32()

    fileprivate init() {}

    /// Calls a closure with the 64 bytes.
    public func withUnsafeBytes<Result, Failure: Error>(
      _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      try Swift.withUnsafeBytes(of: self, body)
    }
  }

  private var context = SHA512_CTX()

  public init() {
    clibcrypto_sha512_begin(&context)
  }

  /// Adds the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    clibcrypto_sha512_add(&context, bytes.baseAddress, bytes.count)
  }

  /// Adds the next bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds the next bytes and a line feed after them.
  public mutating func update(line bytes: UnsafeRawBufferPointer) {
    update(bytes)
    var lineFeed = UInt8(ascii: "\n")
    clibcrypto_sha512_add(&context, &lineFeed, 1)
  }

  /// The digest of the bytes so far; more may follow.
  public var digest: Digest {
    var digest = Digest()
    withUnsafePointer(to: context) { context in
      Swift.withUnsafeMutableBytes(of: &digest) { clibcrypto_sha512_value(context, $0.baseAddress) }
    }
    return digest
  }

  /// The digest of some bytes at hand.
  public static func digest(of bytes: UnsafeRawBufferPointer) -> Digest {
    var hasher = SHA512()
    hasher.update(bytes)
    return hasher.digest
  }

  /// The digest of some bytes at hand.
  public static func digest(of bytes: [UInt8]) -> Digest {
    bytes.withUnsafeBytes { digest(of: $0) }
  }
}
