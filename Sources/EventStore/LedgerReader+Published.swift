import Diagnostics
import Transparency

extension LedgerReader {
  /// What `public/checkpoint` says; nothing when there is none, or one that an interruption has torn.
  func publishedCheckpoint() throws(Diagnostic) -> SignedCheckpoint? {
    try checkpoint(in: folder.published.checkpoint)
  }

  /// What `checkpoints/<size>` says; nothing when there is none, or one that an interruption has torn.
  func keptCheckpoint(_ size: UInt64) throws(Diagnostic) -> SignedCheckpoint? {
    try checkpoint(in: folder.checkpoint(size))
  }

  private func checkpoint(in path: String) throws(Diagnostic) -> SignedCheckpoint? {
    guard let bytes = try bytes(of: path, limit: SignedNote.bytesMax + 1) else { return nil }
    do throws(Diagnostic) { return try SignedCheckpoint(bytes) } catch { return nil }
  }

  /// The hashes of a published tile; nothing when there is none, or one of another length.
  func tile(_ tile: Tile, in public: PublicFolder) throws(Diagnostic) -> [Digest]? {
    guard let bytes = try bytes(of: `public`.tile(tile), limit: tile.count * 32 + 1) else {
      return nil
    }
    return Digest.list(bytes, count: tile.count)
  }

  /// The edge of the tiles at a size, from those that were published; nothing unless they are there and come to its root.
  func tileFrontier(at head: TreeHead) throws(Diagnostic) -> TileFrontier? {
    var levels: [[Digest]] = []
    var count = head.size
    while count > 0 {
      levels.append([])
      count /= Tile.width
    }
    for place in TileFrontier.partialTiles(of: head.size) {
      guard let hashes = try tile(place, in: folder.published) else { return nil }
      levels[place.level] = hashes
    }
    guard let edge = TileFrontier(size: head.size, levels: levels), edge.head == head else {
      return nil
    }
    return edge
  }

  /// The bytes of a small file, or nothing when there is none.
  func bytes(of path: String, limit: Int) throws(Diagnostic) -> [UInt8]? {
    try reporting { () throws(SystemError) in
      try files.contentsIfPresent(of: path, limit: limit)
    }
  }
}
