/// The place of a complete subtree: 2^level leaves from `index` · 2^level on.
///
/// Level 0 is a leaf; level 8 is an entry in a level-1 tile of C2SP tlog-tiles.
@frozen
public struct MerkleSubtree: Hashable, Sendable {
  /// The height over the leaves, 0…63.
  public var level: Int
  /// The place among the subtrees of this level, from 0.
  public var index: UInt64

  @inlinable
  public init(level: Int, index: UInt64) {
    self.level = level
    self.index = index
  }

  /// The leaves below.
  public var leaves: Range<UInt64> {
    index << UInt64(level)..<(index + 1) << UInt64(level)
  }
}

extension MerkleTree {
  /// The complete subtrees that make up a run of leaves, from left to right, each smaller than the last.
  ///
  /// The run begins where a subtree as large as the whole run may begin, as all runs in proofs do.
  static func subtrees(of leaves: Range<UInt64>) -> [MerkleSubtree] {
    var subtrees: [MerkleSubtree] = []
    var start = leaves.lowerBound
    while start < leaves.upperBound {
      let level = 63 - (leaves.upperBound - start).leadingZeroBitCount
      subtrees.append(MerkleSubtree(level: level, index: start >> UInt64(level)))
      start += 1 << UInt64(level)
    }
    return subtrees
  }

  /// The root over the first `size` leaves, from the hashes of complete subtrees: at most 64 are asked for.
  public static func root<Failure: Error>(
    size: UInt64, subtree: (MerkleSubtree) throws(Failure) -> Digest
  ) throws(Failure) -> Digest {
    try hash(of: 0..<size, subtree: subtree)
  }

  /// The hash over a run of leaves, from the hashes of complete subtrees.
  static func hash<Failure: Error>(
    of leaves: Range<UInt64>, subtree: (MerkleSubtree) throws(Failure) -> Digest
  ) throws(Failure) -> Digest {
    var hash: Digest?
    for place in subtrees(of: leaves).reversed() {
      let left = try subtree(place)
      hash = hash.map { nodeHash(left, $0) } ?? left
    }
    return hash ?? emptyRoot
  }

  /// The hash of a complete subtree, from the leaf hashes below it.
  static func hash<Failure: Error>(
    of subtree: MerkleSubtree, leafHash: (UInt64) throws(Failure) -> Digest
  ) throws(Failure) -> Digest {
    var frontier = MerkleFrontier()
    for index in subtree.leaves { frontier.append(leafHash: try leafHash(index)) }
    return frontier.root
  }

  /// How many leaves the left side of a tree takes: the largest power of two below its size.
  static func split(_ size: UInt64) -> UInt64 {
    1 << UInt64(63 - (size - 1).leadingZeroBitCount)
  }
}
