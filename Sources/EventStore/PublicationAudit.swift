import Diagnostics
import Transparency

/// Holds every checkpoint and every published tile against the leaves, as these come by in their order.
///
/// A file is read when the leaf is reached that completes it, and then forgotten.
struct PublicationAudit {
  private let reader: LedgerReader
  /// The keys that a checkpoint of what came by so far is signed with; `nil` when signatures are not to be judged.
  private let keys: (() -> [NoteVerifierKey])?
  /// The first of each kind in the order found, and how many there are of it: what follows from one change is told once.
  private var found: [(damage: Damage, verdict: LogVerdict, count: Int)] = []
  private(set) var summary = PublicationSummary()
  private var edge = TileFrontier()
  /// The checkpoints that are still to come, by size.
  private var checkpoints: [UInt64: [(file: String, checkpoint: SignedCheckpoint?)]] = [:]
  /// The sizes at which checkpoints are still to come, the nearest last.
  private var sizesDue: [UInt64] = []
  /// The tiles that are still to come, by level and place: how many hashes their files hold.
  private var tiles: [Place: [Int]] = [:]
  private var publishedSize: UInt64 = 0

  private struct Place: Hashable {
    var level: Int
    var index: UInt64
  }

  init(_ reader: LedgerReader, keys: (() -> [NoteVerifierKey])?) throws(Diagnostic) {
    self.reader = reader
    self.keys = keys
    for name in try names(in: reader.folder.checkpoints) {
      guard let size = LedgerFolder.checkpointSize(name) else { continue }
      checkpoints[size, default: []].append(("checkpoints/\(name)", nil))
    }
    if let bytes = try reader.bytes(
      of: reader.folder.published.checkpoint, limit: SignedNote.bytesMax + 1)
    {
      if let published = try reader.publishedCheckpoint() {
        publishedSize = published.head.size
        summary.publishedSize = publishedSize
        checkpoints[publishedSize, default: []].append(("public/checkpoint", published))
      } else {
        noteUnreadable("public/checkpoint", bytes.count)
      }
    }
    try list("tile")
    sizesDue = checkpoints.keys.filter { $0 > 0 }.sorted(by: >)
  }

  /// After how many leaves more a checkpoint is due; never 0.
  var untilDue: UInt64 { sizesDue.last.map { $0 - edge.size } ?? .max }

  /// Whether there is nothing that leaves could be compared with.
  var isIdle: Bool { publishedSize == 0 && tiles.isEmpty && checkpoints.isEmpty }

  private func names(in path: String) throws(Diagnostic) -> [String] {
    try reporting { () throws(SystemError) in
      try reader.files.namesIfPresent(in: path) ?? []
    }
  }

  /// Lists the tiles below a folder; what has not the name of one is left alone.
  private mutating func list(_ path: String) throws(Diagnostic) {
    for name in try names(in: "\(reader.folder.published.path)/\(path)") {
      let below = "\(path)/\(name)"
      if let tile = Tile(path: below) {
        tiles[Place(level: tile.level, index: tile.index), default: []].append(tile.count)
      } else if name.hasPrefix("x") || name.hasSuffix(".p") || path == "tile" {
        try list(below)
      }
    }
  }

  /// Takes the next leaf of the log.
  ///
  /// - Parameter origin: what the log is called at that leaf; when it says nothing, `FORMAT` does.
  mutating func take(_ leaf: Digest, origin: () -> String?) throws(Diagnostic) {
    var filled: [(Tile, [Digest])] = []
    edge.append(leafHash: leaf) { filled.append(($0, $1)) }
    for (tile, hashes) in filled { try compare(tile, hashes) }
    if sizesDue.last == edge.size { sizesDue.removeLast() }
    if let due = checkpoints.removeValue(forKey: edge.size) {
      let origin = origin() ?? reader.format.origin
      for (file, checkpoint) in due { try judge(file, checkpoint, origin: origin) }
    }
  }

  /// Compares what is left when the last leaf has come by.
  ///
  /// - Parameter isBackup: whether this is a backup, which gets the checkpoints first and then the head that they speak of.
  mutating func finish(isBackup: Bool = false) throws(Diagnostic) {
    for (tile, hashes) in edge.partialTiles { try compare(tile, hashes) }
    for (place, counts) in tiles.sorted(by: {
      ($0.key.level, $0.key.index) < ($1.key.level, $1.key.index)
    }) {
      for count in counts {
        let tile = Tile(level: place.level, index: place.index, count: count)
        note(PublicationCode.tileBeyond, tile.path, .derivedDiffers)
      }
    }
    summary.isOfBackup = isBackup
    if isBackup { return }
    for (size, files) in checkpoints.sorted(by: { $0.key < $1.key }) {
      for (file, read) in files {
        guard try signed(read, of: size, in: file) != nil else { continue }
        note(PublicationCode.setBack, "\(file): \(size) > \(edge.size)", .contradiction)
      }
    }
  }

