import Transparency

/// The tree over the log, cut where its segments are cut.
///
/// A full segment is one complete subtree, so its manifest's root stands for all its lines.
struct SegmentedTree {
  /// Events per segment: a power of two.
  let segmentSize: UInt64
  /// The tree over the full segments before the current one.
  private(set) var full = MerkleFrontier()
  /// The tree over the current segment, which may be full but is never empty unless the log is.
  private(set) var current = MerkleFrontier()

  init(segmentSize: UInt64) {
    self.segmentSize = segmentSize
  }

  /// The tree as it was at a bookmark; `nil` when segments of that size cannot be so.
  init?(_ bookmark: LogBookmark, segmentSize: UInt64) {
    guard bookmark.full.size % segmentSize == 0, bookmark.current.size <= segmentSize,
      bookmark.current.size > 0
    else { return nil }
    self.segmentSize = segmentSize
    full = bookmark.full
    current = bookmark.current
  }

  var size: UInt64 { full.size + current.size }
  /// The first position of the current segment.
  var segment: UInt64 { full.size }
  var isSegmentFull: Bool { current.size == segmentSize }

  var root: Digest {
    guard current.size > 0 else { return full.root }
    // The peaks of the full segments are as high as those of the current one, or higher, and are joined from the right either way.
    return full.peaks.reversed().reduce(current.root) { MerkleTree.nodeHash($1, $0) }
  }

  var head: TreeHead { TreeHead(size: size, root: root) }

  private var level: Int { segmentSize.trailingZeroBitCount }

  /// Goes on to the next segment, when the current one is full.
  mutating func beginSegmentIfFull() {
    guard isSegmentFull else { return }
    full.append(subtreeRoot: current.root, level: level)
    current = MerkleFrontier()
  }

  mutating func append(leafHash: Digest) {
    beginSegmentIfFull()
    current.append(leafHash: leafHash)
  }

  /// Takes lines that all fit into the current segment.
  mutating func append(_ piece: HashedPiece) {
    current.append(piece)
  }

  /// Takes a whole segment by the root of its manifest; it is not the current one afterwards.
  mutating func append(segmentRoot: Digest) {
    beginSegmentIfFull()
    precondition(current.size == 0, "A whole segment follows a whole segment.")
    full.append(subtreeRoot: segmentRoot, level: level)
  }
}
