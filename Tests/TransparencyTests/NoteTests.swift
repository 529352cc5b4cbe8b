import Diagnostics
import Testing

@testable import Transparency

/// Signed notes, checkpoints and what travels with them.
struct NoteTests {
  static func key(_ byte: UInt8) throws -> SigningKey {
    let seed = try #require(Ed25519Seed([UInt8](repeating: byte, count: 32)))
    return try SigningKey(seed: seed)
  }

  static func checkpoint(_ size: Int, by keys: [SigningKey], origin: String = "ledger.example")
    throws -> SignedCheckpoint
  {
    try SignedCheckpoint(
      Checkpoint(origin: origin, head: MerkleTree.head(of: size)), signedBy: keys)
  }

  @Test func `reads a key and a note that the Go library documents`() throws {
    let key = try NoteVerifierKey(
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW".utf8)
    #expect(key.text == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    let note = try SignedNote(
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

      """.utf8)
    let line = try note.signature(claiming: key)
    let signature = try #require(Ed25519Signature(line.bytes))
    #expect(try Ed25519Verifier(key.publicKey).isValid(signature, over: note.text))
  }

  @Test func `a checkpoint is read back from its own bytes, and checked by its key`() throws {
    let key = try Self.key(1)
    let old = try Self.key(2)
    for size in [0, 1, 2, 255, 256, 257] {
      let signed = try Self.checkpoint(size, by: [key, old])
      let read = try SignedCheckpoint(signed.bytes)
      #expect(read == signed)
      #expect(read.bytes == signed.bytes)
      let current = try #require(key.noteVerifierKey(named: "ledger.example"))
      let previous = try #require(old.noteVerifierKey(named: "ledger.example"))
      try read.verify(signedBy: current)
      try read.verify(signedBy: previous)
      try read.verify(signedByAnyOf: [previous, current])
      let stranger = try #require(try Self.key(3).noteVerifierKey(named: "ledger.example"))
      #expect(throws: Diagnostic.self) { try read.verify(signedByAnyOf: [stranger]) }
    }
  }

  @Test func `no single bit of a checkpoint can change unseen when each signer is required`() throws
  {
    let key = try Self.key(1)
    let witnessKey = try Self.key(9)
    var signed = try Self.checkpoint(300, by: [key])
    let line = try Cosignature.line(
      cosigning: signed.checkpoint, at: 1_700_000_000, by: witnessKey, named: "witness.example")
    signed.add([try #require(line)])
    let log = try #require(key.noteVerifierKey(named: "ledger.example"))
    let witness = try #require(witnessKey.noteVerifierKey(named: "witness.example", .cosignature))
    #expect(try signed.cosignatureTime(by: witness) == 1_700_000_000)
    var opened = 0
    let bytes = signed.bytes
    for bit in 0..<(bytes.count * 8) {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      do throws(Diagnostic) {
        let read = try SignedCheckpoint(changed)
        try read.verify(signedBy: log)
        if try read.cosignatureTime(by: witness) != nil { opened += 1 }
      } catch {}
    }
    #expect(opened == 0)
  }

  @Test(arguments: ["", "\n", "\n\n", "\n\n\n", "a\n\n", "a\n\n\n", "a\n\n— \n", "a\n\n— a AAAA\n"])
  func `a text without signatures is no note`(text: String) {
    #expect(throws: Diagnostic.self) { try SignedNote(text.utf8) }
  }

  @Test(arguments: [
    "ledger.example\n1\n", "ledger.example\n01\nAAAA\n", "ledger.example\n-1\nAAAA\n",
    "ledger.example\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
    "ledger example\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
    "ledger.example\n9223372036854775808\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
    "ledger.example\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nextension\n",
  ])
  func `a text that is no checkpoint is refused`(text: String) {
    #expect(throws: Diagnostic.self) { try Checkpoint(text: text.utf8) }
  }

  @Test func `proof files are read back and prove their leaf and no other`() throws {
    let key = try Self.key(1)
    let leaves = MerkleTree.leaves(70)
    let signed = try Self.checkpoint(70, by: [key])
    for index in [0, 1, 63, 64, 69] as [UInt64] {
      let inclusion = try #require(MerkleTree.inclusionProof(index: index, leafHashes: leaves))
      let file = ProofFile(inclusion: inclusion, checkpoint: signed)
      let read = try ProofFile(file.bytes)
      #expect(read == file)
      #expect(read.proves(leaves[Int(index)]))
      #expect(!read.proves(leaves[Int(index) == 5 ? 6 : 5]))
      let withExtra = String(decoding: file.bytes, as: UTF8.self)
        .replacing("index", with: "extra QUJD\nindex", maxReplacements: 1)
      #expect(try ProofFile(withExtra.utf8) == file)
    }
  }

  @Test func `a witness cosigns honest growth and nothing else`() throws {
    let key = try Self.key(1)
    let log = try #require(key.noteVerifierKey(named: "ledger.example"))
    let leaves = MerkleTree.leaves(420)
    func request(_ old: Int, _ new: Int, by signer: SigningKey? = nil) throws -> WitnessRequest {
      let path =
        old == 0
        ? []
        : try #require(
          MerkleTree.consistencyProof(
            oldSize: UInt64(old), leafHashes: Array(leaves[..<new]))
        ).path
      let request = WitnessRequest(
        oldSize: UInt64(old), path: path, checkpoint: try Self.checkpoint(new, by: [signer ?? key]))
      #expect(try WitnessRequest(request.bytes) == request)
      return request
    }
    var state = WitnessState(keys: [log])
    try state.accept(request(0, 300))
    try state.accept(request(300, 420))
    #expect(state.head == MerkleTree.head(of: 420))
    // The same again is no harm.
    try state.accept(request(420, 420))
    // A ledger set back, and one that was written anew.
    #expect(throws: WitnessState.Refusal.conflict(knownSize: 420)) {
      try state.accept(request(0, 300))
    }
    let rewritten = Checkpoint(
      origin: "ledger.example",
      head: TreeHead(
        size: 420, root: MerkleTree.root(of: MerkleTree.leaves(420).reversed())))
    #expect(throws: WitnessState.Refusal.conflict(knownSize: 420)) {
      try state.accept(
        WitnessRequest(
          oldSize: 420, path: [], checkpoint: SignedCheckpoint(rewritten, signedBy: [key])))
    }
    let longer = Checkpoint(
      origin: "ledger.example", head: TreeHead(size: 421, root: rewritten.head.root))
    #expect(throws: WitnessState.Refusal.inconsistent) {
      try state.accept(
        WitnessRequest(
          oldSize: 420, path: [rewritten.head.root],
          checkpoint: SignedCheckpoint(longer, signedBy: [key])))
    }
    #expect(throws: WitnessState.Refusal.notSigned) {
      try state.accept(request(420, 420, by: Self.key(7)))
    }
    #expect(state.head == MerkleTree.head(of: 420))
  }

  @Test func `a policy counts witnesses by its groups`() throws {
    func vkey(_ byte: UInt8) throws -> String {
      try #require(try Self.key(byte).noteVerifierKey(named: "w\(byte).example", .cosignature)).text
    }
    let log = try #require(try Self.key(1).noteVerifierKey(named: "ledger.example")).text
    let policy = try WitnessPolicy(
      """
      # Who counts.
      log \(log) https://log.example/
      witness a \(try vkey(2))
      witness b \(try vkey(3)) file:///media/witness
      witness c\t\(try vkey(4))
      group two 2 a b
      group all-of-them all two c
      quorum all-of-them
      """.utf8)
    #expect(policy.witnesses.map(\.url) == [nil, "file:///media/witness", nil])
    #expect(policy.logKeys(of: "ledger.example").map(\.text) == [log])
    #expect(policy.isSatisfied(by: policy.witnesses))
    #expect(!policy.isSatisfied(by: Array(policy.witnesses.prefix(2))))
    #expect(!policy.isSatisfied(by: [policy.witnesses[0], policy.witnesses[2]]))
    #expect(try WitnessPolicy("quorum none".utf8).isSatisfied(by: []))
  }

  @Test(arguments: [
    "", "quorum none\nquorum none", "quorum a", "group g any a\nquorum g", "witness a b\nquorum a",
    "log\nquorum none", "nonsense\nquorum none", "quorum none\u{1}", "group g 2 none\nquorum g",
  ])
  func `a policy that is none is refused with its line`(text: String) {
    #expect {
      try WitnessPolicy(text.utf8)
    } throws: { error in
      (error as? Diagnostic)?.code == "NOTE-06"
    }
  }

  @Test func `tiles have the paths and sizes of the specification`() {
    #expect(Tile(level: 0, index: 1_234_067, count: 256).path == "tile/0/x001/x234/067")
    #expect(Tile(level: 1, index: 0, count: 17).path == "tile/1/000.p/17")
    let tiles = Tile.added(from: 0, to: 70_000)
    #expect(tiles.count { $0.level == 0 && $0.isFull } == 273)
    #expect(
      tiles.filter { !$0.isFull }.map(\.path) == [
        "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1",
      ])
    #expect(Tile.added(from: 256, to: 257).map(\.path) == ["tile/0/001.p/1"])
    #expect(Tile.added(from: 255, to: 256).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
    #expect(Tile.added(from: 300, to: 300).isEmpty)
    #expect(
      Tile(level: 1, index: 2, count: 3).subtrees
        == (512..<515).map {
          MerkleSubtree(level: 8, index: $0)
        })
  }

  @Test func `every code of the family says what to do in both languages`() {
    for code in NoteCodes.catalogue {
      #expect(code.code.hasPrefix("NOTE-"))
      #expect(!code.remedy.english.isEmpty && !code.remedy.swedish.isEmpty)
    }
  }
}

extension MerkleTree {
  /// Made-up leaves, the same at each call.
  static func leaves(_ count: Int) -> [Digest] {
    (0..<count).map { leafHash(of: Array("leaf \($0)".utf8)) }
  }

  static func head(of count: Int) -> TreeHead {
    TreeHead(size: UInt64(count), root: root(of: leaves(count)))
  }
}
