/// The complete subtrees over a run of leaves that begins and ends anywhere in a tree, from left to right.
///
/// Runs can be hashed at the same time as each other; a frontier then takes them in their order, at a handful of hashes each.
public struct MerkleRun: Sendable {
  /// The position of the first leaf.
  public private(set) var start: UInt64
  /// The number of leaves.
  public private(set) var count: UInt64 = 0
  /// The largest subtrees that the leaves fill, with their roots; at most two of each level.
  private(set) var subtrees: [(level: Int, root: Digest)] = []

  /// The run with no leaf, before the leaf at that position.
  public init(from start: UInt64) {
    self.start = start
  }

  /// Begins anew, keeping its memory.
  public mutating func restart(from start: UInt64) {
    self.start = start
    count = 0
    subtrees.removeAll(keepingCapacity: true)
  }

  /// Adds the next leaf. Amortised, less than one hash besides the leaf's own.
  public mutating func append(leafHash: Digest) {
    append(subtreeRoot: leafHash, level: 0)
  }

  /// Adds the next leaves, which are overwritten: their nodes are hashed level by level, many at once.
  public mutating func append(leafHashes: UnsafeMutableBufferPointer<Digest>) {
    append(leafHashes: leafHashes, twoAtATime: MerkleTree.hashesTwoAtATime)
  }

  mutating func append(leafHashes: UnsafeMutableBufferPointer<Digest>, twoAtATime: Bool) {
    var rest = leafHashes[...]
    while !rest.isEmpty {
      // The largest subtree that begins here and is full.
      let place = start + count
      let room = UInt64.bitWidth - 1 - UInt64(rest.count).leadingZeroBitCount
      let level = min(place == 0 ? room : place.trailingZeroBitCount, room)
      var nodes = UnsafeMutableBufferPointer(rebasing: rest.prefix(1 << level))
      rest = rest.dropFirst(1 << level)
      while nodes.count > 1 {
        let above = MerkleTree.nodeHashes(above: nodes, twoAtATime: twoAtATime)
        nodes = UnsafeMutableBufferPointer(rebasing: nodes.prefix(above))
      }
      append(subtreeRoot: nodes[0], level: level)
    }
  }

  /// Adds a full subtree that begins where the run ends.
  private mutating func append(subtreeRoot: Digest, level: Int) {
    var root = subtreeRoot
    var level = level
    let added = 1 << UInt64(level)
    // The subtree is a right child for each bit that is set in its place among those of its size.
    var place = (start + count) >> UInt64(level)
    while place & 1 == 1, let left = subtrees.last, left.level == level {
      root = MerkleTree.nodeHash(left.root, root)
      subtrees.removeLast()
      level += 1
      place >>= 1
    }
    subtrees.append((level, root))
    count += UInt64(added)
  }
}

extension MerkleRun {
  /// Whether the subtrees of the run are those that its leaves make behind that tree, wherever that ends: a segment, for one, has a
  /// tree of its own that begins at 0.
  public func canFollow(_ tree: MerkleFrontier) -> Bool {
    // As much of a place as decides how leaves pair: no subtree of the run is larger.
    let bits = UInt64(63 - max(count, 1).leadingZeroBitCount)
    return (start ^ tree.size) & ((1 << bits) - 1) == 0
  }
}

extension MerkleFrontier {
  /// Adds the leaves of a run.
  ///
  /// - Precondition: the run begins where the tree ends.
  public mutating func append(_ run: MerkleRun) {
    precondition(run.start == size, "A run is appended where it begins.")
    append(subtreesOf: run)
  }

  /// Adds the leaves of a run that was made for another place like this one.
  ///
  /// - Precondition: `run.canFollow(self)`.
  public mutating func append(subtreesOf run: MerkleRun) {
    for (level, root) in run.subtrees { append(subtreeRoot: root, level: level) }
  }
}
