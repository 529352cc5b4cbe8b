import Diagnostics
import EventStore
import Testing
import Transparency

@Suite struct PublicationAuditTests {
  /// A log of 300 events, published at 1, 256 and 300.
  static func published() throws -> PublishedLog {
    let published = try PublishedLog()
    for count in [1, 255, 44] {
      try published.append(count)
      try published.publish()
    }
    return published
  }

  private func signed(_ size: UInt64, _ root: Digest, by half: SigningKey) throws -> [UInt8] {
    try SignedCheckpoint(
      Checkpoint(origin: "log.example", head: TreeHead(size: size, root: root)), signedBy: [half]
    ).bytes
  }

  @Test func `every checkpoint and tile is judged by what the lines come to`() throws {
    let published = try Self.published()
    let leaves = try published.leaves()
    let state = published.disk.state
    let root = MerkleTree.root(of: leaves[..<256])
    let other = MerkleTree.root(of: leaves[..<255])
    let logKey = PublishedLog.logKey
    let tile = "/l/public/tile/0/000"
    let bytes = try #require(PublishedLog.bytes(tile, on: published.disk))
    let cases: [(path: String, bytes: [UInt8], verdict: LogVerdict, code: String)] = [
      (PublishedLog.checkpoint(256), try signed(256, other, by: logKey), .contradiction, "PUB-01"),
      (PublishedLog.checkpoint(256), try signed(256, root, by: key(9)), .badSignature, "PUB-05"),
      (PublishedLog.checkpoint(256), [], .derivedDiffers, "PUB-06"),
      (PublishedLog.checkpoint(256), try signed(255, other, by: logKey), .derivedDiffers, "PUB-06"),
      (PublishedLog.checkpoint(301), try signed(301, other, by: logKey), .contradiction, "PUB-02"),
      (PublishedLog.checkpoint(301), try signed(301, other, by: key(9)), .badSignature, "PUB-05"),
      (PublishedLog.checkpoint(301), [7], .derivedDiffers, "PUB-06"),
      ("/l/public/checkpoint", try signed(300, other, by: logKey), .contradiction, "PUB-01"),
      ("/l/public/checkpoint", try signed(900, other, by: logKey), .contradiction, "PUB-02"),
      ("/l/public/checkpoint", [1, 2], .derivedDiffers, "PUB-06"),
      (tile, [UInt8](repeating: 0, count: bytes.count), .derivedDiffers, "PUB-07"),
      (tile, Array(bytes.dropLast()), .derivedDiffers, "PUB-07"),
      ("/l/public/tile/0/001.p/44", [], .derivedDiffers, "PUB-07"),
      ("/l/public/tile/0/001.p/45", bytes, .derivedDiffers, "PUB-08"),
      ("/l/public/tile/0/002", bytes, .derivedDiffers, "PUB-08"),
    ]
    for (path, bytes, verdict, code) in cases {
      let disk = PublishedLog.disk(state, with: path, bytes)
      disk.state.folders.formUnion(["/l/public/tile/0/002.p"])
      let result = try PublishedLog.verify(disk)
      #expect(result.verdict == verdict, "\(path)")
      #expect(result.damage.map(\.code.code) == [code], "\(path)")
    }
  }

  @Test func `what is missing is counted, and is no damage`() throws {
    let published = try Self.published()
    let state = published.disk.state
    for (path, missing) in [
      ("/l/public/tile/0/000", 1), ("/l/public/tile/0/001.p/44", 1),
      ("/l/public/tile/1/000.p/1", 1), (PublishedLog.checkpoint(256), 0),
    ] {
      let result = try PublishedLog.verify(PublishedLog.disk(state, with: path, nil))
      #expect(result.verdict == .intact, "\(path)")
      #expect(result.publication.missingTiles == missing, "\(path)")
    }
    let result = try PublishedLog.verify(
      PublishedLog.disk(state, with: "/l/public/checkpoint", nil))
    #expect(result.publication.publishedSize == nil && result.verdict == .intact)
  }

  @Test func `a log set back behind its checkpoints contradicts them`() throws {
    let published = try PublishedLog()
    try published.append(5)
    let before = try #require(PublishedLog.bytes("/l/head", on: published.disk))
    try published.append(1)
    try published.publish()
    let disk = PublishedLog.disk(published.disk.state, with: "/l/head", before)
    let result = try PublishedLog.verify(disk)
    #expect(result.verdict == .contradiction)
    #expect(code { _ = try FileEventLog.open(at: "/l", for: .writing, files: disk) } == "PUB-02")
  }

  @Test func `every bit of every checkpoint and tile counts`() throws {
    let published = try PublishedLog()
    for count in [1, 1, 255] {
      try published.append(count)
      try published.publish()
    }
    let state = published.disk.state
    var numbers = SeededNumbers(6)
    var flips = 0
    for path in state.names.keys.sorted()
    where path.hasPrefix("/l/checkpoints/") || path.hasPrefix("/l/public/") {
      let bytes = try #require(PublishedLog.bytes(path, on: published.disk))
      for _ in 0..<12 {
        var altered = bytes
        altered[Int(numbers.next() % UInt64(bytes.count))] ^= 1 << UInt8(numbers.next() % 8)
        let result = try PublishedLog.verify(PublishedLog.disk(state, with: path, altered))
        #expect(result.verdict != .intact, "\(path)")
        flips += 1
      }
    }
    #expect(flips > 80)
  }
}
