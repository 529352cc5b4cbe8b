/// The right edge of a growing tree as tiles show it: on each level, the hashes that do not fill a tile yet.
///
/// All that is needed to cut the tiles of what comes next, and to know the root. It holds at most 255 hashes
/// for each level, so at most 8 KiB for each factor of 256 in size.
public struct TileFrontier: Hashable, Sendable {
  /// The number of leaves.
  public private(set) var size: UInt64 = 0
  /// The hashes of the last tile of each level, from the leaves up; none where the last tile is full.
  public private(set) var levels: [[Digest]] = []

  /// The edge of the tree with no leaf.
  public init() {}

  /// An edge that was kept, or nothing unless it has the levels and the hashes that the size asks for.
  public init?(size: UInt64, levels: [[Digest]]) {
    guard levels.map(\.count) == Self.counts(size) else { return nil }
    self.size = size
    self.levels = levels
  }

  /// How many hashes the last tile of each level holds, from the leaves up; 0 where it is full.
  private static func counts(_ size: UInt64) -> [Int] {
    var counts: [Int] = []
    var count = size
    while count > 0 {
      counts.append(Int(count % Tile.width))
      count /= Tile.width
    }
    return counts
  }

  /// The tiles that are not full, from the leaves up.
  public static func partialTiles(of size: UInt64) -> [Tile] {
    counts(size).enumerated().compactMap { level, count in
      guard count > 0 else { return nil }
      return Tile(level: level, index: size >> UInt64(8 * level) / Tile.width, count: count)
    }
  }

  /// Adds one leaf, and hands over the tiles it fills, each level before the one above it.
  public mutating func append<Failure: Error>(
    leafHash: Digest, filling: (Tile, [Digest]) throws(Failure) -> Void
  ) throws(Failure) {
    size += 1
    var hash = leafHash
    for level in 0... {
      if level == levels.count { levels.append([]) }
      levels[level].append(hash)
      guard levels[level].count == Int(Tile.width) else { return }
      let index = size >> UInt64(8 * level) / Tile.width - 1
      try filling(Tile(level: level, index: index, count: Int(Tile.width)), levels[level])
      hash = MerkleTree.root(ofFull: levels[level])
      levels[level].removeAll(keepingCapacity: true)
    }
  }

  /// The tiles that are not full with their hashes, from the leaves up.
  public var partialTiles: [(tile: Tile, hashes: [Digest])] {
    Self.partialTiles(of: size).map { ($0, levels[$0.level]) }
  }

  /// The root over all leaves so far. At most 255 hashes for each level.
  public var root: Digest {
    var tree = MerkleFrontier()
    for level in levels.indices.reversed() {
      for hash in levels[level] { tree.append(subtreeRoot: hash, level: 8 * level) }
    }
    return tree.root
  }

  /// The size and the root together.
  public var head: TreeHead { TreeHead(size: size, root: root) }
}
