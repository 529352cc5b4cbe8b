import Foundation
import Testing

/// The jobs of a week, a month and a year, and the moment that a run is about.
struct JobSetTests {
  private func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      liggare() { liggare-rehearsal \(Office.opened) "set-$((n += 1))" "$@"; }
      n=0
      liggare key create job-key
      liggare person register "Nightly jobs" --unit U-1 --user nightly.jobs
      liggare role assign job nightly.jobs
      liggare key enroll nightly.jobs job-key.pub --kind host
      """)
    #expect(made.status == 0, "\(made)")
    return office
  }

  private func jobs(
    _ office: Office, at instant: String, seed: String = "night", _ words: String...
  ) throws -> SystemProcess.Ending {
    try office.run(
      ["liggare-rehearsal", instant, seed, "job", "run", "--key", "job-key"] + words)
  }

  private func names(_ output: String) -> [String] {
    output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  @Test(arguments: [
    ("weekly", ["reconciliation-watch", "digest"]), ("monthly", ["committee-lists"]),
    ("yearly", ["rules-calendar"]),
  ])
  func `a set runs its jobs, records nothing, and tells what waits`(
    set: String, wanted: [String]
  ) throws {
    let office = try office()
    let events = try office.verify().events
    let run = try jobs(
      office, at: "2028-06-05T03:15:00.000Z", set, "--format", "tsv", "--no-header")
    #expect(names(run.output) == wanted, "\(run)")
    #expect([0, 4].contains(run.status))
    #expect(try office.verify().events == events)
    if set == "weekly" {
      #expect(run.status == 4 && run.error.contains("JOB-02") && run.error.contains("JOB-03"))
    }
    let again = try jobs(
      office, at: "2028-06-05T03:15:00.000Z", seed: "again", set, "--format", "tsv",
      "--no-header")
    #expect(again.output == run.output && again.error == run.error)
  }

  @Test func `each body gets a list of its own, in text and for programs, for nobody else to read`()
    throws
  {
    let office = try Office.vacant()
    let made = try office.script(
      """
      liggare() { liggare-rehearsal 2026-03-02T08:00:00.000Z "list-$((n += 1))" "$@"; }
      n=0
      liggare key create key; liggare key create job-key
      liggare init ledger --origin ledger.example --name "Example municipality" \\
        --custodian "Anna Berg" --user anna.berg
      liggare role assign registrar anna.berg
      liggare unit register "Care committee" --kind committee --parent U-1
      liggare unit register "Care" --kind administration --parent U-2
      liggare person register "Eva Lind" --unit U-3 --user eva.lind --position head-of-care
      for name in nils.ek siv.dahl kim.ahl; do
        liggare person register "Some One" --unit U-3 --user $name
      done
      liggare person register "Åke Ö" --unit U-3 --user ake.o
      liggare role assign head eva.lind --unit U-3
      liggare role assign deputy nils.ek --unit U-3
      liggare system register "Case system" --owner U-3 --operative-owner kim.ahl \\
        --steward siv.dahl --deputy nils.ek --classification 2/2/1 --status in-operation
      liggare entitlement define S-1/read --name "Read" --description "Sees cases" \\
        --matter access-care
      liggare delegation grant --order "Delegation order" --version 1 --body U-2 \\
        --position head-of-care --matter access-care --level 3 --case "CC 2026/1"
      liggare person register "Nightly jobs" --unit U-1 --user nightly.jobs
      liggare role assign job nightly.jobs
      liggare key enroll nightly.jobs job-key.pub --kind host
      """)
    #expect(made.status == 0, "\(made)")
    let empty = try jobs(
      office, at: "2026-03-03T03:45:00.000Z", seed: "empty", "monthly", "--lists", "lists")
    #expect(empty.status == 0 && !FileManager.default.fileExists(atPath: office.folder + "/lists"))
    let decided = try office.script(
      """
      liggare() { liggare-rehearsal 2026-03-04T08:00:00.000Z "list-$((n += 1))" "$@"; }
      n=100
      liggare request submit ake.o S-1/read --need "Handles new cases in the unit"
      liggare request endorse R-1 --by eva.lind --case "CC 2026/4"
      liggare grant approve R-1 --decided-by eva.lind --case "CC 2026/4"
      """)
    #expect(decided.status == 0, "\(decided)")
    let run = try jobs(office, at: "2026-04-01T03:45:00.000Z", "monthly", "--lists", "lists")
    #expect(run.status == 4 && run.error.contains("JOB-02"), "\(run)")
    let files = try office.script("stat -c '%a %n' lists lists/*; cat lists/U-2.csv lists/U-2.txt")
    #expect(
      files.output.hasPrefix("700 lists\n600 lists/U-2.csv\n600 lists/U-2.txt\n"), "\(files)")
    #expect(files.output.contains(",R-1,") && files.output.contains("Care committee"), "\(files)")
    #expect(files.output.contains("Åke Ö"))
    let again = try jobs(
      office, at: "2026-04-01T03:45:00.000Z", seed: "again", "monthly", "--lists", "lists")
    let same = try office.script("stat -c '%a %n' lists lists/*; cat lists/U-2.csv lists/U-2.txt")
    #expect(again.status == 4 && same.output == files.output)
  }

  @Test
  func `a run is about a moment between the last event and now, and a rehearsal about any later`()
    throws
  {
    let office = try office()
    let before = try office.contents()
    let now = "2027-01-02T01:15:00.000Z"
    for (moment, words) in [
      ("2026-01-01", ["--dry-run"]), ("2026-01-01", []), ("2027-01-03", []),
    ] as [(String, [String])] {
      let run = try office.run(
        ["liggare-rehearsal", now, "no", "job", "run", "expiry", "--key", "job-key"]
          + ["--as-of", moment] + words)
      #expect(run.status == 1 && run.error.contains("JOB-01"), "\(moment) \(words): \(run)")
    }
    let rehearsed = try jobs(
      office, at: "2026-06-01T01:15:00.000Z", "expiry", "--dry-run", "--as-of",
      "2027-01-02T01:15:00.000Z")
    #expect(rehearsed.status == 0 && rehearsed.output.contains("grant.expired"), "\(rehearsed)")
    #expect(try office.contents() == before)
    // What was rehearsed is what comes.
    let events = try office.verify().events
    let run = try jobs(office, at: now, "expiry", "--as-of", "2027-01-02T01:00:00.000Z")
    #expect(run.status == 4, "\(run)")
    #expect(
      try office.verify().events == events + rehearsed.output.split(separator: "\n").count)
  }

  @Test
  func `where the rules say so, a review that falls due is planned and waits for its steward`()
    throws
  {
    let office = try office()
    let made = try office.script(
      """
      printf 'liggare-policy: 1\\npolicy: opening\\n[review]\\nopening: planned-only\\n' > opening
      liggare-rehearsal 2026-01-13T08:00:00.000Z adopt policy adopt opening --body U-1 \\
        --from 2026-01-13 --review-by 2027-12-31 --case "KS 1"
      liggare-rehearsal 2027-01-20T01:00:00.000Z read account describe --system S-1 \\
        --kind personal --owner kim.ahl
      """)
    #expect(made.status == 0, "\(made)")
    let instant = "2027-01-20T01:15:00.000Z"
    let run = try jobs(office, at: instant, "review-opening")
    #expect(run.status == 4 && run.error.contains("JOB-04"), "\(run)")
    let events = try office.verify().events
    let again = try jobs(office, at: instant, seed: "again", "review-opening")
    #expect(again.status == 4 && again.error.contains("JOB-04"), "\(again)")
    #expect(try office.verify().events == events)
    let listed = try office.run(
      ["liggare", "review", "list", "--as-of", "2027-01-21", "--format", "csv"])
    #expect(listed.output.contains("planned") && !listed.output.contains("running"), "\(listed)")
    let duties = try office.run(
      ["liggare", "view", "duties", "--as-of", "2027-01-20", "--format", "csv"])
    #expect(duties.output.contains("liggare review start V-1"), "\(duties)")
  }

  @Test func `room is measured and told when little is left`() throws {
    let office = try office()
    let run = try jobs(
      office, at: "2027-01-02T01:15:00.000Z", "capacity-check", "--free-percent", "99",
      "--metrics", "liggare.prom")
    #expect(run.status == 4 && run.error.contains("JOB-05"), "\(run)")
    let page = String(decoding: try Office.bytes("\(office.folder)/liggare.prom"), as: UTF8.self)
    for metric in [
      "liggare_disk_free_bytes ", "liggare_ledger_files ", "liggare_growth_bytes_per_month ",
      "liggare_disk_full_days ", "liggare_duties{kind=\"removal\"} ",
    ] { #expect(page.contains("\n" + metric), "\(metric)") }
    #expect(!page.contains("ledger.example"))
  }
}
