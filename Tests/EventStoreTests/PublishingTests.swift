import Diagnostics
import EventStore
import Testing
import Transparency

@Suite struct PublishingTests {
  /// Sizes of batches that end before, at and after the edges of tiles and segments.
  static let batches = [1, 14, 1, 1, 200, 38, 1, 1, 255, 1, 300, 40, 171, 1, 90]

  @Test func `after each commit the tiles and the checkpoint are those of the leaves`() throws {
    let published = try PublishedLog()
    for count in Self.batches {
      try published.append(count)
      let receipt = try published.publish()
      #expect(receipt.isNew)
      #expect(receipt.tilesMended == 0)
      #expect(receipt.checkpoint.head == published.log.head)
      try receipt.checkpoint.verify(signedBy: try PublishedLog.verifierKey)
      let faults = try PublishedLog.faults(on: published.disk, of: try published.leaves())
      #expect(faults == [], "at \(published.log.head.size)")
    }
    #expect(published.disk.openCount == 1)
    let verification = try PublishedLog.verify(published.disk)
    #expect(verification.verdict == .intact)
    #expect(verification.publication.checkpoints == Self.batches.count + 1)
    #expect(verification.publication.missingTiles == 0)
  }

  @Test func `what was published of a tile stays until the tile is full, and then goes`() throws {
    let published = try PublishedLog()
    for count in [3, 4, 248] {
      try published.append(count)
      try published.publish()
    }
    let partials = "/l/public/tile/0/000.p"
    #expect(try published.disk.names(in: partials) == ["255", "3", "7"])
    try published.append(1)
    try published.publish()
    #expect(code { _ = try published.disk.names(in: partials) } != nil)
    #expect(try published.disk.names(in: "/l/public/tile/0") == ["000"])
    #expect(try published.disk.names(in: "/l/public/tile/1/000.p") == ["1"])
  }

  @Test func `several commits may have one checkpoint, and a missed one is made up for`() throws {
    let published = try PublishedLog()
    try published.append(5)
    try published.publish()
    for count in [250, 20, 300] { try published.append(count) }
    try published.publish()
    #expect(try PublishedLog.faults(on: published.disk, of: try published.leaves()) == [])
    #expect(try published.disk.names(in: "/l/checkpoints").count == 2)
  }

  @Test
  func `of old checkpoints the last of a span stays, and what no later one says`() throws {
    let published = try PublishedLog(segmentSize: 4_096)
    // Two spans that grow old: 0 to 255 and 256 to 511.
    for size in [10, 100, 101, 250, 255, 300, 400, 511] {
      try published.append(size - Int(published.log.head.size))
      try published.publish()
    }
    let line = NoteSignature(
      name: Array("witness.example".utf8), keyID: 7, bytes: [UInt8](repeating: 1, count: 72))
    for size: UInt64 in [10, 100, 400] {
      try published.log.addCosignatures([line], toCheckpoint: size)
    }
    // What the log signed and its events do not come to is what an auditor wants to see.
    let other = try SignedCheckpoint(
      Checkpoint(
        origin: "log.example",
        head: TreeHead(size: 200, root: MerkleTree.leafHash(of: Array("other".utf8)))),
      signedBy: [PublishedLog.logKey])
    let disk = PublishedLog.disk(
      published.disk.state, with: PublishedLog.checkpoint(200), other.bytes)
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    func sizes() throws -> [Int] { try disk.names(in: "/l/checkpoints").compactMap { Int($0) } }
    func grow(to size: Int) throws {
      while log.head.size < size {
        let first = Int(log.head.size)
        _ = try log.append(
          try batch(first..<min(size, first + 4_096)), signedBy: signer, now: noon,
          expecting: log.head)
      }
      _ = try log.publish(signedBy: [PublishedLog.logKey], .news)
    }
    let whole = Int(FileEventLog.checkpointsKeptWhole)
    try grow(to: 255 + whole)
    #expect(try sizes() == [10, 100, 101, 200, 250, 255, 300, 400, 511, 255 + whole])
    try grow(to: 256 + whole)
    let left = [100, 200, 255, 300, 400, 511, 255 + whole, 256 + whole]
    #expect(try sizes() == left)
    try grow(to: 512 + whole)
    #expect(try sizes() == [100, 200, 255, 400, 511, 255 + whole, 256 + whole, 512 + whole])
    // The same by one who publishes all of it at once.
    let again = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    _ = try again.publish(signedBy: [PublishedLog.logKey], .whole)
    #expect(try sizes() == [100, 200, 255, 400, 511, 255 + whole, 256 + whole, 512 + whole])
  }