  /// What was found; a tile is not told of where the log itself is not what it was, for then it is made of what was committed.
  func findings(ofDamaged isDamaged: Bool) -> [(damage: Damage, verdict: LogVerdict)] {
    let isOther = isDamaged || found.contains { $0.verdict == .contradiction }
    return found.filter { !isOther || $0.verdict != .derivedDiffers }.map { found in
      var damage = found.damage
      if found.count > 1 { damage.detail += " (+ \(found.count - 1))" }
      return (damage, found.verdict)
    }
  }

  private mutating func note(_ code: DiagnosticCode, _ detail: String, _ verdict: LogVerdict) {
    if let index = found.firstIndex(where: { $0.damage.code == code }) {
      found[index].count += 1
    } else {
      found.append((Damage(code, detail: detail), verdict, 1))
    }
  }

  /// Compares the files of a tile, of any width that was published, with the hashes that the leaves come to.
  private mutating func compare(_ tile: Tile, _ hashes: [Digest]) throws(Diagnostic) {
    let counts = tiles.removeValue(forKey: Place(level: tile.level, index: tile.index)) ?? []
    let start = tile.index * Tile.width
    let due = publishedSize >> UInt64(8 * tile.level)
    let expected = due > start ? Int(min(Tile.width, due - start)) : 0
    if expected > 0, !counts.contains(expected), !counts.contains(Int(Tile.width)) {
      summary.missingTiles += 1
    }
    for count in counts {
      let file = Tile(level: tile.level, index: tile.index, count: count)
      summary.tiles += 1
      guard count <= hashes.count else {
        note(PublicationCode.tileBeyond, file.path, .derivedDiffers)
        continue
      }
      let found = try reader.tile(file, in: reader.folder.published)
      // A writer takes a part away when the whole is there.
      let bytes = try reader.bytes(of: reader.folder.published.tile(file), limit: 1)
      let isGone = found == nil && bytes == nil
      if !isGone, found?.elementsEqual(hashes[..<count]) != true {
        note(PublicationCode.tileDiffers, file.path, .derivedDiffers)
      }
    }
  }

  /// Judges a checkpoint of all that has come by.
  private mutating func judge(
    _ file: String, _ read: SignedCheckpoint?, origin: String
  ) throws(Diagnostic) {
    guard let checkpoint = try signed(read, of: edge.size, in: file) else { return }
    let isOfLog = checkpoint.checkpoint.origin == origin
    if !isOfLog || checkpoint.head.root != edge.root {
      note(
        PublicationCode.contradicted,
        "\(file): \(checkpoint.head.root.base64) ≠ \(edge.root.base64)", .contradiction)
    }
  }

  /// The checkpoint in a file, if it is one of that size by a key of the log; else that it is not is noted.
  private mutating func signed(
    _ read: SignedCheckpoint?, of size: UInt64, in file: String
  ) throws(Diagnostic) -> SignedCheckpoint? {
    let kept = if let read { read } else { try reader.keptCheckpoint(size) }
    if kept == nil, try reader.bytes(of: reader.folder.checkpoint(size), limit: 1) == nil {
      // A writer takes an old one away when later ones say the same.
      return nil
    }
    summary.checkpoints += 1
    guard let checkpoint = kept, checkpoint.head.size == size else {
      noteUnreadable(file, nil)
      return nil
    }
    guard let keys else { return checkpoint }
    do throws(Diagnostic) {
      try checkpoint.verify(signedByAnyOf: keys())
      return checkpoint
    } catch {
      note(PublicationCode.falseCheckpoint, "\(file): \(error.code)", .badSignature)
      return nil
    }
  }

  private mutating func noteUnreadable(_ file: String, _ byteCount: Int?) {
    note(
      PublicationCode.unreadableCheckpoint, byteCount.map { "\(file): \($0)" } ?? file,
      .derivedDiffers)
  }
}

/// How much of what a log has published was there to be compared.
public struct PublicationSummary: Hashable, Sendable {
  /// Checkpoints judged.
  public var checkpoints = 0
  /// Tiles compared.
  public var tiles = 0
  /// Tiles that the newest published checkpoint speaks of and that are not there.
  public var missingTiles = 0
  /// The size of the newest published checkpoint; `nil` when none can be read.
  public var publishedSize: UInt64?
  /// Whether this is a backup, which nothing is published from.
  public var isOfBackup = false

  public init() {}
}
