import Foundation
import Testing

/// Everything given out in plain files, and a ledger made of them again.
@Suite struct FullExportTests {
  private let leaving = [
    "--origin", "ledger.example/2", "--decided-by", "P-1", "--case", "IT 2026/8", "--reason",
    "We change supplier",
  ]

  private func export(
    _ office: Office, _ words: String...
  ) throws -> SystemProcess.Ending {
    try office.run(["liggare", "export", "full"] + words)
  }

  private func take(
    _ office: Office, _ export: String, _ folder: String, at moment: String = "2050-01-01"
  ) throws -> SystemProcess.Ending {
    try office.run(
      ["liggare-rehearsal", "\(moment)T08:00:00.000Z", "take-\(folder)", "import", "full", export]
        + [folder] + leaving)
  }

  /// One question of SQL that reads every row of every view.
  private func everything(_ office: Office) throws -> String {
    let listed = try office.liggare("sql", "--tables", "--format", "json")
    try #require(listed.status == 0, "\(listed)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
    var columns: [String: [String]] = [:]
    for row in rows {
      guard let table = row["table"] as? String, let column = row["column"] as? String else {
        continue
      }
      columns[table, default: []].append("\"\(column)\"")
    }
    try #require(columns.count > 40)
    return columns.keys.sorted().map { table in
      "select '\(table)' as name, json_array(\(columns[table, default: []].joined(separator: ","))) as row from \"\(table)\""
    }.joined(separator: " union all ")
  }

