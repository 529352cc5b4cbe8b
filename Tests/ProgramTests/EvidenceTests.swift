import EventStore
import Foundation
import Testing
import Transparency

@testable import AccessLedger

/// Evidence is checked by others with what every machine has, and by `verify` without the ledger.
@Suite struct EvidenceTests {
  /// The shell blocks of a bundle's README.
  private func commands(_ folder: String) throws -> [String] {
    let page = try String(contentsOfFile: folder + "/README", encoding: .utf8)
    let blocks = page.matches(of: /```sh\n((?:.|\n)*?)```/).map { String($0.output.1) }
    #expect(blocks.count >= 5)
    return blocks
  }

  private func gather(_ office: Office, _ words: String..., out: String) throws {
    let run = try office.run(["liggare", "evidence"] + words + ["--out", out])
    #expect(run.status == 0, "\(words): \(run)")
  }

  @Test func `the commands of its README accept it as it stands, folder or archive`() throws {
    let office = try Office()
    try gather(office, "grant", "G-5", out: "bundle")
    try gather(office, "grant", "G-5", out: "bundle.tar")
    let same = try office.script("tar xf bundle.tar; diff -r bundle evidence")
    #expect(same.status == 0, "\(same.output)")
    for folder in ["bundle", "evidence"] {
      for block in try commands("\(office.folder)/\(folder)") {
        let run = try office.script("cd \(folder)\n\(block)")
        #expect(run.status == 0, "\(block)\n\(run.output)\(run.error)")
      }
    }
  }

  @Test func `the commands of its README refuse what was changed`() throws {
    let office = try Office()
    try gather(office, "grant", "G-5", out: "bundle")
    let blocks = try commands(office.folder + "/bundle")
    // Which block sees it even when the list of checksums was made anew: proofs, the log's signature, batches, texts.
    let changes: [(change: String, seenBy: [Int])] = [
      ("sed -i 's/SN 2026.17/SN 2026\\/18/' lines.ndjson", [1, 3]),
      ("sed -i '3s/^./x/' proofs/0.tlog-proof", [1]),
      ("sed -i '2s/.*/7/' checkpoint", [1, 2]),
      ("sed -i 's/^log .*+/&x/' policy", [2]),
      ("printf '!' >> \"$(ls texts/*/text | head -n 1)\"", [4]),
      ("sed -i 's/AAAAI./AAAAIx/' allowed_signers", [3]),
      ("sed -i '$d' lines.ndjson", [1, 3]),
    ]
    for (change, seenBy) in changes {
      for block in seenBy {
        let run = try office.script(
          """
          rm -rf copy; cp -r bundle copy; cd copy
          \(change)
          if sha256sum --check --quiet SHA256SUMS > /dev/null 2>&1; then exit 99; fi
          status=0
          sh -eu > ../said 2>&1 <<'END' || status=$?
          \(blocks[block])
          END
          test $status != 0
          """)
        #expect(run.status == 0, "\(change) \(block)\n\(run.output)\(run.error)")
      }
    }
  }

