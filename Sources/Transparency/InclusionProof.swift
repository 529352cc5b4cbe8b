/// Shows that a log of one size holds a leaf at one place (RFC 6962, 2.1.1).
public struct InclusionProof: Hashable, Sendable {
  /// The leaf's place, from 0.
  public var index: UInt64
  /// The size of the tree that the proof is made for.
  public var size: UInt64
  /// The neighbours' hashes from the leaf up to the root.
  public var path: [Digest]

  public init(index: UInt64, size: UInt64, path: [Digest]) {
    self.index = index
    self.size = size
    self.path = path
  }

  /// Whether the proof shows this leaf in the tree of this head (RFC 9162, 2.1.3.2).
  ///
  /// Any length of path is safe to give; at most 64 steps are taken.
  public func proves(_ leafHash: Digest, in head: TreeHead) -> Bool {
    guard head.size == size, index < size else { return false }
    var place = index
    var last = size - 1
    var hash = leafHash
    for neighbour in path {
      guard last != 0 else { return false }
      if place & 1 == 1 || place == last {
        hash = MerkleTree.nodeHash(neighbour, hash)
        while place & 1 == 0 && place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        hash = MerkleTree.nodeHash(hash, neighbour)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && hash == head.root
  }
}

extension MerkleTree {
  /// The proof for the leaf at `index` in the tree of `size` leaves, or nothing when there is none.
  ///
  /// Asks for O(log² size) complete subtrees at most, so tiles answer it without reading lines.
  public static func inclusionProof<Failure: Error>(
    index: UInt64, size: UInt64, subtree: (MerkleSubtree) throws(Failure) -> Digest
  ) throws(Failure) -> InclusionProof? {
    guard index < size else { return nil }
    var path: [Digest] = []
    var leaves = 0..<size
    while leaves.upperBound - leaves.lowerBound > 1 {
      let middle = leaves.lowerBound + split(leaves.upperBound - leaves.lowerBound)
      let left = leaves.lowerBound..<middle
      let right = middle..<leaves.upperBound
      path.append(try hash(of: index < middle ? right : left, subtree: subtree))
      leaves = index < middle ? left : right
    }
    // The walk went down; a path is written from the leaf up.
    return InclusionProof(index: index, size: size, path: path.reversed())
  }

  /// The proof for the leaf at `index`, from leaf hashes. Asks for each of the others once.
  public static func inclusionProof<Failure: Error>(
    index: UInt64, size: UInt64, leafHash: (UInt64) throws(Failure) -> Digest
  ) throws(Failure) -> InclusionProof? {
    try inclusionProof(index: index, size: size) { (place: MerkleSubtree) throws(Failure) in
      try hash(of: place, leafHash: leafHash)
    }
  }

  /// The proof for the leaf at `index` of an array of leaf hashes, or nothing when there is none.
  public static func inclusionProof(index: UInt64, leafHashes: [Digest]) -> InclusionProof? {
    inclusionProof(index: index, size: UInt64(leafHashes.count)) { leafHashes[Int($0)] }
  }
}
