import Diagnostics
import EventStore
import Testing
import Transparency

@Suite struct TreeHashesTests {
  @Test func `each event is proved by the newest checkpoint, with and without tiles`() throws {
    let published = try PublishedLog()
    for count in [200, 77] {
      try published.append(count)
      try published.publish()
    }
    // Two more that no checkpoint reaches.
    try published.append(2)
    let leaves = try published.leaves()
    let state = published.disk.state
    let checkpoint = try #require(try published.log.publishedCheckpoint())
    var bare = state
    bare.names = bare.names.filter { !$0.key.contains("/tile/") }
    let disks = [
      ModelledDisk(state), ModelledDisk(bare),
      PublishedLog.disk(state, with: "/l/public/tile/0/000", [UInt8](repeating: 1, count: 8192)),
    ]
    for (number, disk) in disks.enumerated() {
      let log = try FileEventLog.open(at: "/l", for: .reading, files: disk)
      for position in stride(from: 0, to: 277, by: number == 0 ? 1 : 23) {
        let proof = try log.proof(at: UInt64(position), for: checkpoint)
        #expect(proof.inclusion.index == UInt64(position))
        #expect(proof.proves(leaves[position]))
        #expect(try ProofFile(proof.bytes) == proof)
      }
      #expect(code { _ = try log.proof(at: 277, for: checkpoint) } == "PUB-04")
    }
    // A checkpoint of another log of the same size proves nothing.
    let foreign = try SignedCheckpoint(
      Checkpoint(origin: "log.example", head: TreeHead(size: 277, root: leaves[0])),
      signedBy: [PublishedLog.logKey])
    #expect(code { _ = try published.log.proof(at: 3, for: foreign) } == "PUB-01")
  }

  @Test func `each size grew out of each smaller one, and has its root`() throws {
    let published = try PublishedLog()
    for count in [40, 218, 1] {
      try published.append(count)
      try published.publish()
    }
    let leaves = try published.leaves()
    let log = published.log
    let sizes = [0, 1, 2, 39, 40, 41, 128, 200, 255, 256, 257, 258, 259]
    func head(_ size: Int) -> TreeHead {
      TreeHead(size: UInt64(size), root: MerkleTree.root(of: leaves[..<size]))
    }
    for new in sizes {
      #expect(try log.root(at: UInt64(new)) == head(new).root)
      for old in sizes where old <= new {
        let proof = try log.consistencyProof(from: UInt64(old), to: UInt64(new))
        #expect(proof.extends(head(old), to: head(new)), "\(old) \(new)")
      }
    }
  }
}
