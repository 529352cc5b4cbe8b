public import Diagnostics
public import Transparency

extension FileEventLog {
  /// The proof that the log of a smaller size is the beginning of the log at its head.
  ///
  /// Made from published tiles where they hold; a few files are read, however long the log is.
  /// - Throws: `LOG-14` when nothing here leads to the head's root, or what the system says.
  /// - Precondition: the size is not above the head's.
  public func consistencyProof(from oldSize: UInt64) throws(Diagnostic) -> ConsistencyProof {
    precondition(oldSize <= head.size, "An earlier size.")
    let leaves = LeafHashes(reader: reader, extent: extent)
    for source in SubtreeHashes.Source.allCases {
      let hashes = SubtreeHashes(leaves: leaves, size: head.size, source: source)
      do throws(SubtreeHashes.Missing) {
        guard
          let proof = try MerkleTree.consistencyProof(
            oldSize: oldSize, newSize: head.size, subtree: hashes.hash),
          proof.extends(
            TreeHead(size: oldSize, root: try hashes.root(ofFirst: oldSize)), to: head)
        else { continue }
        return proof
      } catch { if let diagnostic = error.diagnostic { throw diagnostic } }
    }
    throw reader.corruption(extent.segment, at: extent.byteCount)
  }

  /// The root over the first lines of the log.
  ///
  /// - Throws: `LOG-14` when nothing here leads to the head's root, or what the system says.
  /// - Precondition: the size is not above the head's.
  public func root(ofFirst size: UInt64) throws(Diagnostic) -> Digest {
    precondition(size <= head.size, "An earlier size.")
    let leaves = LeafHashes(reader: reader, extent: extent)
    for source in SubtreeHashes.Source.allCases {
      let hashes = SubtreeHashes(leaves: leaves, size: head.size, source: source)
      do throws(SubtreeHashes.Missing) {
        guard
          let proof = try MerkleTree.consistencyProof(
            oldSize: size, newSize: head.size, subtree: hashes.hash)
        else { continue }
        let root = try hashes.root(ofFirst: size)
        // What the proof does not bear out was made of hashes that lead elsewhere.
        if proof.extends(TreeHead(size: size, root: root), to: head) { return root }
      } catch { if let diagnostic = error.diagnostic { throw diagnostic } }
    }
    throw reader.corruption(extent.segment, at: extent.byteCount)
  }

  /// The proof that the log at its head holds its line at a position, or nothing when it has no such position.
  ///
  /// - Throws: `LOG-14` when nothing here leads to the head's root, or what the system says.
  public func inclusionProof(of position: UInt64) throws(Diagnostic) -> InclusionProof? {
    guard position < head.size else { return nil }
    let leaves = LeafHashes(reader: reader, extent: extent)
    for source in SubtreeHashes.Source.allCases {
      let hashes = SubtreeHashes(leaves: leaves, size: head.size, source: source)
      do throws(SubtreeHashes.Missing) {
        guard
          let proof = try MerkleTree.inclusionProof(
            index: position, size: head.size, subtree: hashes.hash),
          proof.proves(try hashes.hash(MerkleSubtree(level: 0, index: position)), in: head)
        else { continue }
        return proof
      } catch { if let diagnostic = error.diagnostic { throw diagnostic } }
    }
    throw reader.corruption(extent.segment, at: extent.byteCount)
  }
}

/// The roots of complete subtrees, for proofs; what comes of them is held against the root of the head.
struct SubtreeHashes {
  /// Where they are taken from, the cheapest first.
  enum Source: CaseIterable {
    case tiles
    case leaves
    case lines
  }

  /// A hash that is not there; with a diagnostic when the disk is to blame and no other place needs to be tried.
  struct Missing: Error {
    var diagnostic: Diagnostic?
  }

  let leaves: LeafHashes
  let size: UInt64
  let source: Source

  func root(ofFirst count: UInt64) throws(Missing) -> Digest {
    var frontier = MerkleFrontier()
    var start: UInt64 = 0
    while start < count {
      let level = 63 - (count - start).leadingZeroBitCount
      let place = MerkleSubtree(level: level, index: start >> UInt64(level))
      frontier.append(subtreeRoot: try hash(place), level: level)
      start += 1 << UInt64(level)
    }
    return frontier.root
  }

  func hash(_ place: MerkleSubtree) throws(Missing) -> Digest {
    let hash: Digest?
    do throws(Diagnostic) {
      hash = try source == .tiles ? tiled(place) : counted(place)
    } catch {
      throw Missing(diagnostic: error)
    }
    guard let hash else { throw Missing() }
    return hash
  }

  /// From the leaves below it.
  private func counted(_ place: MerkleSubtree) throws(Diagnostic) -> Digest {
    var frontier = MerkleFrontier()
    try leaves.forEach(in: place.leaves, source == .leaves ? .kept : .lines) {
      frontier.append(leafHash: $0)
    }
    return frontier.root
  }

  /// From the one tile that holds it, or the hashes it is made of.
  private func tiled(_ place: MerkleSubtree) throws(Diagnostic) -> Digest? {
    let level = place.level / 8
    let count = 1 << (place.level % 8)
    let first = place.index << UInt64(place.level % 8)
    let index = first / Tile.width
    let present = min(Tile.width, (size >> UInt64(8 * level)) - index * Tile.width)
    let tile = Tile(level: level, index: index, count: Int(present))
    guard let hashes = try leaves.reader.tile(tile, in: leaves.reader.folder.published) else {
      return nil
    }
    let start = Int(first % Tile.width)
    guard start + count <= hashes.count else { return nil }
    return MerkleTree.root(of: hashes[start..<start + count])
  }
}
