import Foundation
import Testing

/// What is derived from the log, thrown away and made again: the same, to the byte.
@Suite struct RebuildTests {
  /// Every view, and the digest of the state, as the program gives them of a ledger at two moments.
  private func answers(_ office: Office, _ ledger: String) throws -> String {
    let run = try office.script(
      """
      export LIGGARE_LEDGER="\(ledger)"
      for view in $(liggare sql --tables --format tsv --no-header | cut -f 1 | sort -u | tr _ - | grep -vx log); do
        echo "== $view"
        liggare view $view --format jsonl --as-of 2025-09-01 --known-at 2025-10-01
      done
      for view in grants review-items stale findings; do
        echo "== $view, now"
        liggare view $view --format jsonl --as-of 2026-06-01
      done
      liggare replay --format json
      liggare replay --format json --to 2025-10-01
      """)
    #expect(run.status == 0, "\(run.error)")
    return run.output
  }

  @Test func `two rebuilds of all that is derived give the same digests and answers`() throws {
    let office = try Office()
    let ledger = office.folder + "/town"
    let made = try office.run([
      "liggare-sample", ledger, "--profile", "xs", "--years", "2", "--seed", "3",
    ])
    try #require(made.status == 0, "\(made)")
    let snapshot = ledger + "/register.snapshot"
    var rebuilt: [String] = []
    for _ in 0..<2 {
      try? FileManager.default.removeItem(atPath: snapshot)
      rebuilt.append(try answers(office, ledger))
      #expect(FileManager.default.fileExists(atPath: snapshot))
    }
    #expect(rebuilt[0].count > 100_000 && rebuilt[0].contains("== grants, now"))
    #expect(rebuilt[0] == rebuilt[1])
    // From what is derived now, nothing made anew.
    #expect(try answers(office, ledger) == rebuilt[1])
    #expect(try office.liggare("verify", "--derived", "--ledger", ledger).status == 0)
  }

  @Test func `a replay ends at a position or at a day`() throws {
    let office = try Office()
    let whole = try office.liggare("replay", "--format", "tsv", "--no-header")
    let today = try office.liggare("replay", "--to", "2999-12-31", "--format", "tsv", "--no-header")
    #expect(whole.status == 0 && today.output == whole.output, "\(today)")
    let before = try office.liggare(
      "replay", "--to", "2000-01-01", "--format", "tsv", "--no-header")
    #expect(before.output.hasPrefix("0\t0\t"), "\(before)")
    let third = try office.liggare("replay", "--to", "2", "--format", "tsv", "--no-header")
    #expect(third.output.hasPrefix("3\t"), "\(third)")
    let wrong = try office.liggare("replay", "--to", "yesterdy")
    #expect(wrong.status == 2 && wrong.error.contains("CLI-33"), "\(wrong)")
  }

  @Test func `what was known at a moment is told of lines alone that the head has grown out of`()
    throws
  {
    let office = try Office()
    let log = try office.liggare("log", "--format", "jsonl", "--to-position", "20")
    let recorded = try #require(
      log.output.split(separator: "\n").last?.split(separator: "\"recorded\": \"").last?.prefix(24))
    let words = ["--known-at", String(recorded)]
    for question in [["unit", "list"], ["view", "roles"], ["replay"]] {
      let run = try office.run(["liggare"] + question + words)
      #expect(run.status == 0 && !run.output.isEmpty, "\(question): \(run)")
    }
    // The id of an early event is another one, in a line that reads as well.
    let segment = office.ledger + "/segments/000000000000.ndjson"
    var bytes = try Office.bytes(segment)
    let fifth = try #require(Data(bytes).range(of: Data("{\"seq\":5,".utf8))?.upperBound)
    let id = try #require(
      Data(bytes).range(of: Data("\"id\":\"".utf8), in: fifth..<bytes.count)?.upperBound)
    bytes[id] = bytes[id] == 0x30 ? 0x31 : 0x30
    try office.write(bytes, to: segment)
    for question in [["unit", "list"], ["view", "roles"], ["replay"]] {
      let run = try office.run(["liggare"] + question + words)
      #expect(run.status == 40 && run.error.contains("LOG-14"), "\(question): \(run)")
      #expect(run.output.isEmpty, "\(question): \(run)")
    }
  }
}
