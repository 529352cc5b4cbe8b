/// What a log of one size looks like: the number of leaves and the root over them (RFC 6962, 2.1).
@frozen
public struct TreeHead: Hashable, Sendable {
  /// The number of leaves.
  public var size: UInt64
  /// The Merkle tree hash over the first `size` leaves.
  public var root: Digest

  @inlinable
  public init(size: UInt64, root: Digest) {
    self.size = size
    self.root = root
  }

  /// The head of a log that holds nothing.
  public static let empty = TreeHead(size: 0, root: MerkleTree.emptyRoot)
}
