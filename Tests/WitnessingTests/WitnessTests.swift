import Chronology
import Diagnostics
import EventStore
import Foundation
import Testing
import Transparency
import Witnessing

/// A witness in its folder, asked by an honest log and by one that is not.
struct WitnessTests {
  /// A log of made-up leaves that asks to be witnessed.
  struct ToyLog {
    var origin = "ledger.example/main"
    var leaves: [Digest]
    let key: SigningKey

    init(_ count: Int, seed: UInt8 = 1, of kind: String = "leaf") throws {
      leaves = (0..<count).map { MerkleTree.leafHash(of: Array("\(kind) \($0)".utf8)) }
      let seed = try #require(Ed25519Seed([UInt8](repeating: seed, count: 32)))
      key = try SigningKey(seed: seed)
    }

    var verifierKey: NoteVerifierKey {
      get throws { try #require(key.noteVerifierKey(named: origin)) }
    }

    func request(from old: Int, to new: Int) throws -> [UInt8] {
      let part = Array(leaves[..<new])
      let path =
        old == 0
        ? []
        : try #require(MerkleTree.consistencyProof(oldSize: UInt64(old), leafHashes: part)).path
      let head = TreeHead(size: UInt64(new), root: MerkleTree.root(of: part))
      return WitnessRequest(
        oldSize: UInt64(old), path: path,
        checkpoint: try SignedCheckpoint(Checkpoint(origin: origin, head: head), signedBy: [key])
      ).bytes
    }
  }

  private func withWitness(_ body: (Witness) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/witness-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let seed = try #require(Ed25519Seed([UInt8](repeating: 9, count: 32)))
    try body(try Witness.create(at: path, named: "witness.example", seed: seed))
  }

  private let noon = Instant(milliseconds: 1_764_000_000_500)

