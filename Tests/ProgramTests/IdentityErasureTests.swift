import Foundation
import Testing

/// Erasing a person and masking a name, as the program does it in its files.
@Suite struct IdentityErasureTests {
  private func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      liggare role assign registrar anna.berg
      liggare role assign data-protection-officer eva.lind
      liggare person register "Zebulon Qvist" --unit U-2 --user zeb.qvist --number 77441 \
        --email zeb@qvist.example --title "Zookeeper"
      liggare request submit zeb.qvist S-1/print --need "Zebulons handling of print orders"
      liggare request withdraw R-8 --reason "Zebulon moves to another town"
      liggare person leave zeb.qvist --yes
      """)
    #expect(made.status == 0, "\(made)")
    return office
  }

  private let words = ["Zebulon", "Qvist", "zeb.qvist", "77441", "zeb@qvist.example", "Zookeeper"]

  private func holds(_ office: Office, _ word: String) throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: office.ledger).contains { name in
      let bytes = FileManager.default.contents(atPath: "\(office.ledger)/\(name)") ?? Data()
      return bytes.range(of: Data(word.utf8)) != nil
    }
  }

  private let erase = [
    "liggare", "person", "erase", "zeb.qvist", "--basis", "left", "--approved-by", "eva.lind",
    "--case", "KS 2026/31", "--yes",
  ]

  @Test func `no byte of an erased person is left in the folder, and everything is still proved`()
    throws
  {
    let office = try office()
    for word in words { #expect(try holds(office, word), "\(word)") }
    let before = try office.verify()
    let erased = try office.run(erase)
    #expect(erased.status == 0, "\(erased)")
    for word in words { #expect(try !holds(office, word), "\(word)") }
    #expect(try office.verify() == .init(status: 0, events: before.events + 1))
    let card = try office.liggare("person", "show", "P-8")
    #expect(card.status == 0 && card.output.contains("P-8 (erased)"), "\(card)")
    let swedish = try office.liggare("person", "show", "P-8", "--lang", "sv")
    #expect(swedish.output.contains("P-8 (raderad)"), "\(swedish)")
    #expect(try office.liggare("log").output.contains("P-8 (erased)"))
    #expect(
      try office.liggare("view", "rule-findings", "--format", "tsv", "--no-header").output == "")
  }

  @Test func `an erasure that was cut off after its event is completed by the next command`() throws
  {
    let office = try office()
    let register = office.ledger + "/identities.sqlite"
    let kept = try Office.bytes(register)
    #expect(try office.run(erase).status == 0)
    // As if the program had stopped between the event and the register.
    try office.write(kept, to: register)
    #expect(try holds(office, "Zebulon"))
    #expect(try !office.liggare("person", "show", "P-8").output.contains("Zebulon"))
    #expect(try !office.liggare("log").output.contains("Zebulon"))
    #expect(try office.liggare("unit", "register", "Harbour", "--parent", "U-1").status == 0)
    for word in words { #expect(try !holds(office, word), "\(word)") }
    #expect(try office.verify().status == 0)
  }

  @Test func `a protected identity is in no list and no export, and is found by its name`() throws {
    let office = try office()
    let marked = try office.liggare(
      "secrecy", "mark", "bo.ek", "--provision", "OSL 21:3", "--protected-identity")
    #expect(marked.status == 0, "\(marked)")
    let asked = [
      ["person", "list"], ["person", "show", "bo.ek"], ["who", "S-1"], ["what", "Bo Ek"], ["log"],
      ["grant", "list"], ["why", "bo.ek", "S-1/read"], ["account", "list"], ["request", "list"],
    ]
    for words in asked {
      for form in ["table", "json"] {
        let run = try office.run(["liggare"] + words + ["--format", form])
        #expect(run.status == 0, "\(words): \(run)")
        #expect(!run.output.contains("Bo Ek") && !run.output.contains("bo.ek"), "\(words): \(run)")
      }
    }
    #expect(try office.liggare("person", "list").output.contains("(protected)"))
    let lifted = try office.liggare("secrecy", "lift", "bo.ek", "--provision", "OSL 21:3")
    #expect(lifted.status == 0, "\(lifted)")
    #expect(try office.liggare("person", "list").output.contains("Bo Ek"))
  }

  @Test func `two units of one name are told apart by their entity, and the name alone is refused`()
    throws
  {
    let office = try office()
    let made = try office.script(
      """
      liggare unit register "School board" --kind committee --parent U-1
      liggare unit register "Staff" --parent U-2
      liggare unit register "Staff" --parent "School board"
      """)
    #expect(made.status == 0, "\(made)")
    let moved = try office.liggare("person", "move", "bo.ek", "--unit", "Staff")
    #expect(moved.status == 3 && moved.error.hasPrefix("CLI-60"), "\(moved)")
    #expect(
      moved.error.contains("Staff (U-4, in Example municipality)")
        && moved.error.contains("Staff (U-5, in School board)"), "\(moved)")
    let shown = try office.liggare("unit", "show", "U-5")
    #expect(shown.output.contains("Staff (U-5, in School board)"), "\(shown)")
    #expect(try office.liggare("person", "move", "bo.ek", "--unit", "School board").status == 0)
  }
}
