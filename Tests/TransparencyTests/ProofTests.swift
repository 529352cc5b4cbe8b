import Testing
import Transparency

@Suite struct ProofTests {
  /// The trees of every size up to this are tried whole.
  static let sizeMax = 130
  static let hashes = leafHashes(sizeMax)
  static let heads = {
    let defined = DefinedTree(hashes)
    return (0...sizeMax).map { TreeHead(size: UInt64($0), root: defined.root(0..<$0)) }
  }()

  @Test func `every leaf of every tree is proved, at its place and in its tree alone`() {
    let defined = DefinedTree(Self.hashes)
    var proved = 0
    var wrong: [String] = []
    for size in 1...Self.sizeMax {
      let leaves = Array(Self.hashes.prefix(size))
      for index in 0..<size {
        guard let proof = MerkleTree.inclusionProof(index: UInt64(index), leafHashes: leaves) else {
          wrong.append("\(index)/\(size) has no proof")
          continue
        }
        if proof.path != defined.path(index, 0..<size) {
          wrong.append("\(index)/\(size) path")
        }
        if proof.proves(leaves[index], in: Self.heads[size]) { proved += 1 }
        var other = proof
        other.index = UInt64((index + 1) % size)
        if size > 1,
          other.proves(leaves[index], in: Self.heads[size])
            || proof.proves(leaves[(index + 1) % size], in: Self.heads[size])
            || proof.proves(leaves[index], in: Self.heads[size - 1])
        {
          wrong.append("\(index)/\(size) proves what is not so")
        }
      }
    }
    #expect(wrong == [])
    #expect(proved == Self.sizeMax * (Self.sizeMax + 1) / 2)
  }

  @Test func `every pair of sizes is proved consistent, and with no other root`() {
    let defined = DefinedTree(Self.hashes)
    var proved = 0
    var wrong: [String] = []
    for new in 0...Self.sizeMax {
      let leaves = Array(Self.hashes.prefix(new))
      for old in 0...new {
        guard let proof = MerkleTree.consistencyProof(oldSize: UInt64(old), leafHashes: leaves)
        else {
          wrong.append("\(old)/\(new) has no proof")
          continue
        }
        let (before, after) = (Self.heads[old], Self.heads[new])
        if old > 0, proof.path != defined.subproof(old, 0..<new, isKnown: true) {
          wrong.append("\(old)/\(new) path")
        }
        if proof.extends(before, to: after) { proved += 1 }
        if proof.proves(before, isBeginningOf: after) != (old > 0 || new == 0) {
          wrong.append("\(old)/\(new) size 0")
        }
        let forged = TreeHead(size: before.size, root: after.root)
        if old != new, proof.extends(forged, to: after) { wrong.append("\(old)/\(new) forged old") }
        let rewritten = TreeHead(size: after.size, root: before.root)
        if old != 0, old != new, proof.extends(before, to: rewritten) {
          wrong.append("\(old)/\(new) forged new")
        }
      }
    }
    #expect(wrong == [])
    #expect(proved == (Self.sizeMax + 1) * (Self.sizeMax + 2) / 2)
  }

  @Test func `all proofs of all trees up to 1,024 leaves hold`() {
    let sizeMax: UInt64 = 1_024
    var levels = [leafHashes(Int(sizeMax))]
    while levels[levels.count - 1].count > 1 {
      let below = levels[levels.count - 1]
      levels.append(
        stride(from: 0, to: below.count, by: 2).map {
          MerkleTree.nodeHash(below[$0], below[$0 + 1])
        })
    }
    func subtree(_ place: MerkleSubtree) -> Digest { levels[place.level][Int(place.index)] }
    let heads = (0...sizeMax).map {
      TreeHead(size: $0, root: MerkleTree.root(size: $0, subtree: subtree))
    }
    var inclusions = 0
    var consistencies = 0
    for head in heads {
      for index in 0..<head.size {
        let proof = MerkleTree.inclusionProof(index: index, size: head.size, subtree: subtree)
        if proof?.proves(levels[0][Int(index)], in: head) == true { inclusions += 1 }
      }
      for old in 0...head.size {
        let proof = MerkleTree.consistencyProof(
          oldSize: old, newSize: head.size, subtree: subtree)
        if proof?.extends(heads[Int(old)], to: head) == true { consistencies += 1 }
      }
    }
    #expect(inclusions == 1_024 * 1_025 / 2)
    #expect(consistencies == 1_025 * 1_026 / 2)
  }