  @Test func `published again, nothing is written`() throws {
    let published = try PublishedLog()
    try published.append(300)
    try published.publish(.whole)
    var changes = 0
    published.disk.onStep = { _ in changes += 1 }
    published.disk.omits = { call, _ in call == "rename" ? nil : .left }
    let receipt = try published.publish(.whole)
    #expect(changes == 0)
    #expect(!receipt.isNew)
    #expect(receipt.tilesWritten + receipt.tilesMended == 0)
  }

  @Test func `each derived file that is gone, cut or changed is made anew as it was`() throws {
    let published = try PublishedLog()
    for count in [20, 280, 7] {
      try published.append(count)
      try published.publish()
    }
    let leaves = try published.leaves()
    let state = published.disk.state
    var derived = try PublishedLog.files(of: leaves).keys.sorted()
    derived += state.names.keys.filter { $0.hasSuffix(".leaves") }
    #expect(derived.count > 20)
    for path in derived {
      let bytes = try #require(PublishedLog.bytes(path, on: published.disk))
      let isCheckpoint = path.hasPrefix("/l/checkpoints")
      var altered = bytes
      altered[altered.count / 2] ^= 1
      // A checkpoint that can be read is never written over: that is the next test.
      let damages: [[UInt8]?] =
        [nil, [], Array(bytes.dropLast(9)), [UInt8](repeating: 0, count: bytes.count)]
        + (isCheckpoint || path.hasSuffix("checkpoint") ? [] : [altered])
      for damage in damages {
        let disk = PublishedLog.disk(state, with: path, damage)
        let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
        let receipt = try log.publish(signedBy: [PublishedLog.logKey], .whole)
        #expect(try PublishedLog.faults(on: disk, of: leaves) == [], "\(path)")
        #expect(receipt.checkpoint.head == log.head)
        // The next commit must not build on it either.
        let other = PublishedLog.disk(state, with: path, damage)
        let next = try FileEventLog.open(at: "/l", for: .writing, files: other)
        _ = try next.append(
          try batch(400..<401), signedBy: signer, now: noon, expecting: next.head)
        _ = try next.publish(signedBy: [PublishedLog.logKey], .news)
        let edge = TileFrontier.partialTiles(of: next.head.size).map { "/l/public/\($0.path)" }
        let faults = try PublishedLog.faults(on: other, of: PublishedLog.leaves(of: next))
        #expect(faults.allSatisfy { !edge.contains($0) && $0.contains("/tile/") }, "\(faults)")
      }
    }
  }

