import Foundation
import Testing

/// Disposal of texts on a decision, as the program does it in its files.
@Suite struct DisposalTests {
  /// An office in 2040: what was granted to Ulf and ended in 2026 has been kept for more than ten years.
  private func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      n=0
      past() { n=$((n + 1)); liggare-rehearsal 2026-02-0$n"T08:00:00.000Z" "past-$n" "$@"; }
      past grant confirm G-3 --reason "Quicksilver is gone from the system"
      past role assign archivist anna.berg
      past role assign archivist eva.lind
      past role assign data-protection-officer eva.lind
      past request submit kim.ahl S-1/write --need "Marmalade for the northern office"
      past request withdraw \(request) --reason "Marmalade is no longer needed"
      """)
    #expect(made.status == 0, "\(made)")
    return office
  }

  /// The request that gave no grant.
  private let request = "R-8"
  private let later = "2040-01-01T08:00:00.000Z"

  private func decide(_ office: Office, _ records: String, _ more: String...) throws {
    let words = [
      "liggare-rehearsal", later, "decide-\(records)", "disposal", "decide", "--body", "U-1",
      "--records", records, "--keep", "P10Y", "--case", "KS 2039/4",
    ]
    let run = try office.run(words + more)
    #expect(run.status == 0, "\(run)")
  }

  private func carryOut(
    _ office: Office, _ decision: String = "DI-1", _ more: [String] = []
  ) throws -> SystemProcess.Ending {
    try office.run(
      [
        "liggare-rehearsal", later, "carry-out-\(decision)", "disposal", "carry-out", decision,
        "--approved-by", "eva.lind", "--case", "KS 2040/1", "--yes",
      ] + more)
  }

  private func ask(_ office: Office, _ words: String...) throws -> SystemProcess.Ending {
    try office.run(["liggare-rehearsal", later, "ask"] + words)
  }

  /// Whether any file of the ledger holds the word.
  private func holds(_ office: Office, _ word: String) throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: office.ledger).contains { name in
      let bytes = FileManager.default.contents(atPath: "\(office.ledger)/\(name)") ?? Data()
      return bytes.range(of: Data(word.utf8)) != nil
    }
  }

  @Test
  func
    `no byte of a text that was disposed of is left, every proof holds, and every answer says why`()
    throws
  {
    let office = try office()
    try decide(office, "grants")
    #expect(try holds(office, "Quicksilver"))
    let before = try office.verify()
    let done = try carryOut(office)
    #expect(done.status == 0 && done.output.contains("G-3"), "\(done)")
    #expect(try !holds(office, "Quicksilver"))
    #expect(try office.verify() == .init(status: 0, events: before.events + 1))
    // What the decision does not cover, or is still in effect, is there.
    #expect(try holds(office, "Marmalade"))
    #expect(try ask(office, "why", "G-1").output.contains("Handles new cases in the unit"))

    let english = "(disposed of under decision DI-1, KS 2039/4)"
    let swedish = "(gallrad enligt beslut DI-1, KS 2039/4)"
    for words in [["why", "G-3"], ["grant", "show", "G-3"]] {
      let told = try office.run(["liggare-rehearsal", later, "ask"] + words)
      #expect(told.status == 0 && told.output.contains(english), "\(words): \(told)")
      let said = try office.run(["liggare-rehearsal", later, "ask"] + words + ["--lang", "sv"])
      #expect(said.status == 0 && said.output.contains(swedish), "\(words): \(said)")
    }
    #expect(
      try ask(office, "log", "--grant", "G-3").output.contains(
        "disposed of under decision DI-1"))
    let verified = try ask(office, "verify")
    #expect(
      verified.status == 0 && verified.error.contains("and are not missing:"), "\(verified)")
    let list = try ask(office, "disposal", "list", "--format", "csv", "--no-header")
    #expect(list.output.contains("DI-1,decision,KS 2039/4,U-1,grants,120"), "\(list)")
    #expect(list.output.contains("DI-1,carried-out") && list.output.contains("G-3"), "\(list)")
    #expect(
      try ask(office, "view", "rule-findings", "--format", "tsv", "--no-header").output == "")
  }

  @Test func `evidence of what was disposed of tells so and still verifies`() throws {
    let office = try office()
    try decide(office, "grants")
    #expect(try carryOut(office).status == 0)
    let made = try ask(office, "evidence", "grant", "G-3", "--out", "bundle")
    #expect(made.status == 0, "\(made)")
    let withheld = try office.script("cat bundle/texts/*/withheld")
    #expect(withheld.output.contains("Disposed of 2040-01-01T08:00:00.000Z"), "\(withheld)")
    #expect(withheld.output.contains("enligt beslut DI-1, KS 2039/4"), "\(withheld)")
    let verified = try ask(office, "verify", "--evidence", "bundle")
    #expect(verified.status == 0, "\(verified)")
  }

  @Test func `a request that gave no grant is disposed of by a decision on requests`() throws {
    let office = try office()
    try decide(office, "requests")
    let done = try carryOut(office)
    #expect(done.status == 0 && done.output.contains(request), "\(done)")
    #expect(try !holds(office, "Marmalade") && holds(office, "Quicksilver"))
    let again = try carryOut(office)
    #expect(again.status == 0 && again.output.hasPrefix("There is nothing to dispose of"))
  }

  @Test func `what is held is left alone, the person is not erased, and neither is for ever`()
    throws
  {
    let office = try office()
    try decide(office, "grants")
    let held = try office.liggare(
      at: later, seed: "hold", "disposal", "hold", "G-3", "--reason", "An appeal", "--case", "1")
    #expect(held.status == 0, "\(held)")
    #expect(try ask(office, "disposal", "holds").output.contains("G-3"))
    let none = try carryOut(office)
    #expect(none.status == 1 && none.error.contains("INV-53"), "\(none)")
    #expect(none.error.contains("H-1") && none.error.contains("grant/G-3"), "\(none)")
    #expect(office.operations().contains { $0.contains("INV-53") })
    #expect(try holds(office, "Quicksilver"))
    #expect(
      try office.liggare(at: later, seed: "leave", "person", "leave", "ulf.alm", "--yes").status
        == 0)
    let erasing = [
      "liggare-rehearsal", later, "erase", "person", "erase", "ulf.alm", "--basis", "left",
      "--approved-by", "eva.lind", "--case", "KS 2040/2", "--yes",
    ]
    let erased = try office.run(erasing)
    #expect(erased.status == 1 && erased.error.contains("INV-53"), "\(erased)")
    #expect(erased.error.contains("H-1") && erased.error.contains("grant/G-3"), "\(erased)")
    let released = try office.liggare(
      at: later, seed: "release", "disposal", "release", "H-1", "--reason", "It was dismissed")
    #expect(released.status == 0, "\(released)")
    #expect(try carryOut(office).output.contains("G-3"))
    #expect(try !holds(office, "Quicksilver"))
    #expect(try office.run(erasing).status == 0)
  }

  @Test
  func `a disposal takes a decision in force and two persons, and a dry run destroys nothing`()
    throws
  {
    let office = try office()
    try decide(office, "grants", "--from", "2041-01-01")
    let early = try carryOut(office)
    #expect(early.status == 1 && early.error.contains("INV-53"), "\(early)")
    try decide(office, "requests")
    let alone = try office.run([
      "liggare-rehearsal", later, "alone", "disposal", "carry-out", "DI-2", "--approved-by",
      "anna.berg", "--case", "KS 2040/1", "--yes",
    ])
    #expect(alone.status == 1 && alone.error.contains("INV-53"), "\(alone)")
    let other = try office.run([
      "liggare-rehearsal", later, "other", "disposal", "carry-out", "DI-2", "--approved-by",
      "kim.ahl", "--case", "KS 2040/1", "--yes", "--lang", "sv",
    ])
    #expect(other.status == 1 && other.error.contains("är arkivarie: nej"), "\(other)")
    let before = try office.contents()
    let dry = try carryOut(office, "DI-2", ["--dry-run"])
    #expect(dry.status == 0 && dry.output.contains("ledger.records-disposed"), "\(dry)")
    #expect(try office.contents() == before)
    #expect(try holds(office, "Marmalade") && holds(office, "Quicksilver"))
  }

  @Test func `a disposal that was cut off after its event is completed by the next command`() throws
  {
    let office = try office()
    try decide(office, "grants")
    let register = office.ledger + "/identities.sqlite"
    let kept = try Office.bytes(register)
    #expect(try carryOut(office).status == 0)
    // As if the program had stopped between the event and the register.
    try office.write(kept, to: register)
    #expect(try holds(office, "Quicksilver"))
    for words in [["why", "G-3"], ["grant", "show", "G-3"], ["request", "show", "R-5"]] {
      let told = try office.run(["liggare-rehearsal", later, "ask"] + words)
      #expect(told.status == 0 && !told.output.contains("Quicksilver"), "\(words): \(told)")
      #expect(told.output.contains("disposed of under decision DI-1"), "\(words): \(told)")
    }
    let next = try office.liggare(
      at: later, seed: "next", "unit", "register", "Harbour", "--parent", "U-1")
    #expect(next.status == 0, "\(next)")
    #expect(try !holds(office, "Quicksilver"))
    #expect(try office.verify().status == 0)
  }

  @Test func `recovery completes a disposal that was cut off`() throws {
    let office = try office()
    try decide(office, "grants")
    let register = office.ledger + "/identities.sqlite"
    let kept = try Office.bytes(register)
    #expect(try carryOut(office).status == 0)
    try office.write(kept, to: register)
    let recovered = try ask(office, "recover")
    #expect(recovered.status == 0, "\(recovered)")
    #expect(try !holds(office, "Quicksilver"))
  }

  @Test func `what was disposed of after a backup is not read from a ledger made of the backup`()
    throws
  {
    let office = try office()
    try decide(office, "grants")
    #expect(try ask(office, "backup", "backup").status == 0)
    #expect(try carryOut(office).status == 0)
    let restored = try office.run([
      "liggare-rehearsal", later, "restore", "restore", "backup", "restored", "--decided-by",
      "anna.berg", "--case", "IT 2040/1", "--reason", "The disk broke", "--erased-in",
      office.ledger + "/identities.sqlite",
    ])
    #expect(restored.status == 0, "\(restored)")
    let bytes = FileManager.default.contents(
      atPath: office.folder + "/restored/identities.sqlite")
    #expect(bytes?.range(of: Data("Quicksilver".utf8)) == nil && bytes != nil)
  }

  @Test
  func `a marking that is voided leaves the person unprotected in the register of identities`()
    throws
  {
    let office = try office()
    let marked = try office.liggare(
      at: later, seed: "mark", "secrecy", "mark", "bo.ek", "--provision", "OSL 21:3",
      "--protected-identity")
    #expect(marked.status == 0, "\(marked)")
    #expect(!(try ask(office, "person", "list").output.contains("Bo Ek")))
    let position = try #require(
      ask(office, "log", "--type", "ledger.secrecy-marked", "--format", "tsv", "--no-header")
        .output.split(separator: "\t").first.map(String.init))
    let voided = try office.liggare(
      at: later, seed: "void", "event", "correct", position, "--void", "--decided-by", "eva.lind",
      "--case", "KS 2040/3", "--reason", "Marked the wrong person", "--yes")
    #expect(voided.status == 0, "\(voided)")
    #expect(try ask(office, "person", "list").output.contains("Bo Ek"))
    let rows = try office.script(
      "sqlite3 -readonly '\(office.ledger)/identities.sqlite' 'SELECT count(*) FROM identity WHERE is_protected = 1'"
    )
    #expect(rows.output == "0\n", "\(rows)")
  }
}