  @Test func `a proof with one bit changed, a hash more or a hash less is refused`() throws {
    var accepted: [String] = []
    for (index, old, size) in [(0, 1, 2), (3, 3, 7), (41, 42, 100), (64, 64, 130), (129, 127, 129)]
    {
      let size = size == 129 ? 130 : size
      let leaves = Array(Self.hashes.prefix(size))
      let head = Self.heads[size]
      let inclusion = try #require(
        MerkleTree.inclusionProof(index: UInt64(index), leafHashes: leaves))
      for path in Self.mutations(inclusion.path) {
        let mutant = InclusionProof(index: inclusion.index, size: inclusion.size, path: path)
        if mutant.proves(leaves[index], in: head) { accepted.append("leaf \(index) of \(size)") }
      }
      let consistency = try #require(
        MerkleTree.consistencyProof(oldSize: UInt64(old), leafHashes: leaves))
      for path in Self.mutations(consistency.path) {
        let mutant = ConsistencyProof(
          oldSize: consistency.oldSize, newSize: consistency.newSize, path: path)
        if mutant.extends(Self.heads[old], to: head) { accepted.append("\(old) to \(size)") }
      }
    }
    #expect(accepted == [])
  }

  /// Every path that differs in one bit, or by one hash at either end.
  static func mutations(_ path: [Digest]) -> [[Digest]] {
    var mutants: [[Digest]] = []
    for position in path.indices {
      for bit in 0..<256 {
        var changed = path
        changed[position].bytes.withUnsafeMutableBytes { $0[bit / 8] ^= 1 << UInt8(bit % 8) }
        mutants.append(changed)
      }
      var without = path
      without.remove(at: position)
      mutants.append(without)
    }
    let more = SHA256.digest(of: [])
    mutants.append(path + [more])
    mutants.append([more] + path)
    mutants.append(path + Array(repeating: more, count: 1_000))
    return mutants
  }

  @Test func `a proof under sizes that call for a longer or shorter path is refused`() {
    let sizeMax = 17
    let defined = DefinedTree(Self.hashes)
    var accepted: [String] = []
    for size in 1...sizeMax {
      for index in 0..<size {
        let path = defined.path(index, 0..<size)
        let subproof = defined.subproof(index + 1, 0..<size, isKnown: true)
        for claimedSize in 1...sizeMax {
          let head = TreeHead(size: UInt64(claimedSize), root: Self.heads[size].root)
          for claimed in 0..<claimedSize {
            let inclusion = InclusionProof(index: UInt64(claimed), size: head.size, path: path)
            if defined.path(claimed, 0..<claimedSize).count != path.count,
              inclusion.proves(Self.hashes[index], in: head)
            {
              accepted.append("leaf \(index) of \(size) as \(claimed) of \(claimedSize)")
            }
            let old = TreeHead(size: UInt64(claimed + 1), root: Self.heads[index + 1].root)
            let consistency = ConsistencyProof(
              oldSize: old.size, newSize: head.size, path: subproof)
            if index + 1 < size, claimed + 1 < claimedSize,
              defined.subproof(claimed + 1, 0..<claimedSize, isKnown: true).count != subproof.count,
              consistency.proves(old, isBeginningOf: head)
            {
              accepted.append("\(index + 1) to \(size) as \(claimed + 1) to \(claimedSize)")
            }
          }
        }
      }
    }
    #expect(accepted == [])
  }

  @Test func `a proof made from subtrees is the proof made from leaves`() {
    let size = 123
    var asked = 0
    let defined = DefinedTree(Self.hashes)
    let subtree = { (place: MerkleSubtree) -> Digest in
      asked += 1
      return defined.root(Int(place.leaves.lowerBound)..<Int(place.leaves.upperBound))
    }
    let leaves = Array(Self.hashes.prefix(size))
    var isSame = true
    for index in 0..<UInt64(size) {
      let whole = MerkleTree.inclusionProof(index: index, leafHashes: leaves)
      let parts = MerkleTree.inclusionProof(index: index, size: UInt64(size), subtree: subtree)
      isSame = isSame && whole == parts
    }
    #expect(isSame)
    #expect(asked < size * 12)
  }

  @Test func `what a subtree closure throws comes out of the proof`() {
    struct Missing: Error {}
    #expect(throws: Missing.self) {
      try MerkleTree.inclusionProof(index: 1, size: 5) {
        (_: MerkleSubtree) throws(Missing) -> Digest in throw Missing()
      }
    }
  }

  @Test func `there is no proof for a leaf beyond the tree, nor for a tree that shrank`() {
    #expect(MerkleTree.inclusionProof(index: 5, leafHashes: leafHashes(5)) == nil)
    #expect(MerkleTree.inclusionProof(index: 0, leafHashes: []) == nil)
    #expect(MerkleTree.consistencyProof(oldSize: 6, leafHashes: leafHashes(5)) == nil)
  }

  @Test func `every log extends the empty one, with an empty path and the empty root alone`() {
    let new = Self.heads[7]
    #expect(ConsistencyProof(oldSize: 0, newSize: 7, path: []).extends(.empty, to: new))
    #expect(!ConsistencyProof(oldSize: 0, newSize: 7, path: [new.root]).extends(.empty, to: new))
    let forged = TreeHead(size: 0, root: new.root)
    #expect(!ConsistencyProof(oldSize: 0, newSize: 7, path: []).extends(forged, to: new))
    #expect(!ConsistencyProof(oldSize: 0, newSize: 0, path: []).extends(.empty, to: forged))
    #expect(!ConsistencyProof(oldSize: 0, newSize: 8, path: []).extends(.empty, to: new))
  }

  @Test func `sizes and paths from outside, however absurd, are refused and nothing worse`() {
    var random = SeededRandom(seed: 7)
    let edges: [UInt64] = [0, 1, 2, 3, 1 << 32, 1 << 63, .max - 1, .max]
    var accepted = 0
    for first in edges {
      for second in edges {
        for count in [0, 1, 2, 63, 64, 65, 200] {
          let path = (0..<count).compactMap { _ in Digest(random.bytes(32)) }
          let head = TreeHead(size: second, root: SHA256.digest(of: [9]))
          let old = TreeHead(size: first, root: SHA256.digest(of: [8]))
          let leaf = SHA256.digest(of: [7])
          if InclusionProof(index: first, size: second, path: path).proves(leaf, in: head) {
            accepted += 1
          }
          if ConsistencyProof(oldSize: first, newSize: second, path: path).extends(old, to: head) {
            accepted += 1
          }
        }
      }
    }
    #expect(accepted == 0)
    // The largest tree there can be: the walk itself must not trap.
    let root = SHA256.digest(of: [1])
    let proof = MerkleTree.inclusionProof(index: .max - 1, size: .max) { (_: MerkleSubtree) in root
    }
    #expect(proof != nil)
    let consistency = MerkleTree.consistencyProof(oldSize: (1 << 63) + 1, newSize: .max) {
      (_: MerkleSubtree) in root
    }
    #expect(consistency != nil)
  }
}
