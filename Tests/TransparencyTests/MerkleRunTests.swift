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

  @Test func `a run can stand in another tree wherever its leaves would pair alike`() {
    var random = SeededRandom(seed: 10)
    var followed = 0
    for start in 0..<40 as Range<UInt64> {
      for size in 0..<40 {
        let count = Int(random.next() % 20)
        let leaves = (0..<count).map { MerkleTree.leafHash(of: [UInt8($0)]) }
        let before = (0..<size).map { MerkleTree.leafHash(of: [UInt8($0), 1]) }
        var run = MerkleRun(from: start)
        for leaf in leaves { run.append(leafHash: leaf) }
        var frontier = MerkleFrontier()
        for leaf in before { frontier.append(leafHash: leaf) }
        #expect(run.canFollow(frontier) || start != UInt64(size))
        guard run.canFollow(frontier) else { continue }
        followed += 1
        frontier.append(subtreesOf: run)
        #expect(frontier.root == MerkleTree.root(of: before + leaves))
      }
    }
    #expect(followed > 200)
  }
}
