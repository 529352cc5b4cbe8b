/// The right edge of a growing tree: all that is needed to append to it and to know its root.
///
/// It holds one hash for each complete subtree that a binary writing of the size names: at most 64.
public struct MerkleFrontier: Hashable, Sendable {
  /// The number of leaves.
  public private(set) var size: UInt64
  /// The roots of the complete subtrees from left to right, each smaller than the one before it.
  public private(set) var peaks: [Digest]

  /// The edge of the tree with no leaf.
  public init() {
    size = 0
    peaks = []
  }

  /// An edge that was kept, or nothing unless there is one hash for each bit that is set in the size.
  public init?(size: UInt64, peaks: [Digest]) {
    guard peaks.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.peaks = peaks
  }

  /// Adds one leaf. Amortised, two hashes.
  public mutating func append(leafHash: Digest) {
    append(subtreeRoot: leafHash, level: 0)
  }

  /// Whether a complete subtree of 2^level leaves can come next: the size must be a multiple of that.
  public func admits(level: Int) -> Bool {
    (0..<64).contains(level) && level <= size.trailingZeroBitCount
      && !size.addingReportingOverflow(1 << UInt64(level)).overflow
  }

  /// Adds 2^level leaves by the root of their complete subtree: a sealed segment, a tile's entry.
  ///
  /// - Precondition: `admits(level:)`.
  public mutating func append(subtreeRoot: Digest, level: Int) {
    precondition(admits(level: level), "A subtree is appended where one of its size begins.")
    var root = subtreeRoot
    var bit: UInt64 = 1 << UInt64(level)
    let added = bit
    while size & bit != 0 {
      root = MerkleTree.nodeHash(peaks.removeLast(), root)
      bit <<= 1
    }
    peaks.append(root)
    size += added
  }

  /// The root over all leaves so far. At most 63 hashes.
  public var root: Digest {
    guard var root = peaks.last else { return MerkleTree.emptyRoot }
    for peak in peaks.dropLast().reversed() { root = MerkleTree.nodeHash(peak, root) }
    return root
  }

  /// The size and the root together.
  public var head: TreeHead { TreeHead(size: size, root: root) }
}