  private func code(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? Diagnostic)?.code }
    return nil
  }

  @Test func `a witness remembers over openings, and its files are its owner's alone`() throws {
    try withWitness { witness in
      let log = try ToyLog(420)
      try witness.trust(log.verifierKey)
      #expect(try witness.answer(log.request(from: 0, to: 300), at: noon).status == 200)
      let opened = try Witness.open(at: witness.path)
      #expect(opened.verifierKey == witness.verifierKey)
      let answer = try opened.answer(log.request(from: 300, to: 420), at: noon)
      #expect(answer.status == 200)
      var checkpoint = try WitnessRequest(log.request(from: 300, to: 420)).checkpoint
      checkpoint.add(try SignedNote(checkpoint.checkpoint.text + [0x0A] + answer.body).signatures)
      #expect(try checkpoint.cosignatureTime(by: witness.verifierKey) == 1_764_000_000)
      let known = try #require(try opened.logs().first)
      #expect(known.origin == "ledger.example/main")
      #expect(known.last?.head.size == 420)
      #expect(known.cosigned == Instant(milliseconds: 1_764_000_000_000))
      for name in ["", "/key", "/WITNESS", "/logs"] {
        let mode =
          try FileManager.default.attributesOfItem(atPath: witness.path + name)[.posixPermissions]
        let bits = try #require(mode as? Int)
        #expect(bits & 0o077 == 0, "\(name)")
      }
    }
  }

  @Test func `a log set back, a log written anew, and strangers are turned away`() throws {
    try withWitness { witness in
      let log = try ToyLog(421)
      #expect(try witness.answer(log.request(from: 0, to: 3), at: noon).status == 404)
      try witness.trust(log.verifierKey)
      #expect(try witness.answer(log.request(from: 0, to: 420), at: noon).status == 200)
      // Last week's copy, which wants to go on from 300.
      let back = try witness.answer(log.request(from: 300, to: 301), at: noon)
      #expect(back.status == 409 && back.knownSize == 420)
      // Another history with the log's own key, of the same length and longer.
      let other = try ToyLog(421, of: "another leaf")
      #expect(try witness.answer(other.request(from: 420, to: 420), at: noon).status == 409)
      #expect(try witness.answer(other.request(from: 420, to: 421), at: noon).status == 422)
      let stranger = try ToyLog(421, seed: 2)
      #expect(try witness.answer(stranger.request(from: 420, to: 421), at: noon).status == 403)
      #expect(try witness.answer(Array("old x\n\n".utf8), at: noon).status == 400)
      #expect(try witness.answer([], at: noon).status == 400)
      #expect(try witness.logs().first?.last?.head.size == 420)
      #expect(try witness.answer(log.request(from: 420, to: 421), at: noon).status == 200)
    }
  }

  @Test func `a clock that goes back makes no earlier cosignature`() throws {
    try withWitness { witness in
      let log = try ToyLog(2)
      try witness.trust(log.verifierKey)
      _ = try witness.answer(log.request(from: 0, to: 1), at: noon)
      _ = try witness.answer(log.request(from: 1, to: 2), at: Instant(milliseconds: 1_000))
      #expect(
        try witness.logs().first?.cosigned == Instant(milliseconds: 1_764_000_000_000))
    }
  }

  @Test func `a second key of a log is taken only when that is said`() throws {
    try withWitness { witness in
      let log = try ToyLog(2)
      let next = try ToyLog(2, seed: 5)
      try witness.trust(log.verifierKey)
      try witness.trust(log.verifierKey)
      #expect(code { try witness.trust(next.verifierKey) } == "WIT-05")
      #expect(code { try witness.trust(witness.verifierKey) } == "NOTE-03")
      try witness.trust(next.verifierKey, addsKey: true)
      #expect(try witness.answer(next.request(from: 0, to: 2), at: noon).status == 200)
    }
  }

  @Test func `a damaged memory cosigns nothing`() throws {
    try withWitness { witness in
      let log = try ToyLog(2)
      try witness.trust(log.verifierKey)
      _ = try witness.answer(log.request(from: 0, to: 1), at: noon)
      let path = witness.path + "/logs/ledger.example+main.checkpoint"
      var bytes = try Data(contentsOf: URL(filePath: path))
      for place in bytes.indices {
        let kept = bytes[place]
        bytes[place] ^= 1
        try bytes.write(to: URL(filePath: path))
        let code = code { _ = try witness.answer(log.request(from: 1, to: 2), at: noon) }
        #expect(code == "WIT-04", "byte \(place)")
        bytes[place] = kept
      }
      try bytes.write(to: URL(filePath: path))
      #expect(try witness.answer(log.request(from: 1, to: 2), at: noon).status == 200)
    }
  }

  @Test func `what is no witness is told apart`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/witness-\(UUID().uuidString)"
    #expect(code { _ = try Witness.open(at: path) } == "WIT-01")
    let seed = try #require(Ed25519Seed([UInt8](repeating: 9, count: 32)))
    #expect(code { _ = try Witness.create(at: path, named: "a b", seed: seed) } == "WIT-03")
    try withWitness { witness in
      #expect(
        code { _ = try Witness.create(at: witness.path, named: "w", seed: seed) } == "WIT-02")
    }
  }

  // MARK: What comes in

  @Test(arguments: [1, 7, 100_000])
  func `a request comes by HTTP in pieces of any size`(size: Int) throws {
    let body = try ToyLog(3).request(from: 2, to: 3)
    let head =
      "POST /some/prefix/add-checkpoint HTTP/1.1\r\nHost: w\r\ncontent-length:  \(body.count)\r\n\r\n"
    let bytes = Array(head.utf8) + body + Array("GET / HTTP/1.1\r\n".utf8)
    var input = WitnessInput()
    for start in stride(from: 0, to: bytes.count, by: size) {
      input.take(Array(bytes[start..<min(bytes.count, start + size)]))
    }
    #expect(input.state == .complete(body))
    #expect(input.form == .http)
  }

  @Test func `lines end with the input`() throws {
    let body = try ToyLog(3).request(from: 2, to: 3)
    var input = WitnessInput()
    input.take(body)
    #expect(input.state == .open)
    input.take([])
    #expect(input.state == .complete(body))
    #expect(input.form == .lines)
  }

  @Test(arguments: [
    ("GET /add-checkpoint HTTP/1.1\r\n\r\n", 404),
    ("POST /other HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 404),
    ("POST /add-checkpoint HTTP/1.1\r\n\r\n", 411),
    ("POST /add-checkpoint HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
    ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
    ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
    ("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 999999999999\r\n\r\n", 413),
    ("POST /add-checkpoint\r\n\r\n", 400),
  ])
  func `an HTTP request that cannot be answered is refused at once`(text: String, status: Int) {
    var input = WitnessInput()
    input.take(Array(text.utf8))
    #expect(input.state == .refused(status: status))
  }

  @Test func `input without an end is not kept for ever`() {
    for opening in ["POST ", "old 1\n"] {
      var input = WitnessInput()
      input.take(Array(opening.utf8))
      var count = 0
      while case .open = input.state, count < 1_000 {
        input.take([UInt8](repeating: 0x41, count: 1_000))
        count += 1
      }
      #expect(count < 200)
    }
  }

  @Test func `answers are read back`() {
    let answer = WitnessAnswer(status: 409, body: Array("420\n".utf8))
    #expect(WitnessAnswer(lines: answer.lines) == answer)
    #expect(answer.knownSize == 420)
    #expect(WitnessAnswer(status: 409, body: Array("0420\n".utf8)).knownSize == nil)
    #expect(WitnessAnswer(status: 200, body: Array("420\n".utf8)).knownSize == nil)
    #expect(WitnessAnswer(lines: Array("nonsense".utf8)) == nil)
    #expect(String(decoding: answer.http, as: UTF8.self).contains("text/x.tlog.size"))
  }
}
