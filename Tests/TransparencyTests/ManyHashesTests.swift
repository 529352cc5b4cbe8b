import Testing

@testable import Transparency

@Suite("Many hashes at once") struct ManyHashesTests {
  /// Lines of seeded lengths, each with its line feed, and where the line feeds are.
  private func lines(_ count: Int, upTo length: Int, seed: UInt64) -> (
    bytes: [UInt8], ends: [UInt32]
  ) {
    var random = SeededRandom(seed: seed)
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for _ in 0..<count {
      for _ in 0..<Int.random(in: 0...length, using: &random) {
        bytes.append(UInt8.random(in: 32...126, using: &random))
      }
      ends.append(UInt32(bytes.count))
      bytes.append(0x0A)
    }
    return (bytes, ends)
  }

  private func hashes(_ bytes: [UInt8], _ ends: [UInt32], twoAtATime: Bool) -> [Digest] {
    [Digest](unsafeUninitializedCapacity: ends.count) { target, count in
      bytes.withUnsafeBytes { bytes in
        ends.withUnsafeBufferPointer {
          MerkleTree.leafHashes(of: bytes, ends: $0, into: target, twoAtATime: twoAtATime)
        }
      }
      count = ends.count
    }
  }

  /// Both ways where the processor has both.
  static let ways = MerkleTree.hashesTwoAtATime ? [false, true] : [false]

  @Test(
    "are what hashing each leaf alone gives, whatever the lengths beside each other",
    arguments: ways)
  func leaves(twoAtATime: Bool) {
    for seed in UInt64(0)..<60 {
      // Lengths around one and two blocks first, where the padding turns over.
      let (bytes, ends) = lines(Int(seed % 7) + 1, upTo: seed < 40 ? 140 : 2_000, seed: seed)
      var start = 0
      let expected = ends.map { end in
        defer { start = Int(end) + 1 }
        return MerkleTree.leafHash(of: Array(bytes[start..<Int(end)]))
      }
      #expect(hashes(bytes, ends, twoAtATime: twoAtATime) == expected, "seed \(seed)")
    }
  }

  @Test("of every length from 0 to 260 beside one of another length", arguments: ways)
  func lengths(twoAtATime: Bool) {
    for length in 0...260 {
      let one = [UInt8](repeating: 0x61, count: length)
      let other = [UInt8](repeating: 0x62, count: (length * 7) % 261)
      let bytes = one + [0x0A] + other + [0x0A]
      let ends = [UInt32(length), UInt32(length + 1 + other.count)]
      #expect(
        hashes(bytes, ends, twoAtATime: twoAtATime)
          == [MerkleTree.leafHash(of: one), MerkleTree.leafHash(of: other)], "length \(length)")
    }
  }

  @Test("of no leaf are none", arguments: ways)
  func none(twoAtATime: Bool) {
    #expect(hashes([], [], twoAtATime: twoAtATime).isEmpty)
  }

  @Test("added to a run come to the tree that they make one by one", arguments: ways)
  func runs(twoAtATime: Bool) {
    let (bytes, ends) = lines(600, upTo: 20, seed: 9)
    let leaves = hashes(bytes, ends, twoAtATime: false)
    var random = SeededRandom(seed: 10)
    for _ in 0..<40 {
      var tree = MerkleFrontier()
      var at = 0
      while at < leaves.count {
        var run = MerkleRun(from: UInt64(at))
        // A run takes some leaves at once, then one, then some more.
        for _ in 0..<2 {
          var some = Array(
            leaves[at..<min(leaves.count, at + Int.random(in: 0...90, using: &random))])
          at += some.count
          some.withUnsafeMutableBufferPointer { run.append(leafHashes: $0, twoAtATime: twoAtATime) }
          guard at < leaves.count else { continue }
          run.append(leafHash: leaves[at])
          at += 1
        }
        tree.append(run)
      }
      #expect(tree.root == MerkleTree.root(of: leaves))
    }
  }

  @Test("before some of the leaves added to a tree are its roots there", arguments: ways)
  func roots(twoAtATime: Bool) {
    let (bytes, ends) = lines(300, upTo: 20, seed: 11)
    let leaves = hashes(bytes, ends, twoAtATime: false)
    var random = SeededRandom(seed: 12)
    for round in 0..<40 {
      let begin = round < 4 ? round : Int.random(in: 0..<leaves.count, using: &random)
      var tree = MerkleFrontier()
      for leaf in leaves[..<begin] { tree.append(leafHash: leaf) }
      let new = Array(leaves[begin...])
      let places = (0...new.count).filter { _ in round == 0 || Bool.random(using: &random) }
      let roots = tree.append(new, rootsBefore: places, twoAtATime: twoAtATime)
      #expect(roots == places.map { MerkleTree.root(of: leaves[..<(begin + $0)]) })
      #expect(tree.head == TreeHead(size: 300, root: MerkleTree.root(of: leaves)))
    }
  }

  @Test("of a full subtree come to its root")
  func fullSubtrees() {
    let (bytes, ends) = lines(256, upTo: 20, seed: 13)
    let leaves = hashes(bytes, ends, twoAtATime: false)
    for count in [1, 2, 4, 64, 256] {
      #expect(
        MerkleTree.root(ofFull: Array(leaves[..<count])) == MerkleTree.root(of: leaves[..<count]))
    }
  }
}
