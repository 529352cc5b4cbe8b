import Transparency

/// What a static web server may give away of a log (C2SP tlog-tiles): a checkpoint and hashes, no entry.
struct PublicFolder {
  var path: String

  /// The newest checkpoint, which is replaced.
  var checkpoint: String { "\(path)/checkpoint" }

  /// A tile, which stays as it is.
  func tile(_ tile: Tile) -> String { "\(path)/\(tile.path)" }

  /// The folder of what was published of a tile before it was full.
  func partials(of tile: Tile) -> String {
    "\(path)/\(Tile(level: tile.level, index: tile.index, count: Int(Tile.width)).path).p"
  }
}
