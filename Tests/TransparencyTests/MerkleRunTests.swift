import Testing
import Transparency

@Suite struct MerkleRunTests {
  @Test func `runs cut anywhere make the tree that the leaves make one by one`() {
    var random = SeededRandom(seed: 9)
    for size in 0..<200 {
      let leaves = (0..<size).map { MerkleTree.leafHash(of: [UInt8($0)]) }
      var frontier = MerkleFrontier()
      var run = MerkleRun(from: 0)
      for (position, leaf) in leaves.enumerated() {
        if random.next() % 5 == 0 {
          frontier.append(run)
          run.restart(from: UInt64(position))
        }
        run.append(leafHash: leaf)
      }
      frontier.append(run)
      #expect(frontier.size == UInt64(size))
      #expect(frontier.root == MerkleTree.root(of: leaves))
    }
  }
}
