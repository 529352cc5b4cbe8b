/// A piece of the tree as it is published: up to 256 hashes of one level (C2SP tlog-tiles).
public struct Tile: Hashable, Sendable {
  /// Hashes in a full tile.
  public static let width: UInt64 = 256

  /// 0 for leaves; each level up is 256 times coarser.
  public var level: Int
  /// The place among the tiles of the level.
  public var index: UInt64
  /// How many hashes it holds: 1 to 256.
  public var count: Int

  public init(level: Int, index: UInt64, count: Int) {
    self.level = level
    self.index = index
    self.count = count
  }

  public var isFull: Bool { count == Int(Self.width) }

  /// `tile/0/x001/x234/067`, with `.p/112` after it when it is not full.
  public var path: String {
    var groups = [Self.threeDigits(index % 1000)]
    var rest = index / 1000
    while rest > 0 {
      groups.insert("x" + Self.threeDigits(rest % 1000), at: 0)
      rest /= 1000
    }
    return "tile/\(level)/" + groups.joined(separator: "/") + (isFull ? "" : ".p/\(count)")
  }

  private static func threeDigits(_ number: UInt64) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// The subtrees whose hashes stand in the tile, from left to right.
  public var subtrees: [MerkleSubtree] {
    (0..<UInt64(count)).map {
      MerkleSubtree(level: level * 8, index: index * Self.width + $0)
    }
  }

  /// The tiles that a tree of `size` leaves has and one of `oldSize` has not, from the leaves up.
  ///
  /// A tile that was partly filled before is named again, with more hashes.
  public static func added(from oldSize: UInt64, to size: UInt64) -> [Tile] {
    var tiles: [Tile] = []
    var level = 0
    var old = oldSize
    var new = size
    while new > 0 {
      if new > old {
        for index in (old / width)...((new - 1) / width) {
          tiles.append(
            Tile(level: level, index: index, count: Int(min(width, new - index * width))))
        }
      }
      level += 1
      old /= width
      new /= width
    }
    return tiles
  }
}
