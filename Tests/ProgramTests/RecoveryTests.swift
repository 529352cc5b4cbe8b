import Foundation
import Testing

/// Putting a ledger in order, and saying what is wrong with one that cannot be.
@Suite struct RecoveryTests {
  @Test func `recover says what it will do, does it, and has nothing left to do`() throws {
    let office = try Office()
    let size = try Office.bytes(office.segment).count
    try office.script(
      """
      printf 'xyz' >> ledger/segments/000000000000.ndjson
      touch ledger/register.snapshot.4000000.tmp ledger/published.tmp ledger/segments/a.tmp
      touch ledger/head.tmp ledger/quarantine/b.tmp
      rm ledger/reserve ledger/segments/*.leaves ledger/public/checkpoint
      """)
    let before = try office.contents()
    let planned = try office.liggare("recover", "--dry-run")
    #expect(planned.status == 0, "\(planned)")
    #expect(try office.contents() == before)
    for part in [
      "Put 3 bytes", "000000000000-\(size)-", "register.snapshot.4000000.tmp", "published.tmp",
      "segments/a.tmp", "head.tmp", "quarantine/b.tmp", "leaf hashes", "Issue a checkpoint",
      "Set space",
    ] {
      #expect(planned.output.contains(part), "\(part) in \(planned.output)")
    }
    let done = try office.liggare("recover")
    #expect(done.status == 0 && done.output == planned.output, "\(done)")
    let after = try office.contents()
    #expect(after.keys.allSatisfy { !$0.hasSuffix(".tmp") })
    #expect(after.contains { $0.key.hasPrefix("quarantine/") && $0.value == Data("xyz".utf8) })
    let again = try office.liggare("recover")
    #expect(again.output == "Everything is in order.\n", "\(again)")
    #expect(try office.contents() == after)
    #expect(try office.verify().status == 0)
  }

  @Test func `a damaged head is made anew only when asked, from what the log has signed`() throws {
    let office = try Office()
    let sound = try office.verify()
    for damage in ["echo garbage > ledger/head", "rm ledger/head", ": > ledger/head"] {
      try office.script(damage)
      let refused = try office.liggare("recover")
      #expect(refused.status == 40 && refused.error.contains("LOG-13"), "\(refused)")
      let planned = try office.liggare("recover", "--rebuild-head", "--dry-run")
      #expect(planned.output.contains("checkpoint of \(sound.events) events"), "\(planned)")
      let done = try office.liggare("recover", "--rebuild-head")
      #expect(done.status == 0, "\(done)")
      #expect(try office.verify() == sound)
      let whole = try office.liggare("recover", "--rebuild-head")
      #expect(whole.status != 0 && whole.error.contains("LOG-23"), "\(whole)")
    }
    let next = try office.liggare(
      "unit", "register", "Next", "--kind", "unit", "--parent", "U-2")
    #expect(next.status == 0, "\(next)")
    let told = try office.liggare("log").output.matches(of: /ledger\.head-rebuilt/)
    #expect(told.count == 2, "the same damage twice is one file, and told once")
    #expect(try office.verify().status == 0)
  }

  @Test func `what lies behind the checkpoint goes to quarantine when a head is made anew`() throws
  {
    let office = try Office()
    let before = try office.verify()
    let made = try office.script(
      """
      mv ledger/log-key log-key
      for name in One Two Three; do
        liggare unit register $name --kind unit --parent U-2
      done
      mv log-key ledger/log-key; rm ledger/head
      """)
    #expect(made.status == 0, "\(made)")
    let done = try office.liggare("recover", "--rebuild-head")
    #expect(done.status == 0 && done.output.contains("Put "), "\(done)")
    #expect(try office.verify() == before)
    #expect(try office.script("grep -l 'Three' ledger/quarantine/*").status == 0)
  }

  @Test func `a log that has signed more than its lines hold is not given another head`() throws {
    let office = try Office()
    try office.script(
      """
      lines=$(wc -l < ledger/segments/000000000000.ndjson)
      head -n $((lines - 1)) ledger/segments/000000000000.ndjson > cut
      cp cut ledger/segments/000000000000.ndjson; rm ledger/head
      """)
    let run = try office.liggare("recover", "--rebuild-head")
    #expect(run.status == 30 && run.error.contains("PUB-02"), "\(run)")
    #expect(!FileManager.default.fileExists(atPath: office.ledger + "/head"))
  }

  @Test func `killed before any call that changes a file, making a head anew is done again`() throws
  {
    let office = try Office()
    try office.script("mv ledger/log-key log-key; rm ledger/head; cp -a ledger damaged")
    let calls = "pwrite64,fsync,rename,unlink,ftruncate,write"
    var number = 0
    var isDone = false
    repeat {
      number += 1
      try office.script("rm -rf ledger; cp -a damaged ledger")
      let run = try office.run(
        [
          "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e",
          "inject=\(calls):signal=SIGKILL:when=\(number)", "liggare", "recover", "--rebuild-head",
        ])
      isDone = run.status == 0
      if !FileManager.default.fileExists(atPath: office.ledger + "/head") {
        let next = try office.liggare("recover", "--rebuild-head")
        #expect(next.status == 0, "after call \(number): \(next)")
      }
      #expect([0, 20].contains(try office.verify().status), "after call \(number)")
      #expect(try office.liggare("recover").status == 0)
    } while !isDone && number < 80
    #expect((5..<80).contains(number))
  }

  @Test func `damage is told with its place and with what it touches`() throws {
    let office = try Office()
    let lines = try office.lines()
    let index = try #require(
      lines.firstIndex { String(decoding: $0, as: UTF8.self).contains("\"grant.provisioned\"") })
    let offset = lines[..<index].reduce(0) { $0 + $1.count }
    var bytes = try Office.bytes(office.segment)
    // The line cannot be read any more.
    bytes[offset + 3] = 0x01
    try office.write(bytes, to: office.segment)
    let people = try office.liggare("verify")
    #expect(people.status == 40, "\(people)")
    #expect(people.error.contains("byte in the segment: \(offset)"), "\(people.error)")
    #expect(people.error.contains("touches: G-1"), "\(people.error)")
    let run = try office.liggare("verify", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["verdict"] as? String == "corruption")
    let pieces = try #require(object["pieces"] as? [[String: Any]])
    let piece = try #require(pieces.first { $0["first"] as? Int == index })
    #expect(piece["byte"] as? Int == offset && piece["segment"] as? Int == 0)
    #expect((piece["grants"] as? [String])?.contains("G-1") == true, "\(piece)")
    #expect((piece["systems"] as? [String])?.contains("S-1") == true, "\(piece)")
    #expect((piece["remedy"] as? String)?.isEmpty == false)
  }

  @Test func `progress is told off a terminal when it is asked for`() throws {
    let office = try Office()
    let quiet = try office.liggare("verify")
    #expect(quiet.status == 0 && quiet.error == "", "\(quiet)")
    let told = try office.liggare("verify", "--progress")
    #expect(told.output == quiet.output)
    #expect(told.error.contains("events read"), "\(told)")
  }
}
