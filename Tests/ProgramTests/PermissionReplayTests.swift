import Foundation
import Testing

/// `replay --permissions`: what `view active-grants` says, folded from the log alone.
@Suite struct PermissionReplayTests {
  @Test func `says of a town's ledger what the view says, as of any day and as known on any`()
    throws
  {
    let office = try Office()
    let ledger = office.folder + "/town"
    // A town with defects: suspensions, transfers, narrowings, emergencies, corrections and the rest.
    let made = try office.run([
      "liggare-sample", ledger, "--profile", "xs", "--years", "2", "--seed", "4", "--answers",
      office.folder + "/answers",
    ])
    try #require(made.status == 0, "\(made)")
    let run = try office.script(
      """
      export LIGGARE_LEDGER="\(ledger)"
      for known in 2022-05-01 2022-11-15 2023-06-30 2024-01-31 2999-01-01; do
        for moment in 2022-02-01 2022-06-15 2023-01-10 2023-07-01 2023-12-31 2024-06-30 2026-01-01; do
          liggare view active-grants --as-of $moment --known-at $known --format tsv --no-header > list
          said=$(liggare replay --permissions $moment --known-at $known --format tsv --no-header | cut -f 5,6)
          wanted="$(wc -l < list)	$(sha256sum list | cut -c 1-64)"
          [ "$said" = "$wanted" ] && echo "same $(wc -l < list)" || echo "DIFFERS $known $moment: $said, not $wanted"
        done
      done
      """)
    #expect(run.status == 0, "\(run.error)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 35 && !run.output.contains("DIFFERS"), "\(run.output)")
    // Lists with something in them, and different ones.
    #expect(Set(lines).count > 8, "\(run.output)")
  }

  @Test func `ends where it is told, and its root is that of the log then`() throws {
    let office = try Office()
    func fields(_ words: String...) throws -> [Substring] {
      let run = try office.run(["liggare", "replay", "--format", "tsv", "--no-header"] + words)
      #expect(run.status == 0, "\(run)")
      return run.output.split(separator: "\t")
    }
    for end in ["0", "7", "20", "9999"] {
      let permissions = try fields("--to", end, "--permissions", "2026-06-30")
      #expect(try permissions.prefix(3) == fields("--to", end).prefix(3), "\(end)")
    }
    let words = ["--to", "2000-01-01", "--permissions", "2026-06-30"]
    let none = try office.run(["liggare", "replay", "--format", "tsv", "--no-header"] + words)
    #expect(none.output.hasPrefix("0\t0\t") && none.output.contains("\t0\t0\t"), "\(none)")
  }

  @Test func `a changed byte is no beginning of the log`() throws {
    let office = try Office()
    let segment = office.ledger + "/segments/000000000000.ndjson"
    let sound = try Office.bytes(segment)
    // In an early line, what the fold does not look at: the id of an event.
    let line = try #require(Data(sound).range(of: Data("{\"seq\":5,".utf8))?.upperBound)
    let id = try #require(
      Data(sound).range(of: Data("\"id\":\"".utf8), in: line..<sound.count)?.upperBound)
    var bytes = sound
    bytes[id] = bytes[id] == 0x30 ? 0x31 : 0x30
    try office.write(bytes, to: segment)
    for more in [[], ["--to", "20"]] {
      let run = try office.run(["liggare", "replay", "--permissions", "2026-06-30"] + more)
      #expect(run.status == 40 && run.error.contains("LOG-14"), "\(more): \(run)")
      #expect(run.output.isEmpty, "\(run)")
    }
    // A line out of its place.
    bytes = sound
    bytes[line - 2] = 0x36
    try office.write(bytes, to: segment)
    let run = try office.run(["liggare", "replay", "--permissions", "2026-06-30"])
    #expect(run.status == 40 && run.error.contains("LOG-14"), "\(run)")
  }
}