  @Test func `every view of a made-up municipality answers the same after it left and came back`()
    throws
  {
    let office = try Office.vacant()
    let made = try office.script(
      """
      liggare-sample ledger --profile xs --years 1 --seed 8 --key key --answers answers
      liggare export full everything
      (cd everything && sha256sum --quiet -c SHA256SUMS)
      """)
    try #require(made.status == 0, "\(made)")
    let taken = try take(office, "everything", "new", at: "2026-01-01")
    try #require(taken.status == 0, "\(taken)")
    #expect(
      try !FileManager.default.contentsOfDirectory(atPath: office.folder).contains("new.importing"))
    let before = try office.verify()
    #expect(
      try office.verify(ledger: office.folder + "/new")
        == .init(status: 0, events: before.events + 1))
    let query = try everything(office)
    var answers: Set<String> = []
    for (asOf, knownAt) in [
      ("2022-01-04", "2023-01-05"), ("2022-02-01", "2022-02-01"), ("2022-03-15", "2022-06-01"),
      ("2022-05-01", "2022-04-01"), ("2022-06-30", "2023-01-05"), ("2022-08-01", "2022-09-01"),
      ("2022-10-10", "2022-10-10"), ("2022-12-31", "2023-01-05"), ("2023-01-05", "2022-11-01"),
      ("2024-06-01", "2023-01-05"),
    ] {
      let moments = ["--as-of", asOf, "--known-at", knownAt, "--format", "tsv"]
      let old = try office.run(["liggare", "sql", query] + moments)
      let new = try office.run(["liggare", "sql", query, "--ledger", "new"] + moments)
      #expect(old.status == 0 && old.output.utf8.count > 10_000, "\(old.error)")
      #expect(new.status == 0 && new.output == old.output, "as of \(asOf), known at \(knownAt)")
      answers.insert(old.output)
    }
    #expect(answers.count == 10)
    // The reason of the restoration is a text of its own; nothing else came, and nothing went.
    let names = try office.script(
      """
      for l in ledger new; do sqlite3 $l/identities.sqlite \(dump) | sort > $l.rows; done
      diff ledger.rows new.rows
      """)
    let different = names.output.split(separator: "\n").filter { "<>".contains($0.prefix(1)) }
    #expect(different.count == 1 && different[0].contains("We change supplier"), "\(names)")
  }

  private let dump =
    "'SELECT * FROM identity; SELECT * FROM lookup; SELECT number, hex(commitment), event, field, hex(salt), text, subject, is_locked, erased_at, basis FROM text; SELECT * FROM account; SELECT person, at, basis FROM erasure; SELECT position, at, decision FROM disposal'"

  @Test func `a byte changed in any file is refused with the file named`() throws {
    let office = try Office()
    #expect(try export(office, "everything").status == 0)
    let folder = office.folder + "/everything"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    #expect(files.count > 20 && files.contains("identities/texts.ndjson"))
    for name in files.sorted() {
      let path = "\(folder)/\(name)"
      let kept = try Office.bytes(path)
      var changed = kept
      if changed.isEmpty { changed = [0x0A] } else { changed[changed.count / 2] ^= 1 }
      try office.write(changed, to: path)
      let taken = try take(office, "everything", "new")
      #expect(taken.status != 0, "\(name)")
      let codes = name == "EXPORT" ? ["EXP-02", "EXP-03"] : ["EXP-02"]
      #expect(codes.contains { taken.error.hasPrefix($0) }, "\(name): \(taken)")
      // A digest that was changed in the list speaks of the file that it is of.
      #expect(taken.error.contains(name == "SHA256SUMS" ? "SHA" : name), "\(name): \(taken)")
      #expect(!FileManager.default.fileExists(atPath: office.folder + "/new"), "\(name)")
      try office.write(kept, to: path)
    }
    try FileManager.default.removeItem(atPath: folder + "/manifest.json")
    #expect(try take(office, "everything", "new").error.contains("manifest.json"))
    try office.write([], to: folder + "/manifest.json")
    try office.write([0x20], to: folder + "/identities/more.ndjson")
    #expect(try take(office, "everything", "new").error.contains("identities/more.ndjson"))
  }

  @Test func `what was erased or disposed of does not come back`() throws {
    let office = try Office()
    let done = try office.script(
      """
      n=0
      past() { n=$((n + 1)); liggare-rehearsal 2026-02-0$n"T08:00:00.000Z" "past-$n" "$@"; }
      past grant confirm G-3 --reason "Quicksilver is gone from the system"
      past role assign archivist anna.berg
      past role assign archivist eva.lind
      past role assign data-protection-officer eva.lind
      past person register "Zebulon Qvist" --unit U-2 --user zeb.qvist
      past person leave zeb.qvist --yes
      past person erase zeb.qvist --basis left --approved-by eva.lind --case "KS 2026/31" --yes
      later() { liggare-rehearsal 2040-01-01T08:00:00.000Z "later-$2" "$@"; }
      later disposal decide --body U-1 --records grants --keep P10Y --case "KS 2039/4"
      later disposal carry-out DI-1 --approved-by eva.lind --case "KS 2040/1" --yes
      liggare export full everything
      ! grep -rqE 'Quicksilver|Zebulon|Qvist|zeb\\.qvist' everything
      grep -q '"decision":"DI-1"' everything/identities/disposals.ndjson
      grep -q '"person":"P-8"' everything/identities/erasures.ndjson
      """)
    try #require(done.status == 0, "\(done)")
    let taken = try take(office, "everything", "new")
    try #require(taken.status == 0, "\(taken)")
    let told = try office.script(
      """
      liggare person show P-8 --ledger new
      liggare why G-3 --ledger new
      liggare verify --ledger new
      ! grep -raqE 'Quicksilver|Zebulon|Qvist' new
      """)
    #expect(told.status == 0, "\(told)")
    #expect(told.output.contains("P-8 (erased)"), "\(told)")
    #expect(told.output.contains("disposed of under decision DI-1"), "\(told)")
  }

  @Test func `without names it can be verified, and no ledger is made of it`() throws {
    let office = try Office()
    #expect(try export(office, "nameless", "--without-identities").status == 0)
    let looked = try office.script(
      """
      liggare verify --ledger nameless/log
      ! grep -rqE 'Eva Lind|Handles new cases' nameless
      (cd nameless && sha256sum --quiet -c SHA256SUMS)
      """)
    #expect(looked.status == 0 && looked.output.contains("intact"), "\(looked)")
    let taken = try take(office, "nameless", "new")
    #expect(taken.status == 1 && taken.error.hasPrefix("EXP-04"), "\(taken)")
  }

  @Test func `what is there is left alone, and what is no export is told so`() throws {
    let office = try Office()
    #expect(try export(office, "everything").status == 0)
    let again = try export(office, "everything/")
    #expect(again.status == 1 && again.error.hasPrefix("EXP-01"), "\(again)")
    let other = try take(office, "ledger", "new")
    #expect(other.status == 1 && other.error.hasPrefix("EXP-03"), "\(other)")
    let taken = try take(office, "everything", "ledger")
    #expect(taken.status == 1 && taken.error.hasPrefix("BAK-11"), "\(taken)")
    #expect(try office.verify().status == 0)
    let dry = try office.run(
      ["liggare", "import", "full", "everything", "new", "--dry-run"] + leaving)
    #expect(dry.status == 0 && !FileManager.default.fileExists(atPath: office.folder + "/new"))
  }

  @Test func `the log goes on under a name and a key of its own, and the key is in no export`()
    throws
  {
    let office = try Office()
    #expect(try export(office, "everything").status == 0)
    let secret = try office.script(
      "! grep -rq 'OPENSSH PRIVATE KEY' everything && test ! -e everything/log/log-key")
    #expect(secret.status == 0)
    #expect(try take(office, "everything", "new").status == 0)
    let went = try office.script(
      """
      liggare unit register "Culture" --kind administration --parent U-1 --ledger new
      liggare verify --ledger new
      cat new/FORMAT new/checkpoints/* | tail -6
      """)
    #expect(went.status == 0 && went.output.contains("ledger.example/2"), "\(went)")
  }
}