  @Test func `it is the same each time, its owner's alone, and never in the place of something`()
    throws
  {
    let office = try Office()
    try gather(office, "decision", "R-1", out: "one.tar")
    try gather(office, "decision", "G-1", out: "two.tar")
    try gather(office, "decision", "R-1", out: "three")
    #expect(
      try Office.bytes(office.folder + "/one.tar") == Office.bytes(office.folder + "/two.tar"))
    let modes = try office.script(
      """
      find three -type d ! -perm 700; find three one.tar -type f ! -perm 600
      """)
    #expect(modes.status == 0 && modes.output.isEmpty, "\(modes.output)")
    for name in ["one.tar", "three"] {
      let again = try office.liggare("evidence", "decision", "R-1", "--out", name)
      #expect(again.status == 1 && again.error.hasPrefix("EVI-16"), "\(again)")
    }
    let bundle = try EvidenceBundle(at: office.folder + "/three")
    #expect(try bundle == EvidenceBundle(at: office.folder + "/one.tar"))
  }

  @Test func `what is asked for by any of its names is found, and what is not there is not`() throws
  {
    let office = try Office()
    let line = try #require(
      try office.lines().map { String(decoding: $0, as: UTF8.self) }
        .first { $0.contains("\"request.approved\"") })
    let position = try #require(line.firstMatch(of: /"seq":(\d+)/)).output.1
    let event = try #require(line.firstMatch(of: /"id":"([0-9a-f]{32})"/)).output.1
    for (index, name) in [String(position), String(event), "R-1", "G-1"].enumerated() {
      try gather(office, "decision", name, out: "decision-\(index)")
      let chain = try String(
        contentsOfFile: "\(office.folder)/decision-\(index)/chain", encoding: .utf8)
      #expect(chain.contains("\(position) request.approved request/R-1"), "\(name): \(chain)")
    }
    let delegation = try #require(
      try office.lines().map { String(decoding: $0, as: UTF8.self) }
        .first { $0.contains("\"delegation.granted\"") }?
        .firstMatch(of: /"stream":"delegation\/([^"]+)"/)
    ).output.1
    try gather(office, "decision", String(delegation), out: "delegation")
    for words in [
      ["grant", "G-99"], ["grant", "R-1"], ["decision", "S-1"], ["decision", "0"],
      ["review", "\(position)"], ["decision", "99999"],
    ] {
      let run = try office.run(["liggare", "evidence"] + words + ["--out", "nothing"])
      #expect(run.status == 3 && run.error.hasPrefix("EVI-01"), "\(words): \(run)")
    }
    #expect(!FileManager.default.fileExists(atPath: office.folder + "/nothing"))
  }

  @Test func `it names persons by identifiers alone, and says which texts are gone`() throws {
    let office = try Office()
    let erased = try office.script(
      """
      liggare secrecy mark bo.ek --provision "OSL 21:3" --protected-identity
      liggare evidence grant G-1 --out before
      """)
    #expect(erased.status == 0, "\(erased.error)")
    let names = try office.script(
      "grep -rE 'Bo Ek|bo\\.ek|Anna Berg|Eva Lind|Siv Dahl' before || true")
    #expect(names.output.isEmpty, "\(names.output)")
    // The texts about a person go with the person.
    let gone = try office.script(
      """
      sqlite3 ledger/identities.sqlite "UPDATE text SET salt = NULL, text = NULL, subject = NULL,
        erased_at = 1768291200000, basis = 'Decision 2026/40' WHERE field = 'need' AND text IS NOT NULL"
      liggare evidence grant G-1 --out after
      cat after/texts/*/withheld
      """)
    #expect(gone.status == 0, "\(gone.error)")
    #expect(gone.output.contains("Erased 2026-01-13T08:00:00.000Z: Decision 2026/40"))
    let run = try office.liggare("verify", "--evidence", "after", "--format", "json")
    #expect(run.status == 0 && run.output.contains("\"withheld\": 1"), "\(run)")
  }

  @Test func `whose policy counts is told, and a foreign key or a missing witness shows`() throws {
    let office = try Office()
    try gather(office, "grant", "G-1", out: "bundle")
    let own = try office.liggare("verify", "--evidence", "bundle")
    #expect(own.status == 0 && own.error.contains("from the bundle itself"), "\(own)")
    let log = try #require(
      try String(contentsOfFile: office.folder + "/bundle/policy", encoding: .utf8)
        .split(separator: "\n").first)
    let witness = try StrangeKeys.witness
    func verify(_ policy: String) throws -> SystemProcess.Ending {
      try office.write(Array(policy.utf8), to: office.folder + "/trusted")
      return try office.liggare("verify", "--evidence", "bundle", "--policy", "trusted")
    }
    let trusted = try verify("\(log)\nquorum none\n")
    #expect(trusted.status == 0 && !trusted.error.contains("from the bundle itself"), "\(trusted)")
    let foreign = try verify("log \(try StrangeKeys.log)\nquorum none\n")
    #expect(foreign.status == 50 && foreign.error.contains("NOTE-07"), "\(foreign)")
    let unseen = try verify("\(log)\nwitness audit \(witness)\nquorum audit\n")
    #expect(unseen.status == 10 && unseen.error.contains("EVI-15"), "\(unseen)")
    let odd = try office.liggare("verify", "--policy", "trusted")
    #expect(odd.status == 2, "\(odd)")
    let none = try office.liggare("verify", "--evidence", "key")
    #expect(none.status == 40 && none.error.contains("EVI-02"), "\(none)")
  }

  @Test func `a witness that has cosigned is told with its time`() throws {
    let office = try Office()
    let run = try office.script(
      """
      witness=$(liggare witness init witness --name witness.example/audit 2> said)
      liggare evidence grant G-1 --out before
      liggare witness trust witness "$(sed -n 's/^log //p' before/policy)"
      echo "witness audit $witness file:$PWD/witness" > witnesses
      echo "quorum audit" >> witnesses
      liggare witness use witnesses
      liggare evidence grant G-1 --out after
      if grep file: after/policy; then exit 9; fi
      liggare verify --evidence after
      cd after; awk '/^```sh$/ { f = 1; next } /^```$/ { f = 0 } f' README > ../commands
      sh -eu ../commands > ../said
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    #expect(run.error.contains("Cosigned by audit on "), "\(run.error)")
  }

  @Test func `a log rewritten with its own key is given away by who did not sign`() throws {
    let key = try SigningKey(seed: #require(Ed25519Seed([UInt8](repeating: 9, count: 32))))
    let changes: [(String, (inout ForgedLog, Int) throws -> Void)] = [
      (
        "EVI-09",
        { log, index in
          for event in log.batches[index].events.indices {
            log.batches[index].events[event].replace("SN 2026/12", with: "SN 2026/13")
          }
        }
      ),
      ("EVI-10", { log, index in try log.sign(index, with: key) }),
      (
        "LED-05",
        { log, index in
          for event in log.batches[index].events.indices {
            log.batches[index].events[event].replace(
              "\"principal\":\"P-1\"", with: "\"principal\":\"P-2\"")
          }
        }
      ),
    ]
    for (code, change) in changes {
      let office = try Office()
      var log = try ForgedLog(office)
      let index = try #require(
        log.batches.firstIndex { $0.events.contains { $0.contains("SN 2026/12") } })
      try change(&log, index)
      try log.keep(in: office)
      let run = try office.script(
        """
        rm -r ledger/public ledger/checkpoints; rm -f ledger/register.snapshot
        liggare publish
        liggare evidence grant G-1 --out bundle || true
        status=0; liggare verify --evidence bundle || status=$?
        test $status = 50
        """)
      #expect(run.status == 0 && run.error.contains(code), "\(code): \(run)")
    }
  }

  @Test func `a key that was revoked may have signed before, and not after`() throws {
    let office = try Office()
    let run = try office.script(
      """
      liggare key enroll siv.dahl other-key.pub
      liggare role assign custodian siv.dahl
      liggare grant suspend G-1 --cause risk --reason "Looked into" --key other-key
      liggare key revoke other-key.pub --reason "Lost"
      liggare evidence grant G-1 --out good
      liggare verify --evidence good
      grep -q valid-before good/allowed_signers
      cd good; awk '/^```sh$/ { f = 1; next } /^```$/ { f = 0 } f' README > ../commands
      sh -eu ../commands > ../said
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    // The same batch, moved behind the revocation by somebody who has both keys.
    var log = try ForgedLog(office)
    let index = try #require(
      log.batches.lastIndex { $0.events.contains { $0.contains("\"grant.suspended\"") } })
    let batch = log.batches.remove(at: index)
    log.batches.append(batch)
    log.rebase(from: index)
    for name in ["key", "other-key"] {
      let key = try SigningKey(openSSHPrivateKey: try Office.bytes("\(office.folder)/\(name)"))
      for place in log.batches.indices where place >= index {
        if log.batches[place].key == "\(key.fingerprint)" { try log.sign(place, with: key) }
      }
      // The one signs over what the other has signed.
      for place in log.batches.indices where place > index { log.rebase(from: place) }
    }
    try log.keep(in: office)
    let late = try office.script(
      """
      rm -r ledger/public ledger/checkpoints; rm -f ledger/register.snapshot
      liggare publish
      liggare evidence grant G-1 --out late || true
      liggare verify --evidence late
      """)
    #expect(late.error.contains("EVI-10"), "\(late)")
  }
}

/// Keys that no ledger here has.
enum StrangeKeys {
  private static let key = Result {
    try SigningKey(seed: #require(Ed25519Seed([UInt8](repeating: 3, count: 32))))
  }

  static var witness: String {
    get throws {
      try #require(try key.get().noteVerifierKey(named: "witness.example", .cosignature)).text
    }
  }

  static var log: String {
    get throws { try #require(try key.get().noteVerifierKey(named: "ledger.example")).text }
  }
}
