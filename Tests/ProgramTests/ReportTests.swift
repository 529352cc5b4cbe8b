import Foundation
import Testing

/// Reports as the program makes them, and as a real browser shows and prints them.
@Suite struct ReportTests {
  /// What the program that drives the browser tells of a page.
  private struct Seen: Decodable {
    var language: String
    var drawings: Int
    var structure: [String]
    var contrast: [String]
    var crowded: [String]
    var overflow: [String]
    var nameless: [String]
    var sheets: Int
    var requested: [String]
    var errors: [String]

    var faults: [String] {
      structure + contrast + crowded + overflow + nameless + requested + errors
    }
  }

  private static let reports = [
    "executive", "compliance", "access-map", "follow-up --unit U-2",
  ]

  /// An office with flags, an incident, a review, and somebody with a hostile name.
  private func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      n=0
      liggare() { n=$((n + 1)); liggare-rehearsal 2026-01-14T08:00:00.000Z "report-$n" "$@"; }
      liggare person register 'Åsa </script><b onclick=x>Öberg</b> & "Söner"' --unit U-2 --user asa
      liggare person register "$(printf 'Ö%.0s' $(seq 190))" --unit U-2 --user long
      for who in asa long; do
        liggare grant issue $who S-1/read --need 'Handles new cases in the unit' --endorsed-by eva.lind \\
          --decided-by siv.dahl --case "SN 2026/31" --provisioned
      done
      liggare role assign head eva.lind --unit U-2
      liggare incident report "A letter went to the wrong person" --system S-1 --personal-data yes
      liggare incident triage I-1 --severity 2 --category disclosure --entity U-1
      liggare review plan --axis system --system S-1 --opens 2026-01-14 --due 2026-01-31
      liggare review start V-1
      liggare publish
      n=0
      liggare() { n=$((n + 1)); liggare-rehearsal 2026-06-30T08:00:00.000Z "later-$n" "$@"; }
      liggare stale scan || test $? = 4
      """)
    try #require(made.status == 0, "\(made.output.suffix(400))\(made.error)")
    return office
  }

  private func report(
    _ office: Office, _ words: String, at moment: String = "2026-07-01T08:00:00.000Z"
  ) throws -> SystemProcess.Ending {
    try office.run(
      ["liggare-rehearsal", moment, "report", "report"]
        + words.split(separator: " ").map(String.init))
  }

  private func judge(_ office: Office, _ pages: [String]) throws -> [String: Seen] {
    let run = try office.run(
      ["python3", "-B", PacketOffice.fixture("report.py"), "chromium", office.folder] + pages)
    try #require(run.status == 0, "\(run.output)\(run.error)")
    return try JSONDecoder().decode([String: Seen].self, from: Data(run.output.utf8))
  }

  @Test func `every page can be read, heard, enlarged and printed, and asks for nothing`() throws {
    let office = try office()
    var pages: [String] = []
    for language in ["en", "sv"] {
      for (number, words) in Self.reports.enumerated() {
        let page = "\(language)-\(number).html"
        let made = try report(office, "\(words) --lang \(language) --out \(page)")
        try #require(made.status == 0, "\(made)")
        pages.append(page)
      }
    }
    let seen = try judge(office, pages)
    #expect(seen.count == pages.count)
    for (page, seen) in seen {
      #expect(seen.faults == [], "\(page)")
      #expect(page.hasPrefix(seen.language) && (1...20).contains(seen.sheets), "\(page)")
    }
    #expect((seen["en-0"]?.drawings ?? 0) >= 4 && seen["sv-2"]?.drawings == 1)
  }

  @Test func `the browser finds what is wrong with a page that is`() throws {
    let office = try Office()
    let page = """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>x</title></head><body>
      <main><h2 id="a">x</h2><h4 id="a" tabindex="1">y</h4><p style="color:#999">z</p>
      <table><tbody><tr><td>1</td></tr></tbody></table>
      <svg width="900" height="20"><text x="1" y="9" fill="#aaa">abcdef</text><text x="3" y="9">ghijkl</text></svg>
      <img src="none.png"/></main></body></html>
      """
    try office.write(Array(page.utf8), to: "\(office.folder)/bad.html")
    let seen = try #require(try judge(office, ["bad.html"])["bad"])
    for fault in ["h1", "ids", "tabindex", "[style]", "img", "a drawing without a name"] {
      #expect(seen.structure.contains(fault), "\(fault): \(seen.structure)")
    }
    #expect(seen.structure.contains { $0.contains("caption") })
    #expect(seen.contrast.count >= 2 && !seen.crowded.isEmpty && !seen.overflow.isEmpty)
    #expect(!seen.requested.isEmpty && !seen.nameless.isEmpty)
  }

  @Test func `the command on a report makes the same report when more has been recorded`() throws {
    let office = try office()
    for (number, words) in Self.reports.enumerated() {
      let made = try report(office, "\(words) --format json")
      #expect(made.status == 0, "\(made)")
      let figures = try #require(
        try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
      let command = try #require(figures["command"] as? String)
      let page = try report(office, words).output
      _ = try office.script(
        """
        liggare-rehearsal 2026-07-0\(number + 2)T08:00:00.000Z "more-\(number)" person register "More Ek" --unit U-2
        """)
      let again = try report(
        office, String(command.dropFirst("liggare report ".count)) + " --format json")
      // The checkpoint that was published last is a newer one.
      #expect(try withoutCheckpoint(again.output) == withoutCheckpoint(made.output), "\(command)")
      let pageAgain = try report(office, String(command.dropFirst("liggare report ".count)))
      #expect(
        pageAgain.output.contains("--known-at")
          && page.contains(figures["origin"] as? String ?? "–"))
      #expect(try report(office, words).output != page)

      let size = try #require(figures["size"] as? Int)
      let root = try #require(figures["root"] as? String)
      let replayed = try office.liggare("replay", "--to", "\(size - 1)")
      #expect(replayed.output.contains(root) && page.contains(root.prefix(40)))
    }
  }

  private func withoutCheckpoint(_ text: String) throws -> NSDictionary {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    var figures = try #require(object)
    figures["checkpoint"] = nil
    return figures as NSDictionary
  }

  @Test func `every command that a report names works, and a count beside a view is its rows`()
    throws
  {
    let office = try office()
    var commands: Set<String> = []
    for words in Self.reports {
      let made = try report(office, "\(words) --format json")
      let figures = try #require(
        try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
      for (name, table) in figures where name != "unit_duties" {
        for row in table as? [[String: Any]] ?? [] {
          if let command = row["command"] as? String { commands.insert(command) }
        }
      }
    }
    #expect(commands.count > 25, "\(commands.sorted())")
    for command in commands.sorted() {
      let run = try office.run(
        ["liggare-rehearsal", "2026-07-01T08:00:00.000Z", "named"]
          + command.split(separator: " ").dropFirst().map(String.init))
      #expect(run.status == 0, "\(command): \(run)")
    }
    let figures = try JSONSerialization.jsonObject(
      with: Data(report(office, "executive --format json").output.utf8))
    let keys = try #require((figures as? [String: Any])?["key_figures"] as? [[String: Any]])
    for (figure, view) in [
      ("grants_in_effect", "view active-grants"), ("review_overdue", "view overdue-reviews"),
      ("flags_open", "stale list"), ("removal_waiting", "view ending"),
    ] {
      let listed = try office.run(
        ["liggare-rehearsal", "2026-07-01T08:00:00.000Z", "listed"]
          + view.split(separator: " ").map(String.init) + ["--format", "json"])
      let rows = try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [Any]
      let counted = keys.first { $0["figure"] as? String == figure }?["count"] as? Int
      #expect(counted == rows?.count && counted != nil, "\(figure)")
    }
  }

  @Test func `each option changes the report or is refused`() throws {
    let office = try office()
    let map = try report(office, "access-map").output
    for option in [
      "--person bo.ek", "--as-of 2026-01-12", "--known-at 2026-01-13", "--lang sv",
      "--format text", "--format json", "--system S-1 --person kim.ahl",
    ] {
      let changed = try report(office, "access-map \(option)")
      #expect(changed.status == 0 && changed.output != map, "\(option)")
    }
    #expect(
      try report(office, "access-map --unit U-1").output
        != report(office, "access-map --unit U-2").output)
    let executive = try report(office, "executive").output
    #expect(try report(office, "executive --since 2026-01-13").output != executive)
    for refused in [
      "executive --unit U-2", "executive --system S-1", "compliance --person bo.ek",
      "access-map --since 2026-01-01", "follow-up --unit U-2 --system S-1",
    ] {
      let run = try report(office, refused)
      #expect(run.status == 2 && run.error.hasPrefix("CLI-70: "), "\(refused): \(run)")
      #expect(run.output.isEmpty)
    }
    #expect(try report(office, "follow-up").error.hasPrefix("CLI-71: "))
    #expect(try report(office, "executive --since 2026-08-01").error.hasPrefix("CLI-33: "))
    #expect(try report(office, "follow-up --unit U-99").status != 0)
  }

  @Test func `a file is its owner's alone, and is not replaced unless that is said`() throws {
    let office = try office()
    #expect(try report(office, "executive --out r.html").status == 0)
    let mode = try office.script("stat -c %a r.html; head -c 15 r.html")
    #expect(mode.output == "600\n<!DOCTYPE html>", "\(mode)")
    let refused = try report(office, "compliance --out r.html")
    #expect(refused.status != 0 && refused.error.hasPrefix("CLI-37: "), "\(refused)")
    #expect(try report(office, "compliance --out r.html --force").status == 0)
    let replaced = try office.script("stat -c %a r.html; grep -c 'AC-2' r.html")
    #expect(replaced.output.hasPrefix("600\n") && !replaced.output.hasSuffix("\n0\n"))
  }

  @Test func `an identity that is protected has no name in a report`() throws {
    let office = try office()
    for words in ["access-map", "follow-up --unit U-2"] {
      #expect(try report(office, words).output.contains("Kim Ahl"), "\(words)")
    }
    let made = try office.script(
      """
      liggare-rehearsal 2026-07-01T07:00:00.000Z protect secrecy mark kim.ahl \\
        --provision "OSL 21:3" --protected-identity
      """)
    #expect(made.status == 0, "\(made)")
    for words in Self.reports {
      for format in ["html", "text", "json"] {
        let run = try report(office, "\(words) --format \(format)")
        #expect(run.status == 0 && !run.output.contains("Kim Ahl"), "\(words) \(format)")
      }
    }
  }

  @Test func `a reading of a report is noted as one of the views it draws on`() throws {
    let office = try office()
    let adopted = try office.script(
      """
      printf 'liggare-policy: 1\\npolicy: reading\\n[reading]\\nlogged: stale, duties, grant\\n' > r.policy
      liggare-rehearsal 2026-07-01T07:00:00.000Z adopt policy adopt r.policy --body U-1 --from 2026-07-01 \\
        --review-by 2027-12-31 --case 1
      """)
    #expect(adopted.status == 0, "\(adopted)")
    for words in Self.reports { #expect(try report(office, words).status == 0) }
    let log = String(
      decoding: FileManager.default.contents(atPath: office.ledger + "/reads.log") ?? Data(),
      as: UTF8.self
    ).split(separator: "\n")
    #expect(log.count { $0.contains(#""question":"stale""#) } == 3, "\(log)")
    #expect(log.count { $0.contains(#""question":"duties""#) } == 1, "\(log)")
    #expect(log.count == 4 && log.allSatisfy { $0.contains(#""verb":"report""#) })
  }
}
