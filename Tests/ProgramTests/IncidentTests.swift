import Foundation
import Testing

/// Incidents from the first report to the last follow-up, by the built program.
@Suite struct IncidentTests {
  /// An office on a day, with the words that the stories use.
  private func office(_ more: String = "") throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      cat > words.sh <<'END'
      n=0
      at() { now="$1"; }
      i() { n=$((n + 1)); liggare-rehearsal "$now" "$0-$n-$(date +%N)" incident "$@"; }
      rows() { liggare-rehearsal "$now" rows incident board --format tsv --no-header "$@"; }
      none() { for regime in csl gdpr contract; do
        i assess "$1" $regime --outcome no-duty --reason "Nobody was harmed"; done; }
      end() { i act "$1" resolve "It is over"; i measure "$1" "Look again" --owner eva.lind --due 2027-01-31; }
      END
      liggare-rehearsal 2026-01-16T08:00:00.000Z dpo role assign data-protection-officer eva.lind
      \(more)
      """)
    #expect(made.status == 0, "\(made)")
    return office
  }

  private func play(
    _ office: Office, _ script: String, _ location: SourceLocation = #_sourceLocation
  ) throws -> SystemProcess.Ending {
    let played = try office.script(". ./words.sh\n\(script)")
    #expect(played.status == 0, "\(played)", sourceLocation: location)
    return played
  }

  /// The rows of the board: incident, severity, state, due, statutory day, regime, stage, entity.
  private func board(
    _ office: Office, at instant: String, _ more: String...
  ) throws -> [[Substring]] {
    let run = try office.run(
      [
        "liggare-rehearsal", instant, "board", "incident", "board", "--format", "tsv",
        "--no-header",
      ]
        + more)
    #expect(run.status == 0, "\(run)")
    return run.output.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return [cells[0], cells[1], cells[2], cells[3], cells[4], cells[6], cells[7], cells[8]]
    }
  }

  @Test func `a supplier's breach touches every legal entity at once, each with its own clocks`()
    throws
  {
    let office = try office(
      """
      for name in "Energy company" "Housing company"; do
        liggare-rehearsal 2026-01-16T08:00:00.000Z "$name" unit register "$name" --kind company --parent U-1
      done
      """)
    _ = try play(
      office,
      """
      at 2026-03-02T14:30:00.000Z
      i report "The supplier of the case system was broken into" --system S-1 --personal-data yes --severity 4
      i triage I-1 --severity 4 --category supplier --malicious yes --entity U-1=2026-03-02T09:00 \\
        --entity U-3=2026-03-02T11:30 --entity U-4=2026-03-02T15:00
      """)
    let rows = try board(office, at: "2026-03-02T15:00:00.000Z")
    func due(_ regime: String, _ stage: String) -> [String] {
      rows.filter { $0[5] == regime && $0[6] == stage }.map { "\($0[7]) \($0[3])" }
    }
    #expect(
      due("csl", "warning") == [
        "U-1 2026-03-03T08:00:00.000Z", "U-3 2026-03-03T10:30:00.000Z",
        "U-4 2026-03-03T14:00:00.000Z",
      ])
    #expect(
      due("gdpr", "notification") == [
        "U-1 2026-03-05T08:00:00.000Z", "U-3 2026-03-05T10:30:00.000Z",
        "U-4 2026-03-05T14:00:00.000Z",
      ])
    // One has a duty, the others none: each is assessed for itself, and one notice stops one clock.
    _ = try play(
      office,
      """
      at 2026-03-02T16:00:00.000Z
      i assess I-1 csl --entity U-3 --outcome duty --criterion limited-4h
      i assess I-1 csl --entity U-1 --outcome no-duty --reason "Nothing stood still here"
      i notify I-1 csl warning --entity U-3 --receipt 2026-118
      """)
    let after = try board(office, at: "2026-03-02T16:00:00.000Z", "--with-ended")
    let warnings = after.filter { $0[5] == "csl" && $0[6] == "warning" }.map { "\($0[7]) \($0[2])" }
    #expect(warnings.sorted() == ["U-1 lifted", "U-3 met", "U-4 running"])
    let left = try office.run(
      ["liggare-rehearsal", "2026-03-02T16:00:00.000Z", "show", "incident", "show", "I-1"])
    #expect(left.output.contains("OSL 18:8 b"), "\(left)")
    #expect(left.output.contains("liggare incident assess I-1 gdpr --entity U-4"), "\(left)")
  }

  @Test func `hours are elapsed hours over the change to summer time`() throws {
    let office = try office()
    _ = try play(
      office,
      """
      at 2026-03-28T20:00:00.000Z
      i report "The network is down" --severity 3
      i triage I-1 --severity 3 --category outage --entity U-1
      """)
    let rows = try board(office, at: "2026-03-28T21:00:00.000Z")
    // From Saturday 21:00 in winter time to Sunday 22:00 in summer time.
    #expect(rows.first { $0[6] == "warning" }?[3] == "2026-03-29T20:00:00.000Z")
    let seen = try office.run(
      ["liggare-rehearsal", "2026-03-28T21:00:00.000Z", "seen", "incident", "board"])
    #expect(seen.output.contains("2026-03-29 22:00"), "\(seen)")
    #expect(seen.output.contains("23 h 0 min"), "\(seen)")
  }

  @Test func `a month from 31 January ends with February, and the statutory day is told`() throws {
    let office = try office()
    _ = try play(
      office,
      """
      at 2026-01-31T13:00:00.000Z
      i report "Files were encrypted" --severity 4
      i triage I-1 --severity 4 --category malware --entity U-1
      i assess I-1 csl --outcome duty --criterion serious
      i notify I-1 csl warning notification
      """)
    let rows = try board(office, at: "2026-01-31T13:00:00.000Z")
    let final = try #require(rows.first { $0[6] == "final" })
    #expect(final[3] == "2026-02-28T13:00:00.000Z" && final[4] == "2026-03-02")
    // Still going on when the month is over: a status report then, and the final report a month after the end.
    let later = try board(office, at: "2026-03-01T08:00:00.000Z", "--with-ended")
    #expect(later.first { $0[6] == "status" }?[2] == "late")
    #expect(later.first { $0[6] == "final" }?[2] == "waiting")
    _ = try play(
      office,
      """
      at 2026-03-31T08:00:00.000Z
      i notify I-1 csl status --at 2026-02-27T12:00
      i act I-1 resolve "All files are back" --at 2026-03-31T10:00
      """)
    let handled = try board(office, at: "2026-03-31T08:00:00.000Z", "--with-ended")
    let end = try #require(handled.first { $0[6] == "final" })
    #expect(end[3] == "2026-04-30T08:00:00.000Z" && end[4] == "2026-04-30" && end[2] == "running")
    #expect(handled.first { $0[6] == "status" }?[2] == "met")
  }

  @Test func `an incident is opened again twice, and closed three times`() throws {
    let office = try office()
    var script = """
      at 2026-02-02T08:00:00.000Z
      i report "A telephone was lost" --by bo.ek
      i triage I-1 --severity 1 --category lost-device --entity U-1
      none I-1
      end I-1
      i close I-1 --cause human-error --cause-text "Left on a train"
      """
    for day in ["2026-02-10", "2026-02-20"] {
      script += """

