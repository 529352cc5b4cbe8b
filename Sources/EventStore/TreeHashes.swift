public import Diagnostics
public import Transparency

/// The hashes of complete subtrees of a log: from its tiles, and from its leaves where a tile is missing.
struct TreeHashes {
  /// Whether tiles are believed; what comes of them is to be compared with a root.
  enum Source {
    case tiles
    case lines
  }

  let reader: LedgerReader
  let extent: HeadRecord
  /// The size whose tiles are asked for, at most that of the head.
  let size: UInt64
  let source: Source

  func hash(of place: MerkleSubtree) throws(Diagnostic) -> Digest {
    let level = place.level / 8
    let width: UInt64 = 1 << UInt64(place.level % 8)
    let first = place.index * width
    let index = first / Tile.width
    let count = min(Tile.width, size >> UInt64(8 * level) - index * Tile.width)
    if source == .tiles,
      let hashes = try reader.tile(
        Tile(level: level, index: index, count: Int(count)), in: reader.folder.published)
    {
      let offset = Int(first - index * Tile.width)
      return MerkleTree.root(of: hashes[offset..<offset + Int(width)])
    }
    var tree = MerkleFrontier()
    try LeafHashes(reader: reader, extent: extent)
      .forEach(in: place.leaves, source == .tiles ? .kept : .lines) { tree.append(leafHash: $0) }
    return tree.root
  }
}

extension FileEventLog {
  /// The root over the first `size` events, which are at most those of the head.
  ///
  /// - Throws: `LOG-14` when the lines do not come to the head's root, or what the system says.
  public func root(at size: UInt64) throws(Diagnostic) -> Digest {
    size == head.size ? head.root : try growth(from: size, to: head.size).oldRoot
  }

  /// Shows that the log of one size grew out of the log of a smaller one.
  ///
  /// - Precondition: `oldSize` is at most `size`, and that at most the size of the head.
  /// - Throws: `LOG-14` when the lines do not come to the head's root, or what the system says.
  public func consistencyProof(
    from oldSize: UInt64, to size: UInt64
  ) throws(Diagnostic) -> ConsistencyProof {
    try growth(from: oldSize, to: size).proof
  }

  /// A proof between two sizes and the root at the old one; from the tiles, or from the lines where those do not come out.
  private func growth(
    from oldSize: UInt64, to size: UInt64
  ) throws(Diagnostic) -> (proof: ConsistencyProof, oldRoot: Digest) {
    precondition(oldSize <= size && size <= head.size, "A proof is about what is there.")
    for source in [TreeHashes.Source.tiles, .lines] {
      let hashes = hashes(for: size, source)
      let old = TreeHead(
        size: oldSize, root: try MerkleTree.root(size: oldSize, subtree: hashes.hash))
      let new = TreeHead(size: size, root: try MerkleTree.root(size: size, subtree: hashes.hash))
      guard size < head.size || new == head,
        let proof = try MerkleTree.consistencyProof(
          oldSize: oldSize, newSize: size, subtree: hashes.hash), proof.extends(old, to: new)
      else { continue }
      return (proof, old.root)
    }
    throw reader.corruption(extent.segment, at: extent.byteCount)
  }

  /// Shows that the log of a checkpoint holds the event at a position.
  ///
  /// - Throws: `PUB-04` when the position lies beyond the checkpoint, `PUB-01` when the log does not come to the checkpoint's root, or
  ///   what the system says.
  public func proof(
    at position: UInt64, for checkpoint: SignedCheckpoint
  ) throws(Diagnostic) -> ProofFile {
    let size = checkpoint.head.size
    guard position < size else {
      throw PublicationCode.noCheckpoint.diagnostic(
        .init(en: "position", sv: "position", "\(position)"),
        .init(en: "events in the checkpoint", sv: "händelser i kontrollpunkten", "\(size)"))
    }
    guard size <= head.size else { throw checkpoint.contradiction(in: folder.checkpoint(size)) }
    let leaf = try leafHash(at: position)
    for source in [TreeHashes.Source.tiles, .lines] {
      let proof = try MerkleTree.inclusionProof(
        index: position, size: size, subtree: hashes(for: size, source).hash)
      if let proof, proof.proves(leaf, in: checkpoint.head) {
        return ProofFile(inclusion: proof, checkpoint: checkpoint)
      }
    }
    throw checkpoint.contradiction(in: folder.checkpoint(size))
  }

  private func hashes(for size: UInt64, _ source: TreeHashes.Source) -> TreeHashes {
    TreeHashes(reader: reader, extent: extent, size: size, source: source)
  }

  /// The hash of a line, from its bytes.
  private func leafHash(at position: UInt64) throws(Diagnostic) -> Digest {
    var leaf: Digest?
    try LeafHashes(reader: reader, extent: extent)
      .forEach(in: position..<position + 1, .lines) { leaf = $0 }
    guard let leaf else { throw reader.corruption(extent.segment, at: extent.byteCount) }
    return leaf
  }
}
