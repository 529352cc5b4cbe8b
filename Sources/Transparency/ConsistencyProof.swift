/// Shows that a log of one size is the beginning of a log of a larger size (RFC 6962, 2.1.2).
public struct ConsistencyProof: Hashable, Sendable {
  /// The size of the older tree.
  public var oldSize: UInt64
  /// The size of the newer tree.
  public var newSize: UInt64
  /// The hashes that both roots can be built from.
  public var path: [Digest]

  public init(oldSize: UInt64, newSize: UInt64, path: [Digest]) {
    self.oldSize = oldSize
    self.newSize = newSize
    self.path = path
  }

  /// Whether the proof shows that the old tree is the beginning of the new one (RFC 9162, 2.1.4.2).
  ///
  /// Two trees of the same size need an empty path and equal roots. An old tree of size 0 proves nothing
  /// and is refused here when the new one is larger; `extends(_:_:)` has the rule of the protocol.
  public func proves(_ old: TreeHead, isBeginningOf new: TreeHead) -> Bool {
    guard old.size == oldSize, new.size == newSize, oldSize <= newSize else { return false }
    if oldSize == newSize { return path.isEmpty && old.root == new.root }
    guard oldSize != 0, !path.isEmpty else { return false }

    var place = oldSize - 1
    var last = newSize - 1
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    // The old root is itself a node of the new tree when its size is a power of two; then it is not sent.
    let isOldRootNode = oldSize & (oldSize - 1) == 0
    var oldHash = isOldRootNode ? old.root : path[0]
    var newHash = oldHash
    for hash in path.dropFirst(isOldRootNode ? 0 : 1) {
      guard last != 0 else { return false }
      if place & 1 == 1 || place == last {
        oldHash = MerkleTree.nodeHash(hash, oldHash)
        newHash = MerkleTree.nodeHash(hash, newHash)
        while place & 1 == 0 && place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        newHash = MerkleTree.nodeHash(newHash, hash)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && oldHash == old.root && newHash == new.root
  }

  /// Whether the new head may follow the old one, as C2SP tlog-witness rules it.
  ///
  /// Every log extends the empty one: then the path must be empty and the old root that of no leaves.
  public func extends(_ old: TreeHead, to new: TreeHead) -> Bool {
    guard old.size == 0 else { return proves(old, isBeginningOf: new) }
    return oldSize == 0 && newSize == new.size && path.isEmpty && old == .empty
      && (new.size != 0 || new == .empty)
  }
}

extension MerkleTree {
  /// The proof between two sizes, or nothing when the old size is above the new one.
  ///
  /// Empty for equal sizes and for an old size of 0. Asks for O(log² newSize) complete subtrees at most.
  public static func consistencyProof<Failure: Error>(
    oldSize: UInt64, newSize: UInt64, subtree: (MerkleSubtree) throws(Failure) -> Digest
  ) throws(Failure) -> ConsistencyProof? {
    guard oldSize <= newSize else { return nil }
    var path: [Digest] = []
    var leaves = 0..<newSize
    // As long as the walk keeps to the left, the old tree is a whole node that its reader knows.
    var isKnown = true
    if oldSize != 0 {
      while leaves.upperBound != oldSize {
        let middle = leaves.lowerBound + split(leaves.upperBound - leaves.lowerBound)
        let left = leaves.lowerBound..<middle
        let right = middle..<leaves.upperBound
        if oldSize <= middle {
          path.append(try hash(of: right, subtree: subtree))
          leaves = left
        } else {
          path.append(try hash(of: left, subtree: subtree))
          leaves = right
          isKnown = false
        }
      }
      if !isKnown { path.append(try hash(of: leaves, subtree: subtree)) }
    }
    return ConsistencyProof(oldSize: oldSize, newSize: newSize, path: path.reversed())
  }

  /// The proof between two sizes, from leaf hashes. Asks for each of them once at most.
  public static func consistencyProof<Failure: Error>(
    oldSize: UInt64, newSize: UInt64, leafHash: (UInt64) throws(Failure) -> Digest
  ) throws(Failure) -> ConsistencyProof? {
    try consistencyProof(oldSize: oldSize, newSize: newSize) {
      (place: MerkleSubtree) throws(Failure) in
      try hash(of: place, leafHash: leafHash)
    }
  }

  /// The proof that the first `oldSize` of an array of leaf hashes are the beginning of all of them.
  public static func consistencyProof(
    oldSize: UInt64, leafHashes: [Digest]
  ) -> ConsistencyProof? {
    consistencyProof(oldSize: oldSize, newSize: UInt64(leafHashes.count)) { leafHashes[Int($0)] }
  }
}