        at \(day)T08:00:00.000Z
        i reopen I-1 "It was found, and opened"
        if i close I-1 --cause human-error --cause-text "Too early"; then exit 9; fi
        end I-1
        i close I-1 --cause human-error --cause-text "Left on a train"
        """
    }
    _ = try play(office, script)
    let list = try office.run(
      [
        "liggare-rehearsal", "2026-02-20T08:00:00.000Z", "list", "incident", "list", "--format",
        "json",
      ])
    #expect(
      list.output.contains("\"reopened\": 2") || list.output.contains("\"reopened\":2"), "\(list)")
    let rows = try board(office, at: "2026-02-20T08:00:00.000Z", "--with-ended")
    // The follow-ups of the first two ends are history.
    #expect(
      rows.filter { $0[6] == "follow-up" }.map { $0[2] }.sorted() == [
        "lifted", "lifted", "running",
      ])
    _ = try play(
      office,
      """
      at 2026-03-20T08:00:00.000Z
      i follow-up I-1 follow-up "The routine is in use" --works yes
      """)
    let after = try board(office, at: "2026-05-30T08:00:00.000Z", "--with-ended")
    #expect(after.first { $0[6] == "follow-up" && $0[2] == "met" } != nil)
    #expect(after.first { $0[6] == "effect" && $0[2] == "late" } != nil)
    let verified = try office.liggare("verify", "--rules")
    #expect(verified.status == 0, "\(verified)")
  }

  @Test func `one that is judged lower says why and keeps its clocks as history`() throws {
    let office = try office()
    _ = try play(
      office,
      """
      at 2026-02-02T08:00:00.000Z
      i report "Strange logins" --system S-1 --severity 4
      i triage I-1 --severity 4 --category intrusion --entity U-1
      at 2026-02-02T13:00:00.000Z
      if i triage I-1 --severity 2; then exit 9; fi
      i triage I-1 --severity 2 --reason "It was a test by the supplier"
      """)
    let open = try board(office, at: "2026-02-02T13:00:00.000Z")
    #expect(!open.contains { $0[6] == "management" })
    let all = try board(office, at: "2026-02-02T13:00:00.000Z", "--with-ended")
    let management = try #require(all.first { $0[6] == "management" })
    #expect(management[2] == "lifted" && management[3] == "2026-02-02T12:00:00.000Z")
  }

  @Test func `whose access caused it, and who alone reported it, do not close it`() throws {
    let office = try office()
    _ = try play(
      office,
      """
      at 2026-02-02T08:00:00.000Z
      i report "I opened a case that was not mine" --by bo.ek
      i triage I-1 --severity 2 --category look-up --entity U-1
      i link I-1 caused-by --grant G-1
      none I-1
      end I-1
      i link I-1 found-by --person eva.lind
      """)
    for closer in ["bo.ek"] {
      let refused = try office.run(
        [
          "liggare-rehearsal", "2026-02-02T09:00:00.000Z", "close", "incident", "close", "I-1",
          "--by",
          closer, "--cause", "misuse", "--cause-text", "Curiosity",
        ])
      #expect(refused.status == 1 && refused.error.contains("INV-46"), "\(refused)")
      #expect(refused.error.contains("INC-01"), "\(refused)")
    }
    let closed = try play(
      office,
      """
      at 2026-02-02T10:00:00.000Z
      i answer I-1 "Their access was revoked"
      liggare-rehearsal $now follow grant follow-up G-6 --justified --by siv.dahl --case "SN 2026/20" || true
      i close I-1 --cause misuse --cause-text "Curiosity"
      """)
    #expect(closed.status == 0, "\(closed)")
    // Found from the grant and from the person as well.
    for words in [["grant", "show", "G-1"], ["person", "show", "bo.ek"], ["why", "G-1"]] {
      let shown = try office.run(["liggare"] + words)
      #expect(shown.output.contains("I-1"), "\(words): \(shown)")
    }
  }

  @Test func `a report takes one line of standard input, and is refused by nothing it says`() throws
  {
    let office = try office()
    let long = String(repeating: "å", count: 9_000)
    try office.write(Array(long.utf8), to: office.folder + "/long.txt")
    for (index, line) in [
      "echo 'The laptop is gone' | liggare incident report -",
      "liggare incident report - < long.txt",
      "liggare incident report 'Number 19121212-1212 was read aloud' --system Nowhere --grant G-99 --entitlement S-9/x",
      "liggare incident report 'Somebody sells keys' --protected 'Ulf Alm'",
      "liggare incident report 'I say nothing' --anonymous --noticed 2099-01-01",
      "liggare incident report 'By a stranger' --by 'Nobody Known' --key spare-key",
      "printf 'a\\tb\\001c' | liggare incident report -",
    ].enumerated() {
      let run = try office.script(line)
      #expect(run.status == 0 && run.output.contains("I-\(index + 1)"), "\(line): \(run)")
    }
    #expect(try office.liggare("incident", "report", "").status == 2)
    // A name that is protected is in the identity register alone, and is told to the coordinator.
    let log = String(decoding: try Office.bytes(office.segment), as: UTF8.self)
    #expect(!log.contains("Ulf Alm") && !log.contains("Nobody Known"))
    let asked = try office.liggare("incident", "show", "I-4")
    #expect(asked.output.contains("Ulf Alm"), "\(asked)")
    office.environment["LIGGARE_KEY"] = office.folder + "/spare-key"
    let other = try office.liggare("incident", "show", "I-4")
    #expect(!other.output.contains("Ulf Alm") && other.output.contains("(protected)"), "\(other)")
    #expect(try office.verify().status == 0)
  }
}
