import Testing
import Transparency

@Suite struct TileFrontierTests {
  private let leaves = (0..<70_000).map { number in
    SHA256.digest(of: Array("\(number)".utf8))
  }

  @Test func `at each size the edge has the root of the tree, and is kept by its tiles`() throws {
    var edge = TileFrontier()
    var tree = MerkleFrontier()
    var full: [Tile: [Digest]] = [:]
    #expect(edge.head == .empty && edge.partialTiles.isEmpty)
    for leaf in leaves {
      edge.append(leafHash: leaf) { full[$0] = $1 }
      tree.append(leafHash: leaf)
      let size = edge.size
      guard size < 600 || size > 65_000 && size < 66_000 || size % 257 == 0 else { continue }
      #expect(edge.head == tree.head)
      let tiles = edge.partialTiles
      #expect(tiles.map(\.tile) == TileFrontier.partialTiles(of: size))
      #expect(tiles.allSatisfy { $0.tile.count == $0.hashes.count && !$0.tile.isFull })
      #expect(TileFrontier(size: size, levels: edge.levels) == edge)
      #expect(TileFrontier(size: size + 1, levels: edge.levels) == nil)
    }
    #expect(full.count == 273 + 1)
    #expect(
      Set(full.keys).union(edge.partialTiles.map(\.tile)) == Set(Tile.added(from: 0, to: 70_000)))
    for (tile, hashes) in full {
      let width = tile.level == 0 ? 1 : 256
      for (place, hash) in hashes.enumerated() {
        let first = (Int(tile.index) * 256 + place) * width
        #expect(hash == MerkleTree.root(of: leaves[first..<first + width]))
      }
    }
  }

  @Test func `the root comes of the hashes of complete subtrees`() {
    for size in [0, 1, 2, 3, 7, 8, 255, 256, 257, 1_000] {
      let root = MerkleTree.root(size: UInt64(size)) { place in
        MerkleTree.root(of: leaves[Int(place.leaves.lowerBound)..<Int(place.leaves.upperBound)])
      }
      #expect(root == MerkleTree.root(of: leaves[..<size]))
    }
  }

  @Test func `a path is read in its one form`() {
    for tile in [
      Tile(level: 0, index: 0, count: 256), Tile(level: 0, index: 1_234_067, count: 256),
      Tile(level: 7, index: 999, count: 1), Tile(level: 2, index: 1_000, count: 255),
    ] {
      #expect(Tile(path: tile.path) == tile)
    }
    for path in [
      "", "tile", "tile/0", "tile/0/", "tile/0/1", "tile/0/0001", "tile/00/001", "tile/8/001",
      "tile/-1/001", "tile/0/x001", "tile/0/x000/001", "tile/0/001/002", "tile/0/001.p",
      "tile/0/001.p/", "tile/0/001.p/0", "tile/0/001.p/256", "tile/0/001.p/01", "tile/0/+01",
      "tile/0/0å1", "/tile/0/001", "tile/0/001/", "tiles/0/001", "tile/entries/001",
      "tile/0/001.p/x",
      "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
    ] {
      #expect(Tile(path: path) == nil, "\(path)")
    }
  }

  @Test func `a proof holds for its line, and by a key that is trusted`() throws {
    let lines = (0..<9).map { Array("line \($0)".utf8) }
    let hashes = lines.map { MerkleTree.leafHash(of: $0) }
    let half = try SigningKey(seed: try #require(Ed25519Seed([UInt8](repeating: 1, count: 32))))
    let key = try #require(half.noteVerifierKey(named: "log.example"))
    let other = try #require(half.noteVerifierKey(named: "other.example"))
    let head = TreeHead(size: 9, root: MerkleTree.root(of: hashes))
    let checkpoint = try SignedCheckpoint(
      Checkpoint(origin: "log.example", head: head), signedBy: [half])
    for (place, line) in lines.enumerated() {
      let inclusion = try #require(
        MerkleTree.inclusionProof(index: UInt64(place), leafHashes: hashes))
      let proof = ProofFile(inclusion: inclusion, checkpoint: checkpoint)
      #expect(
        ProofVerdict(proof, of: line, trusting: [other, key])
          == .holds(position: UInt64(place), head: head))
      #expect(ProofVerdict(proof, of: line + [0x20], trusting: [key]) == .otherLine)
      for keys in [[], [other]] {
        guard case .notSigned = ProofVerdict(proof, of: line, trusting: keys) else {
          Issue.record("signed by nobody known")
          continue
        }
      }
    }
  }
}
