import Testing
import Transparency

/// The tree hash as RFC 6962, section 2.1, defines it, word for word and slowly.
func definedRoot(_ leafHashes: ArraySlice<Digest>) -> Digest {
  guard let first = leafHashes.first else { return SHA256.digest(of: []) }
  guard leafHashes.count > 1 else { return first }
  var left = 1
  while left * 2 < leafHashes.count { left *= 2 }
  let middle = leafHashes.startIndex + left
  return SHA256.digest(
    of: [1] + Array(definedRoot(leafHashes[..<middle]).bytes)
      + Array(definedRoot(leafHashes[middle...]).bytes))
}

/// Leaf hashes that differ from each other.
func leafHashes(_ count: Int) -> [Digest] {
  (0..<count).map { MerkleTree.leafHash(of: Array("leaf \($0)".utf8)) }
}

@Suite struct MerkleTreeTests {
  /// The leaves and roots that implementations of Certificate Transparency share.
  static let knownLeaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ]
  static let knownRoots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test func `the known leaves have the known roots`() {
    let hashes = Self.knownLeaves.map { MerkleTree.leafHash(of: bytes($0)) }
    let roots = (0...8).map { MerkleTree.root(of: hashes.prefix($0)).hexadecimal }
    #expect(roots == Self.knownRoots)
    #expect(TreeHead.empty.root.hexadecimal == Self.knownRoots[0])
  }

  @Test func `a leaf hash is SHA-256 of a zero byte and the line`() {
    var random = SeededRandom(seed: 5)
    var isSame = true
    for count in [0, 1, 54, 55, 56, 62, 63, 64, 65, 430, 16_384] {
      let line = random.bytes(count)
      isSame = isSame && MerkleTree.leafHash(of: line) == SHA256.digest(of: [0] + line)
    }
    #expect(isSame)
    #expect(
      MerkleTree.leafHash(of: UnsafeRawBufferPointer(start: nil, count: 0))
        == SHA256.digest(of: [0]))
  }

  @Test func `the growing edge has the defined root at every size up to 1025`() {
    let hashes = leafHashes(1_025)
    var frontier = MerkleFrontier()
    var isSame = frontier.root == definedRoot([])
    for size in 0..<1_025 {
      frontier.append(leafHash: hashes[size])
      isSame =
        isSame && frontier.size == UInt64(size + 1)
        && frontier.root == definedRoot(hashes[0...size])
        && frontier.peaks.count == (size + 1).nonzeroBitCount
        && MerkleFrontier(size: frontier.size, peaks: frontier.peaks) == frontier
    }
    #expect(isSame)
    #expect(frontier.head == TreeHead(size: 1_025, root: definedRoot(hashes[...])))
    #expect(MerkleFrontier(size: 3, peaks: [hashes[0]]) == nil)
  }

  @Test func `subtrees appended whole give the same edge as their leaves`() {
    let hashes = leafHashes(300)
    var random = SeededRandom(seed: 6)
    var isSame = true
    for _ in 0..<50 {
      var frontier = MerkleFrontier()
      var place = 0
      while place < hashes.count {
        let level = Int.random(in: 0...6, using: &random)
        let count = 1 << level
        guard frontier.admits(level: level), place + count <= hashes.count else {
          isSame = isSame && (place % count != 0 || place + count > hashes.count)
          frontier.append(leafHash: hashes[place])
          place += 1
          continue
        }
        frontier.append(
          subtreeRoot: definedRoot(hashes[place..<place + count]), level: level)
        place += count
      }
      isSame = isSame && frontier.root == definedRoot(hashes[...])
    }
    #expect(isSame)
  }

  @Test func `the largest tree admits no further leaf, and no level outside the tree is admitted`()
  {
    let root = SHA256.digest(of: [])
    let full = MerkleFrontier(size: .max, peaks: Array(repeating: root, count: 64))
    #expect(full?.admits(level: 0) == false)
    let half = MerkleFrontier(size: 1 << 63, peaks: [root])
    #expect(half?.admits(level: 62) == true)
    #expect(half?.admits(level: 63) == false)
    #expect(!MerkleFrontier().admits(level: 64) && !MerkleFrontier().admits(level: -1))
  }
}
