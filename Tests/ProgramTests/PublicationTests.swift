import Foundation
import Glibc
import Testing
import Transparency

/// What the program publishes, proves and signs with the log's own key.
@Suite struct PublicationTests {
  private let unit = ["unit", "register", "Care", "--kind", "unit", "--parent", "U-2"]

  private func size(_ office: Office) throws -> Int {
    let lines = try String(contentsOfFile: office.ledger + "/public/checkpoint", encoding: .utf8)
      .split(separator: "\n")
    return try #require(Int(lines[1]))
  }

  private func published(_ office: Office) throws -> SignedCheckpoint {
    try SignedCheckpoint(try Office.bytes(office.ledger + "/public/checkpoint"))
  }

  private func logKeys(_ office: Office) throws -> [NoteVerifierKey] {
    let run = try office.liggare("key", "log", "--format", "tsv", "--no-header")
    #expect(run.status == 0, "\(run)")
    return try run.output.split(separator: "\n").map {
      try NoteVerifierKey(try #require($0.split(separator: "\t").first).utf8)
    }
  }

  private func checkpoint(_ size: Int) -> String {
    "checkpoints/" + String(repeating: "0", count: 20 - "\(size)".count) + "\(size)"
  }

  @Test func `each command publishes what it recorded, and a second publishing changes nothing`()
    throws
  {
    let office = try Office()
    for _ in 0..<3 {
      #expect(try office.run(["liggare"] + unit).status == 0)
      #expect(try size(office) == office.lines().count)
    }
    let before = try office.contents()
    let run = try office.liggare("publish")
    #expect(run.status == 0 && run.output.contains("tiles written: 0, mended: 0"), "\(run)")
    #expect(try office.contents() == before)
    let dry = try office.liggare("publish", "--dry-run")
    let count = try office.lines().count
    #expect(dry.status == 0 && dry.output.hasPrefix("\(count) events, root "), "\(dry)")
    // The checkpoint is the log's own.
    try published(office).verify(signedBy: try #require(try logKeys(office).first))
  }

  @Test func `without the log's key a command stands and says so, and publishing makes up for it`()
    throws
  {
    let office = try Office()
    let before = try size(office)
    #expect(try office.script("mkdir away; mv ledger/log-key away/key").status == 0)
    let run = try office.run(["liggare"] + unit)
    #expect(run.status == 0 && run.output.hasPrefix("Recorded at position"), "\(run)")
    #expect(run.error.hasPrefix("LED-13:") && run.error.contains("liggare publish"), "\(run)")
    #expect(try size(office) == before)
    let verify = try office.liggare("verify")
    #expect(verify.status == 0 && verify.error.contains("of \(before + 1) events"), "\(verify)")
    let refused = try office.liggare("publish")
    #expect(refused.status == 1 && refused.error.hasPrefix("LKEY-01:"), "\(refused)")
    #expect(try office.liggare("publish", "--log-key", "away/key").status == 0)
    #expect(try size(office) == before + 1)
    office.environment["LIGGARE_LOG_KEY"] = "away/key"
    let kept = try office.run(["liggare"] + unit)
    #expect(kept.status == 0 && kept.error == "", "\(kept)")
    #expect(try size(office) == before + 2)
    chmod(office.folder + "/away/key", 0o644)
    let open = try office.run(["liggare"] + unit)
    #expect(open.status == 0 && open.error.contains("LED-13") && open.error.contains("away/key"))
    #expect(try office.verify().status == 0)
  }

  @Test func `a ledger can begin with a log key that is kept elsewhere`() throws {
    let office = try Office()
    let run = try office.script(
      """
      ssh-keygen -q -t ed25519 -N '' -f elsewhere
      liggare init second --origin second.example --name Second --custodian "Anna Berg" --log-key elsewhere
      test ! -e second/log-key
      liggare publish --ledger second --log-key elsewhere
      liggare init third --origin third.example --name Third --custodian "Anna Berg" --log-key made
      test "$(stat -c %a made)" = 600
      liggare verify --ledger second && liggare verify --ledger third
      """)
    #expect(run.status == 0, "\(run)")
  }

  @Test func `the log's key is replaced while both sign, and the old one is destroyed`() throws {
    let office = try Office()
    let folder = office.ledger
    let old = try #require(try logKeys(office).first)
    let secret = try Office.bytes(folder + "/log-key")
    #expect(try office.liggare("key", "retire-log").error.hasPrefix("LKEY-12:"))
    let rotated = try office.liggare("key", "rotate-log", "--reason", "Yearly change")
    #expect(rotated.status == 0 && rotated.error == "", "\(rotated)")
    let keys = try logKeys(office)
    #expect(keys.count == 2 && keys[0] == old && rotated.output.contains(keys[1].text))
    for key in keys { try published(office).verify(signedBy: key) }
    #expect(try office.liggare("key", "rotate-log").error.hasPrefix("LKEY-11:"))
    #expect(try office.run(["liggare"] + unit).status == 0)
    #expect(try published(office).signatures.count == 2)
    let next = try Office.bytes(folder + "/log-key.next")
    // One of them lost, the other signs and the command says so.
    #expect(try office.script("mv ledger/log-key.next lost").status == 0)
    let lost = try office.run(["liggare"] + unit)
    #expect(lost.status == 0 && lost.error.hasPrefix("LKEY-01:"), "\(lost)")
    #expect(try published(office).signatures.count == 1)
    #expect(try office.script("mv lost ledger/log-key.next; liggare publish").status == 0)
    #expect(try published(office).signatures.count == 2)

    let retired = try office.liggare("key", "retire-log")
    #expect(retired.status == 0 && retired.error == "", "\(retired)")
    #expect(!FileManager.default.fileExists(atPath: folder + "/log-key.next"))
    #expect(try Office.bytes(folder + "/log-key") == next)
    #expect(try published(office).signatures.count == 1)
    try published(office).verify(signedBy: keys[1])
    // A ledger whose retiring was cut off before the key was destroyed.
    try office.write(next, to: folder + "/log-key.next")
    try office.write(secret, to: folder + "/log-key")
    #expect(try office.script("chmod 600 ledger/log-key*; liggare publish").status == 0)
    #expect(try Office.bytes(folder + "/log-key") == next)
    #expect(!FileManager.default.fileExists(atPath: folder + "/log-key.next"))
    // All that either has signed counts; what the old one signs from now on does not.
    #expect(try office.verify().status == 0)
    let half = try SigningKey(openSSHPrivateKey: secret)
    let late = try SignedCheckpoint(try published(office).checkpoint, signedBy: [half])
    try office.write(late.bytes, to: folder + "/public/checkpoint")
    let verify = try office.liggare("verify")
    #expect(verify.status == 50 && verify.error.contains("PUB-05"), "\(verify)")
  }

  @Test func `an event is proved to whoever has its line and the log's key`() throws {
    let office = try Office()
    let key = try #require(try logKeys(office).first)
    let lines = try office.lines().map { Array($0.dropLast()) }
    let other = try #require(
      NoteVerifierKey(name: key.name, algorithm: .cosignature, publicKey: key.publicKey))
    for position in [0, 1, 17, lines.count - 1] {
      let run = try office.liggare("prove", "\(position)")
      let proof = try ProofFile(Array(run.output.utf8))
      #expect(
        ProofVerdict(proof, of: lines[position], trusting: [key])
          == .holds(position: UInt64(position), head: try published(office).head))
      #expect(ProofVerdict(proof, of: lines[2], trusting: [key]) == .otherLine)
      guard case .notSigned = ProofVerdict(proof, of: lines[position], trusting: [other]) else {
        Issue.record("a key of another kind counts")
        continue
      }
    }
    // By its identifier the same, and into a new file.
    let id = try #require(
      String(decoding: lines[17], as: UTF8.self).firstMatch(of: /"id":"([0-9a-f]{32})"/)?.1)
    let written = try office.liggare("prove", String(id), "--out", "proof")
    #expect(written.status == 0, "\(written)")
    #expect(
      try Office.bytes(office.folder + "/proof")
        == Array(try office.liggare("prove", "17").output.utf8))
    let refusals: [([String], String, Int32)] = [
      ([String(id), "--out", "proof"], "CLI-37", 1), (["\(lines.count)"], "REF-01", 3),
      ([String(repeating: "0", count: 32)], "REF-01", 3), (["G-1"], "CLI-33", 2),
      (["017"], "CLI-33", 2),
    ]
    for (words, code, status) in refusals {
      let run = try office.run(["liggare", "prove"] + words)
      #expect(run.status == status && run.error.hasPrefix("\(code):"), "\(words): \(run)")
    }
    #expect(try office.script("mv ledger/log-key away").status == 0)
    #expect(try office.run(["liggare"] + unit).status == 0)
    let beyond = try office.liggare("prove", "\(lines.count)")
    #expect(beyond.status == 1 && beyond.error.hasPrefix("PUB-04:"), "\(beyond)")
  }

  @Test func `a folder for a web server follows its own log, and no other`() throws {
    let office = try Office()
    #expect(try office.liggare("publish", "--to", "www").status == 0)
    #expect(try office.run(["liggare"] + unit).status == 0)
    let again = try office.liggare("publish", "--to", "www")
    #expect(again.status == 0 && again.output.contains("www: tiles written: 1"), "\(again)")
    #expect(try office.script("diff -r -x '*.p' ledger/public www").output == "")
    let made = try office.script(
      """
      cp -r ledger older
      liggare init other --origin other.example --name Other --custodian "Anna Berg"
      """)
    #expect(made.status == 0)
    #expect(try office.run(["liggare"] + unit).status == 0)
    #expect(try office.liggare("publish", "--to", "www").status == 0)
    let before = try Office.bytes(office.folder + "/www/checkpoint")
    // Another log; and the same one as it was, and as it might have become.
    for (ledger, code) in [("other", "PUB-03"), ("older", "PUB-02")] {
      let run = try office.liggare("publish", "--to", "www", "--ledger", ledger)
      #expect(run.status == 30 && run.error.hasPrefix("\(code):"), "\(run)")
    }
    for _ in 0..<2 {
      #expect(try office.run(["liggare"] + unit + ["--ledger", "older"]).status == 0)
    }
    let forked = try office.liggare("publish", "--to", "www", "--ledger", "older")
    #expect(forked.status == 30 && forked.error.hasPrefix("PUB-01:"), "\(forked)")
    #expect(try Office.bytes(office.folder + "/www/checkpoint") == before)
  }

  @Test func `verify tells a contradiction, a false signature and a damaged tile apart`() throws {
    let office = try Office()
    let half = try SigningKey(openSSHPrivateKey: try Office.bytes(office.ledger + "/log-key"))
    let stranger = try SigningKey(openSSHPrivateKey: try Office.bytes(office.folder + "/other-key"))
    let head = try published(office).head
    let root = MerkleTree.nodeHash(head.root, head.root)
    func signed(_ size: UInt64, _ root: Digest, _ half: SigningKey) throws -> [UInt8] {
      try SignedCheckpoint(
        Checkpoint(origin: "ledger.example", head: TreeHead(size: size, root: root)),
        signedBy: [half]
      ).bytes
    }
    let tile = "public/tile/0/000.p/\(head.size)"
    let cases: [(String, [UInt8], Int32, String)] = [
      (checkpoint(Int(head.size)), try signed(head.size, root, half), 30, "PUB-01"),
      (checkpoint(Int(head.size)), try signed(head.size, head.root, stranger), 50, "PUB-05"),
      (checkpoint(Int(head.size) + 1), try signed(head.size + 1, root, half), 30, "PUB-02"),
      (checkpoint(Int(head.size)), [], 60, "PUB-06"), (tile, [1, 2, 3], 60, "PUB-07"),
    ]
    for (name, bytes, status, code) in cases {
      let path = "\(office.ledger)/\(name)"
      let before = FileManager.default.contents(atPath: path)
      try office.write(bytes, to: path)
      let run = try office.liggare("verify")
      #expect(run.status == status && run.error.hasPrefix("\(code):"), "\(name): \(run)")
      if let before { try office.write(Array(before), to: path) } else { unlink(path) }
    }
    unlink("\(office.ledger)/\(tile)")
    let missing = try office.liggare("verify")
    #expect(missing.status == 0 && missing.error.contains("missing: 1"), "\(missing)")
    #expect(try office.liggare("publish").output.contains("tiles written: 1"))
    #expect(try office.liggare("verify").error == "")
  }

  @Test func `a log that has said something else is not written, or says so at once`() throws {
    let office = try Office()
    let half = try SigningKey(openSSHPrivateKey: try Office.bytes(office.ledger + "/log-key"))
    // The next size was signed elsewhere, with another root: the command stands, and is no success.
    let next = try office.lines().count + 1
    let other = try SignedCheckpoint(
      Checkpoint(
        origin: "ledger.example",
        head: TreeHead(size: UInt64(next), root: MerkleTree.emptyRoot)), signedBy: [half])
    try office.write(other.bytes, to: "\(office.ledger)/\(checkpoint(next))")
    let run = try office.run(["liggare"] + unit)
    #expect(run.status == 30 && run.output.hasPrefix("Recorded at position"), "\(run)")
    #expect(run.error.hasPrefix("PUB-01:"), "\(run)")
    // The log set back behind what it has published, by a copy of its older files.
    let second = try Office()
    #expect(try second.script("mkdir old; cp ledger/head old").status == 0)
    #expect(try second.run(["liggare"] + unit).status == 0)
    #expect(
      try second.script(
        "cp old/head ledger; truncate -s $(cut -d ' ' -f 4 old/head) \(second.segment)"
      )
      .status == 0)
    let refused = try second.run(["liggare"] + unit)
    #expect(refused.status == 30 && refused.error.hasPrefix("PUB-02:"), "\(refused)")
    #expect(try second.liggare("verify").status == 30)
    #expect(try second.liggare("unit", "list").status == 0)
  }

  @Test func `an import of several batches has one checkpoint`() throws {
    let office = try Office()
    let before = try FileManager.default.contentsOfDirectory(atPath: office.ledger + "/checkpoints")
    let made = try office.script(
      """
      for number in $(seq 1 40); do echo "u$number:x:$((2000 + number)):1001::/home/u:/bin/sh"; done > passwd
      printf 'staff:x:1001:\\n' > group
      liggare import accounts --system S-1 --passwd passwd --group group
      """)
    #expect(made.status == 0 && !made.error.contains("LED-13"), "\(made)")
    let after = try FileManager.default.contentsOfDirectory(atPath: office.ledger + "/checkpoints")
    #expect(after.count == before.count + 1)
    #expect(try size(office) == office.lines().count)
    #expect(try office.verify().status == 0)
  }
}
