import Foundation
import Testing

/// A new name and address of somebody who is in the register, as the program keeps them in its files.
@Suite struct IdentityChangeTests {
  private func holds(_ office: Office, _ word: String) throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: office.ledger).contains { name in
      let bytes = FileManager.default.contents(atPath: "\(office.ledger)/\(name)") ?? Data()
      return bytes.range(of: Data(word.utf8)) != nil
    }
  }

  @Test func `somebody is found by the new words, and the old ones are gone`() throws {
    let office = try Office()
    let run = try office.script(
      """
      liggare person register "Zebulon Qvist" --unit U-2 --user zeb.qvist --number 77441
      liggare person change zeb.qvist --name "Zebulon Xerxes" --user zeb.xerxes \
        --email zeb@xerxes.example --number 77441
      liggare person show zeb.xerxes
      liggare log --type person.identity-changed --lang sv
      """)
    #expect(run.status == 0, "\(run)")
    #expect(run.output.contains("Zebulon Xerxes"), "\(run.output)")
    #expect(
      run.output.contains("har fått ändrade uppgifter: namn, användarnamn, e-postadress"),
      "\(run.output)")
    for word in ["Qvist", "zeb.qvist"] { #expect(try !holds(office, word), "\(word)") }
    let found = try office.liggare("person", "show", "zeb.qvist")
    #expect(found.status == 3, "\(found)")
    let log = Data(try Office.bytes(office.ledger + "/segments/000000000000.ndjson"))
    #expect(log.range(of: Data("erxes".utf8)) == nil)
    #expect(log.range(of: Data(#""details":["name","user-name","email"]"#.utf8)) != nil)
  }

  @Test func `what is the same already, taken by another or of an erased person is refused`() throws
  {
    let office = try Office()
    let before = try office.verify()
    for (words, code) in [
      (["bo.ek", "--name", "Bo Ek"], "CLI-86"), (["bo.ek"], "CLI-86"),
      (["bo.ek", "--user", "eva.lind"], "LED-11"),
    ] {
      let run = try office.run(["liggare", "person", "change"] + words)
      #expect(run.status == 1 && run.error.contains(code), "\(words): \(run)")
    }
    #expect(try office.verify().events == before.events)
    #expect(try office.liggare("person", "show", "bo.ek").output.contains("Bo Ek"))
    let erased = try office.script(
      """
      liggare role assign data-protection-officer eva.lind
      liggare person register "Zebulon Qvist" --unit U-2 --user zeb.qvist
      liggare person leave zeb.qvist --yes
      liggare person erase zeb.qvist --basis left --approved-by eva.lind --case "KS 2026/31" --yes
      status=0; liggare person change P-8 --name "Zebulon Qvist" 2> told || status=$?
      test $status = 1; cat told
      """)
    #expect(erased.status == 0 && erased.output.contains("PER-13"), "\(erased)")
    #expect(try !holds(office, "Zebulon"))
  }
}
