import Foundation
import Testing

/// Stale access from the file of a system to the answer of a manager, by the built program.
@Suite struct StaleTests {
  /// An office in which accounts have names, and a feed and a snapshot lie beside the ledger.
  private func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      liggare account describe C-1 --system S-1 --kind personal --owner bo.ek --name bo.ek
      liggare account describe --system S-1 --kind personal --owner kim.ahl --name kim.ahl
      printf 'account,last-used,count\\nbo.ek,2026-01-20,4\\nkim.ahl,,\\nguest,2026-02-01,\\n' > usage.csv
      printf 'account,entitlement\\nbo.ek,read\\nguest,read\\n' > rights.csv
      """)
    #expect(made.status == 0, "\(made)")
    return office
  }

  @Test func `a feed counts once, and shows who has not used their access`() throws {
    let office = try office()
    let line = "usage import S-1 usage.csv --period 2026-01-01/2026-07-31"
      .split(separator: " ").map(String.init)
    let first = try office.run(["liggare"] + line)
    #expect(first.status == 0, "\(first)")
    #expect(first.output.contains("guest"))
    let events = try office.verify().events
    let again = try office.run(["liggare"] + line)
    #expect(again.status == 0 && again.output.contains("nothing is new"), "\(again)")
    #expect(try office.verify().events == events)
    // The name of an account that nobody knows stays out of the log.
    #expect(!String(decoding: try Office.bytes(office.segment), as: UTF8.self).contains("guest"))
    #expect(try office.liggare("stale", "scan").status == 0)
    let unused = try office.liggare(
      "stale", "list", "--rule", "ST-05", "--format", "tsv", "--no-header")
    let about = unused.output.split(separator: "\n").map { $0.split(separator: "\t")[3] }
    // Bo's and Kim's; of the others no feed tells.
    #expect(about == ["G-1", "G-4"], "\(unused.output)")
    let why = try office.liggare("why", "G-1")
    #expect(why.output.contains("ST-05"), "\(why.output)")
  }

  @Test func `a scan twice records nothing the second time`() throws {
    let office = try office()
    #expect(try office.liggare("stale", "scan").status == 0)
    let events = try office.verify().events
    let again = try office.liggare("stale", "scan")
    #expect(again.status == 0, "\(again)")
    #expect(try office.verify() == Office.Verification(status: 0, events: events))
  }

  @Test func `a difference is found, flagged, resolved, and flagged no more`() throws {
    let office = try office()
    let done = try office.script(
      """
      liggare reconcile S-1 --snapshot rights.csv
      liggare reconcile S-1 --snapshot rights.csv
      liggare view unknown-accounts --format tsv --no-header > unknown
      liggare stale scan > /dev/null
      liggare reconcile list --format tsv --no-header > list
      number=$(awk -F '\\t' '$4 == "unknown" { print $3 }' list)
      liggare reconcile resolve RC-1 "$number" removed
      liggare account describe C-3 --system S-1 --kind personal --owner nils.ek --reason x
      liggare stale scan > /dev/null
      liggare stale list --rule ST-11 --with-ended --format tsv --no-header
      """)
    #expect(done.status == 0, "\(done)")
    let unknown = String(decoding: try Office.bytes(office.folder + "/unknown"), as: UTF8.self)
    #expect(unknown.hasPrefix("C-3\tguest\tS-1"), "\(unknown)")
    #expect(done.output.contains("\tC-3\tS-1\t"), "\(done.output)")
    #expect(done.output.contains("resolved"), "\(done.output)")
  }

  @Test func `a flag is answered by somebody else, with a reason, and counted until then`() throws {
    let office = try office()
    #expect(
      try office.liggare(
        "stale", "scan", "--as-of", "2026-02-20", "--reason", "The scan was late"
      ).status == 0)
    let findings = try office.liggare("status", "--findings", "--lang", "en")
    #expect(findings.output.contains("FND-24"), "\(findings)")
    let status = try office.liggare("status", "--format", "json")
    #expect(status.output.contains("stale-flags"), "\(status.output)")
    let plain = try office.liggare(
      "stale", "accept", "F-1", "--until", "2026-03-31", "--effective", "2026-02-21")
    #expect(plain.status == 1 && plain.error.contains("FLG-03"), "\(plain)")
    let long = try office.liggare(
      "stale", "accept", "F-1", "--until", "2026-12-31", "--effective", "2026-02-21", "--reason",
      "Waits for the new system")
    #expect(long.status == 1 && long.error.contains("FLG-03"), "\(long)")
    let accepted = try office.liggare(
      "stale", "accept", "F-1", "--until", "2026-03-31", "--effective", "2026-02-21", "--reason",
      "Waits for the new system")
    #expect(accepted.status == 0, "\(accepted)")
    let card = try office.liggare("stale", "show", "F-1", "--as-of", "2026-03-01")
    #expect(card.output.contains("accepted"), "\(card.output)")
    let lapsed = try office.liggare("stale", "show", "F-1", "--as-of", "2026-04-02")
    #expect(!lapsed.output.contains("State      accepted"), "\(lapsed.output)")
  }

  @Test func `every rule is explained, with why it is there and what to do`() throws {
    let office = try Office()
    for number in 1...25 {
      let code = "ST-" + (number < 10 ? "0\(number)" : "\(number)")
      for (language, why) in [("en", "Why:"), ("sv", "Varför:")] {
        let told = try office.liggare("explain", code, "--lang", language)
        #expect(told.status == 0 && told.output.hasPrefix("\(code): "), "\(told)")
        #expect(told.output.contains(why), "\(told)")
      }
    }
  }
}