  @Test func `a checkpoint that says something else is never written over`() throws {
    let published = try PublishedLog()
    try published.append(9)
    try published.publish()
    let state = published.disk.state
    let head = published.log.head
    let kept = try #require(PublishedLog.bytes(PublishedLog.checkpoint(9), on: published.disk))
    let other = Checkpoint(
      origin: "log.example",
      head: TreeHead(size: 9, root: MerkleTree.nodeHash(head.root, head.root)))
    // Another root, and another signature by the same key.
    var altered = try SignedCheckpoint(kept)
    let line = try #require(altered.signatures.first)
    altered.add([
      NoteSignature(
        name: line.name, keyID: line.keyID, bytes: [line.bytes[0] ^ 1] + line.bytes.dropFirst())
    ])
    for bytes in [
      try SignedCheckpoint(other, signedBy: [PublishedLog.logKey]).bytes, altered.bytes,
    ] {
      let disk = PublishedLog.disk(state, with: PublishedLog.checkpoint(9), bytes)
      let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
      for scope in [PublishingScope.news, .whole] {
        #expect(code { _ = try log.publish(signedBy: [PublishedLog.logKey], scope) } == "PUB-01")
      }
      #expect(PublishedLog.bytes(PublishedLog.checkpoint(9), on: disk) == bytes)
    }
    // A published checkpoint of another history, or of a larger log, keeps the ledger from being written.
    let rewritten = PublishedLog.disk(
      state, with: "/l/public/checkpoint",
      try SignedCheckpoint(other, signedBy: [PublishedLog.logKey]).bytes)
    #expect(
      code { _ = try FileEventLog.open(at: "/l", for: .writing, files: rewritten) } == "PUB-01")
    let larger = Checkpoint(origin: "log.example", head: TreeHead(size: 10, root: head.root))
    let ahead = PublishedLog.disk(
      state, with: "/l/public/checkpoint",
      try SignedCheckpoint(larger, signedBy: [PublishedLog.logKey]).bytes)
    #expect(code { _ = try FileEventLog.open(at: "/l", for: .writing, files: ahead) } == "PUB-02")
    #expect(code { _ = try FileEventLog.open(at: "/l", for: .reading, files: ahead) } == nil)
  }

  @Test func `two keys sign while one replaces the other, and a lost one signs later`() throws {
    let published = try PublishedLog()
    try published.append(3)
    try published.publish()
    let (old, new) = (PublishedLog.logKey, key(8))
    let receipt = try published.log.publish(signedBy: [old, new], .news)
    #expect(!receipt.isNew)
    for half in [old, new] {
      try receipt.checkpoint.verify(
        signedBy: try #require(half.noteVerifierKey(named: "log.example")))
    }
    // Whoever has lost the new key again takes nothing away.
    #expect(try published.publish().checkpoint == receipt.checkpoint)
    #expect(
      PublishedLog.bytes("/l/public/checkpoint", on: published.disk) == receipt.checkpoint.bytes)
  }

  @Test func `cosignatures are added, and the log's own signature stays`() throws {
    let published = try PublishedLog()
    try published.append(3)
    let issued = try published.publish().checkpoint
    let line = try #require(
      try Cosignature.line(
        cosigning: issued.checkpoint, at: 1_800_000_000, by: key(9), named: "witness.example"))
    let cosigned = try published.log.addCosignatures([line], toCheckpoint: 3)
    #expect(cosigned.signatures == issued.signatures + [line])
    for path in [PublishedLog.checkpoint(3), "/l/public/checkpoint"] {
      #expect(PublishedLog.bytes(path, on: published.disk) == cosigned.bytes)
    }
    #expect(try published.publish(.whole).checkpoint == cosigned)
    try published.append(1)
    try published.publish()
    let later = try #require(
      try Cosignature.line(
        cosigning: issued.checkpoint, at: 1_800_000_001, by: key(9), named: "witness.example"))
    let again = try published.log.addCosignatures([later], toCheckpoint: 3)
    #expect(again.signatures == issued.signatures + [later])
    #expect(try published.log.publishedCheckpoint()?.head.size == 4)

    let own = try #require(issued.signatures.first)
    let pretended = NoteSignature(name: own.name, keyID: own.keyID, bytes: later.bytes)
    #expect(code { try published.log.addCosignatures([pretended], toCheckpoint: 3) } == "PUB-01")
    #expect(code { try published.log.addCosignatures([line], toCheckpoint: 2) } == "PUB-04")
    #expect(try PublishedLog.verify(published.disk).verdict == .intact)
  }

  @Test func `after a power cut at any step of publishing, publishing again makes all of it`()
    throws
  {
    let published = try PublishedLog()
    for count in [20, 230] {
      try published.append(count)
      try published.publish()
    }
    try published.append(10)
    let leaves = try published.leaves()
    var moments: [ModelledDisk.State] = []
    published.disk.onStep = { moments.append($0.state) }
    try published.publish()
    var numbers = SeededNumbers(5)
    var count = 0
    for moment in moments {
      CrashImages(moment).each(limit: 4, using: &numbers) { image in
        count += 1
        do {
          let disk = ModelledDisk(image)
          let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
          _ = try log.publish(signedBy: [PublishedLog.logKey], .whole)
          #expect(try PublishedLog.faults(on: disk, of: leaves) == [])
          // All of it is on the medium now.
          var stable = disk.state
          stable.names = stable.stable.files
          #expect(try PublishedLog.faults(on: ModelledDisk(stable), of: leaves) == [])
        } catch {
          Issue.record("\(error)")
        }
      }
    }
    print("publishing: \(moments.count) moments, \(count) states")
    #expect(count > 200)
  }

  @Test func `a disk that fails while publishing takes nothing from the log`() throws {
    let published = try PublishedLog()
    try published.append(20)
    try published.publish()
    try published.append(240)
    let state = published.disk.state
    var index = 0
    var codes: Set<String> = []
    while true {
      index += 1
      let disk = ModelledDisk(state)
      let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
      let begin = disk.calls
      disk.fails = { call, _, _ in call == begin + index ? 5 : nil }
      let outcome = code { _ = try log.publish(signedBy: [PublishedLog.logKey], .news) }
      disk.fails = { _, _, _ in nil }
      let again = try FileEventLog.open(at: "/l", for: .writing, files: ModelledDisk(disk.state))
      #expect(again.head == published.log.head)
      _ = try again.publish(signedBy: [PublishedLog.logKey], .whole)
      codes.insert(outcome ?? "done")
      if disk.calls < begin + index { break }
    }
    #expect(index > 30)
    #expect(codes == ["LOG-10", "done"])
  }
}
