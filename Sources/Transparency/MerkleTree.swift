import CLibCrypto

/// The Merkle tree over a log's lines (RFC 6962, section 2.1).
public enum MerkleTree {
  /// The root of the tree with no leaf: the SHA-256 of nothing.
  public static let emptyRoot = SHA256.digest(of: [])

  /// The hash of one leaf: SHA-256 of a zero byte and the leaf's own bytes.
  ///
  /// A leaf is a line's raw bytes without its line feed. No allocation; about 0.3 µs for 430 bytes.
  public static func leafHash(of bytes: UnsafeRawBufferPointer) -> Digest {
    var digest = Bytes32()
    digest.withUnsafeMutableBytes {
      clibcrypto_sha256_prefixed(0x00, bytes.baseAddress, bytes.count, $0.baseAddress)
    }
    return Digest(bytes: digest)
  }

  /// The hash of one leaf: SHA-256 of a zero byte and the leaf's own bytes.
  public static func leafHash(of bytes: [UInt8]) -> Digest {
    bytes.withUnsafeBytes { leafHash(of: $0) }
  }

  /// The hash of an inner node: SHA-256 of the byte 1 and the two hashes below.
  public static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
    var digest = Bytes32()
    digest.withUnsafeMutableBytes { target in
      left.withUnsafeBytes { left in
        right.withUnsafeBytes { right in
          clibcrypto_sha256_pair(0x01, left.baseAddress, right.baseAddress, target.baseAddress)
        }
      }
    }
    return Digest(bytes: digest)
  }

  /// The root over leaf hashes in their order.
  public static func root(of leafHashes: some Sequence<Digest>) -> Digest {
    var frontier = MerkleFrontier()
    for leafHash in leafHashes { frontier.append(leafHash: leafHash) }
    return frontier.root
  }
}
