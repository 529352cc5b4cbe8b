import Foundation
import Glibc
import Testing

/// The jobs of a timer, by the built program.
@Suite struct JobTests {
  /// An office with a job that has a key of its own, and grants that end in the days before the night of 2 January 2027.
  private func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      liggare() { liggare-rehearsal \(Office.opened) "jobs-$((n += 1))" "$@"; }
      n=0
      liggare key create job-key
      liggare person register "Nightly jobs" --unit U-1 --user nightly.jobs
      liggare role assign job nightly.jobs
      liggare key enroll nightly.jobs job-key.pub --kind host
      day=20
      for right in move print close; do
        day=$((day + 2))
        liggare grant issue ulf.alm S-1/$right --need "Handles new cases" --endorsed-by eva.lind \
          --decided-by siv.dahl --case "SN 2026/18" --until 2026-12-$day --provisioned
      done
      """)
    #expect(made.status == 0, "\(made)")
    return office
  }

  private static let night = "2027-01-02T01:15:00.000Z"
  private static let table = ["--format", "tsv", "--no-header"]

  /// Runs jobs as if it were `instant`.
  private func jobs(
    _ office: Office, at instant: String = night, seed: String = "night", _ words: String...
  ) throws -> SystemProcess.Ending {
    try office.run(
      ["liggare-rehearsal", instant, seed, "job", "run", "--key", "job-key"] + words)
  }

  /// Which grants are noted to have ended, each with its end, its cause and the moment as of which it is noted.
  private func expiries(_ office: Office) throws -> [String] {
    try office.lines().map { String(decoding: $0, as: UTF8.self) }.compactMap { line in
      guard line.contains("\"grant.expired\""),
        let data = line.firstMatch(of: /"grant":"[^}]*/)?.output,
        let effective = line.firstMatch(of: /"effective":"([^"]*)"/)?.1
      else { return nil }
      return "\(effective) \(data)"
    }.sorted()
  }

  /// The flags that wait for an answer, whichever number they have: rule, what it is about, and since when.
  private func flags(_ office: Office) throws -> [String] {
    let listed = try office.run(
      ["liggare", "stale", "list", "--as-of", "2027-01-02", "--format", "json"])
    let rows = try JSONSerialization.jsonObject(with: Data(listed.output.utf8))
    return (rows as? [[String: Any]] ?? []).map { row in
      ["rule", "about", "since"].map { "\(row[$0] ?? "no \($0)")" }.joined(separator: " ")
    }.sorted()
  }

  /// Everything that runs of the two jobs leave behind.
  private func found(_ office: Office) throws -> [String] {
    try expiries(office) + flags(office)
  }

  @Test func `run twice the same night, the second time records nothing`() throws {
    let office = try office()
    let first = try jobs(office, "--format", "json")
    #expect(first.status == 4, "\(first)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [[String: Any]])
    #expect(
      rows.map { $0["job"] as? String } == [
        "expiry", "review-opening", "review-follow-up", "stale-scan", "clock-watch",
        "capacity-check",
        "reconciliation-watch", "digest", "committee-lists", "rules-calendar", "mail", "publish",
      ])
    #expect(
      rows.allSatisfy {
        Set($0.keys) == ["job", "outcome", "events", "batches", "delivered", "waiting"]
      })
    #expect(rows[0]["outcome"] as? String == "recorded")
    let events = try office.verify().events
    let again = try jobs(office, seed: "again", "--format", "tsv", "--no-header")
    #expect(try office.verify() == Office.Verification(status: 0, events: events), "\(again)")
    #expect(!again.output.contains("\trecorded\t"), "\(again)")
    let alone = try jobs(office, seed: "alone", "expiry", "stale-scan", "publish")
    #expect(alone.status == 0, "\(alone)")
  }

  @Test func `what has ended is recorded as of its end, with a reason when that is long ago`()
    throws
  {
    let office = try office()
    let run = try jobs(office, at: "2027-03-01T01:15:00.000Z", "expiry")
    #expect(run.status == 4, "\(run)")
    let lines = try office.lines().map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.contains("\"grant.expired\"") }
    #expect(lines.count > 1)
    for line in lines {
      let ended = try #require(line.firstMatch(of: /"expired":"([^"]*)"/)).1
      let effective = try #require(line.firstMatch(of: /"effective":"([^"]*)"/)).1
      #expect(ended == effective && ended < "2027-01-02", "\(line)")
      #expect(line.contains("\"reason\""), "\(line)")
      #expect(line.contains("\"job\""), "\(line)")
    }
  }

  @Test func `ten nights left out make no difference to what is found`() throws {
    let (nightly, late) = (try office(), try office())
    for day in 21...31 {
      let run = try jobs(
        nightly, at: "2026-12-\(day)T01:15:00.000Z", seed: "\(day)", "expiry", "stale-scan")
      #expect([0, 4].contains(run.status), "\(run)")
    }
    for office in [nightly, late] {
      let run = try jobs(office, "expiry", "stale-scan")
      #expect(run.status == 4, "\(run)")
    }
    #expect(try expiries(nightly) == expiries(late))
    #expect(try expiries(late).count == 5)
    let (each, once) = (try flags(nightly), try flags(late))
    #expect(each == once && once.contains { $0.hasPrefix("ST-02") }, "\(each) \(once)")
  }

  @Test func `killed anywhere, and run again, it has recorded what one run does`() throws {
    let whole = try office()
    #expect(try jobs(whole, "expiry", "stale-scan").status == 4)
    let wanted = try found(whole)
    var killed = 0
    for place in stride(from: 1, through: 31, by: 6) {
      let office = try office()
      let ending = try office.run(
        [
          "strace", "-f", "-o", "/dev/null", "-e",
          "inject=pwrite64,fdatasync,rename:signal=KILL:when=\(place)", "liggare-rehearsal",
          Self.night, "killed", "job", "run", "--key", "job-key", "expiry", "stale-scan",
        ])
      if ending.status != 4 { killed += 1 }
      let again = try jobs(office, seed: "again", "expiry", "stale-scan")
      #expect([0, 4].contains(again.status), "\(place): \(again)")
      #expect(try office.verify().status == 0)
      #expect(try found(office) == wanted, "\(place)")
    }
    #expect(killed > 2)
  }

  @Test func `two runs at once record what one does`() throws {
    let (whole, office) = (try office(), try office())
    #expect(try jobs(whole, "expiry", "stale-scan").status == 4)
    let running = try ["one", "two", "three"].map { seed in
      try office.start(
        [
          "liggare-rehearsal", Self.night, seed, "job", "run", "--key", "job-key", "expiry",
          "stale-scan",
        ]
        .map { Array($0.utf8) })
    }
    let endings = try running.map { try $0.wait() }
    #expect(endings.allSatisfy { [0, 4].contains($0.status) }, "\(endings)")
    #expect(try office.verify() == whole.verify())
    #expect(try found(office) == found(whole))
  }

  @Test func `two runs at once start each review once`() throws {
    let office = try office()
    let instant = "2027-01-20T01:15:00.000Z"
    #expect(try readAgain(office).status == 0)
    let running = try ["one", "two", "three"].map { seed in
      try office.start(
        ["liggare-rehearsal", instant, seed, "job", "run", "--key", "job-key", "review-opening"]
          .map { Array($0.utf8) })
    }
    let endings = try running.map { try $0.wait() }
    #expect(endings.allSatisfy { [0, 4].contains($0.status) && $0.error == "" }, "\(endings)")
    let listed = try office.run(
      ["liggare", "review", "list", "--as-of", "2027-01-21"] + Self.table)
    let alone = try self.office()
    #expect(try readAgain(alone).status == 0)
    #expect(try jobs(alone, at: instant, "review-opening").status == 4)
    let wanted = try alone.run(
      ["liggare", "review", "list", "--as-of", "2027-01-21"] + Self.table)
    #expect(listed.output == wanted.output && wanted.output != "", "\(listed) \(wanted)")
  }

  @Test func `a small review is not started beside a whole one of the same system`() throws {
    let office = try office()
    let made = try office.script(
      """
      liggare-rehearsal 2027-01-10T08:00:00.000Z class system classify S-1 3/2/2
      liggare review due --as-of 2027-03-12 --format tsv --no-header > due
      liggare-rehearsal 2027-03-12T01:00:00.000Z read account describe --system S-1 --kind personal \\
        --owner kim.ahl
      cat due
      """)
    #expect(made.status == 0 && made.output.contains("class-change"), "\(made)")
    let run = try jobs(office, at: "2027-03-12T01:15:00.000Z", "review-opening")
    #expect(run.status == 4, "\(run)")
    let listed = try office.run(
      ["liggare", "review", "list", "--as-of", "2027-03-13"] + Self.table)
    #expect(listed.output.contains("\tsystem\t"), "\(run) \(listed)")
    #expect(!listed.output.contains("class-change"), "\(listed)")
  }

  /// Has what the reviews rest on read again, on the day when they fall due.
  private func readAgain(_ office: Office) throws -> SystemProcess.Ending {
    try office.liggare(
      at: "2027-01-20T01:00:00.000Z", seed: "read", "account", "describe", "--system", "S-1",
      "--kind", "personal", "--owner", "kim.ahl")
  }

  @Test func `reviews that fall due start, once, and are followed up`() throws {
    let office = try office()
    let before = try office.verify().events
    let early = try jobs(office, at: "2027-01-20T01:15:00.000Z", seed: "early", "review-opening")
    #expect(early.status == 4 && early.error.contains("REV-06"), "\(early)")
    #expect(early.output.contains("waits for somebody"), "\(early)")
    #expect(try office.verify().events == before)
    // What the review rests on is read again.
    let read = try readAgain(office)
    #expect(read.status == 0, "\(read)")
    let run = try jobs(office, at: "2027-01-20T01:15:00.000Z", "review-opening")
    #expect(run.status == 4, "\(run)")
    let listed = try office.run(
      ["liggare", "review", "list", "--as-of", "2027-01-21"] + Self.table)
    #expect(listed.output.contains("V-1\t"), "\(run)\(listed)")
    let events = try office.verify().events
    let again = try jobs(
      office, at: "2027-01-20T01:15:00.000Z", seed: "again", "review-opening")
    #expect(again.status == 0, "\(again)")
    #expect(try office.verify().events == events)
    let later = try jobs(office, at: "2027-03-20T01:15:00.000Z", seed: "later", "review-follow-up")
    #expect(later.status == 4, "\(later)")
    #expect(try office.verify().events > events)
  }

  @Test func `a ledger that does not verify is left alone, and the monitor is told`() throws {
    let office = try office()
    var bytes = try Office.bytes(office.segment)
    bytes[bytes.count / 2] ^= 1
    try office.write(bytes, to: office.segment)
    let before = try office.contents()
    let verified = try office.liggare("verify").status
    let run = try jobs(office, "--metrics", "liggare.prom")
    #expect(run.status == verified && verified >= 40, "\(run)")
    #expect(run.error.contains("CLI-44"), "\(run)")
    #expect(try office.contents() == before)
    let page = String(decoding: try Office.bytes("\(office.folder)/liggare.prom"), as: UTF8.self)
    #expect(page.contains("liggare_verification_status \(verified)\n"), "\(page)")
  }

  @Test func `a key that may not record what jobs do is refused`() throws {
    let office = try office()
    let events = try office.verify().events
    let run = try jobs(office, "expiry", "--key", "spare-key")
    let own = try office.run(
      ["liggare-rehearsal", Self.night, "own", "job", "run", "--key", "spare-key"])
    #expect(run.status == 2, "\(run)")
    #expect(own.status == 1 && own.error.contains("ROL-01"), "\(own)")
    #expect(try office.verify().events == events)
  }

  @Test func `a dry run shows what is then recorded, and takes no option that it would not heed`()
    throws
  {
    let office = try office()
    let before = try office.contents()
    let dry = try jobs(office, "expiry", "--dry-run")
    #expect(dry.status == 0, "\(dry)")
    #expect(try office.contents() == before)
    let events = try office.verify().events
    #expect(try jobs(office, "expiry").status == 4)
    #expect(try office.verify().events == events + dry.output.split(separator: "\n").count)
    for option in [["--metrics", "x.prom"], ["--format", "json"], ["--no-header"]] {
      let refused = try office.run(
        ["liggare", "job", "run", "--key", "job-key", "--dry-run"] + option)
      #expect(refused.status == 2, "\(option): \(refused)")
    }
  }

  @Test func `the metrics are read by the library of Prometheus, and remember other jobs`() throws {
    let office = try office()
    let run = try office.script(
      """
      umask 077
      run() { liggare-rehearsal "$@" --key job-key --metrics liggare.prom || test $? = 4; }
      run \(Self.night) one job run expiry stale-scan
      run 2027-01-03T01:15:00.000Z two job run publish
      stat -c %a liggare.prom
      ls liggare.prom*
      """)
    #expect(run.status == 0 && run.output.hasSuffix("644\nliggare.prom\n"), "\(run)")
    let judge = """
      import sys
      from prometheus_client.openmetrics.parser import text_string_to_metric_families
      for family in text_string_to_metric_families(open('liggare.prom').read()):
          assert family.type == 'gauge', family
          for sample in family.samples:
              labels = ','.join(sample.labels.values())
              print(sample.name, labels, repr(float(sample.value)))
      """
    let judged = try office.run(["/usr/bin/python3", "-c", judge])
    #expect(judged.status == 0, "\(judged)")
    var values: [String: Double] = [:]
    for line in judged.output.split(separator: "\n") {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      values["\(parts[0]) \(parts[1])"] = Double(parts[2])
    }
    #expect(values["liggare_log_events "] == Double(try office.verify().events))
    #expect(values["liggare_published_events "] == values["liggare_log_events "])
    #expect(values["liggare_job_last_run_timestamp_seconds expiry"] == 1_798_852_500)
    #expect(values["liggare_job_last_run_timestamp_seconds publish"] == 1_798_938_900)
    #expect(values["liggare_job_last_run_success expiry"] == 1)
    let flags = values.filter { $0.key.hasPrefix("liggare_stale_flags") }
    #expect(flags.count == 25 && flags.values.reduce(0, +) > 0, "\(flags)")
    let listed = try office.run(
      ["liggare", "stale", "list", "--as-of", "2027-01-03"] + Self.table)
    #expect(
      Int(flags.values.reduce(0, +)) == listed.output.split(separator: "\n").count, "\(listed)")
  }

  @Test func `metrics that cannot be written are told, and what was recorded stands`() throws {
    let office = try office()
    let run = try jobs(office, "expiry", "--metrics", "nowhere/liggare.prom")
    #expect(run.status == 1 && run.error.contains("CLI-41"), "\(run)")
    #expect(run.output.contains("expiry"))
    #expect(try jobs(office, seed: "again", "expiry").status == 0)
  }

  @Test func `the units are ones that systemd takes`() throws {
    let units =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/ledger/systemd"
    let office = try Office()
    let run = try office.script(
      """
      for unit in '\(units)'/*; do
        sed 's#^ExecStart=/usr/bin/#ExecStart=\(Office.programs)/#' "$unit" > "$(basename "$unit")"
      done
      systemd-analyze verify ./*.service ./*.timer
      for unit in ./*.service; do
        systemd-analyze security --offline=true --threshold=20 "$unit" > /dev/null
      done
      cat ./*.service | sed -n 's/^ExecStart=[^ ]*liggare //p'
      """)
    #expect(run.status == 0 && run.error == "", "\(run)")
    // What the service calls is what the program takes.
    let calls = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(calls.map { $0[2] } == ["daily", "monthly", "weekly", "yearly"])
    for words in calls {
      let local = words.map { $0.hasPrefix("/") ? String($0.split(separator: "/").last ?? "") : $0 }
      let called = try office.run(["liggare"] + local)
      #expect([0, 4].contains(called.status), "\(called)")
    }
  }
}
