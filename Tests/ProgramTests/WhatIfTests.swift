import Foundation
import Testing

/// A proposed document tried on what has been.
struct WhatIfTests {
  private static let stricter =
    "liggare-policy: 1\npolicy: stricter-1\n[level-2]\nvalidity: P30D\nreview: P14D\n"

  private func office() throws -> Office {
    let office = try Office()
    try Data(Self.stricter.utf8).write(to: URL(filePath: office.folder + "/stricter.policy"))
    return office
  }

  /// Every file of the ledger with its bytes.
  private func bytes(of office: Office) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: office.ledger)
    return try Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        let path = office.ledger + "/" + name
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard isThere else { return nil }
        return isFolder.boolValue ? nil : (name, try Data(contentsOf: URL(filePath: path)))
      })
  }

  @Test func `nothing is written, whatever is asked`() throws {
    let office = try office()
    let before = try bytes(of: office)
    let base = ["liggare", "policy", "what-if", "stricter.policy", "--from", "2026-01-01"]
    for list in ["", "units", "decisions", "grants", "reviews", "flags", "duties"] {
      for format in ["table", "json", "jsonl", "csv", "tsv"] {
        let asked = try office.run(
          base + (list.isEmpty ? [] : ["--list", list]) + ["--format", format])
        #expect(asked.status == 0, "\(list) \(format): \(asked)")
        #expect(!asked.output.isEmpty)
      }
    }
    #expect(try bytes(of: office) == before)
  }

  @Test func `the counts are those of the lists`() throws {
    let office = try office()
    func rows(_ list: String?) throws -> [[String: Any]] {
      let asked = try office.run(
        [
          "liggare", "policy", "what-if", "stricter.policy", "--from", "2026-01-01", "--to",
          "2026-04-30", "--format", "json",
        ] + (list.map { ["--list", $0] } ?? []))
      #expect(asked.status == 0, "\(asked)")
      return try JSONSerialization.jsonObject(with: Data(asked.output.utf8)) as? [[String: Any]]
        ?? []
    }
    let summary = try rows(nil)
    let lists = ["decisions", "grants", "reviews", "flags", "duties"]
    #expect(summary.count == lists.count)
    for (measure, list) in zip(summary, lists) {
      #expect(measure["differing"] as? Int == (try rows(list).count), "\(list)")
    }
    #expect(summary[1]["differing"] as? Int ?? 0 > 0)
    let units = try rows("units")
    for measure in summary {
      let own = units.filter { $0["what"] as? String == measure["what"] as? String }
      for key in ["now", "proposal", "difference", "differing"] {
        let sum = own.compactMap { $0[key] as? Int }.reduce(0, +)
        #expect(sum == measure[key] as? Int, "\(measure) \(key)")
      }
    }
  }

  @Test func `the rules that hold, tried anew, make nothing otherwise`() throws {
    let office = try office()
    let pack = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "ledger/policy/municipality.policy")
    let asked = try office.run([
      "liggare", "policy", "what-if", pack.path, "--from", "2026-01-01", "--to", "2026-12-31",
      "--format", "json",
    ])
    let rows =
      try JSONSerialization.jsonObject(with: Data(asked.output.utf8)) as? [[String: Any]] ?? []
    #expect(rows.count == 5, "\(asked)")
    for row in rows {
      #expect(row["differing"] as? Int == 0 && row["difference"] as? Int == 0, "\(row)")
    }
  }

  @Test func `what cannot be tried is refused with its code`() throws {
    let office = try office()
    let pack = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "ledger/policy/incidents.policy")
    let incidents = try office.run(
      ["liggare", "policy", "what-if", pack.path, "--from", "2026-01-01"])
    #expect(incidents.status == 1 && incidents.error.contains("WHAT-01"), "\(incidents)")
    let backwards = try office.run([
      "liggare", "policy", "what-if", "stricter.policy", "--from", "2026-02-01", "--to",
      "2026-01-01",
    ])
    #expect(backwards.status == 2 && backwards.error.contains("CLI-33"), "\(backwards)")
    try Data("liggare-policy: 1\npolicy: loose-1\n[level-2]\nreview: P10Y\n".utf8)
      .write(to: URL(filePath: office.folder + "/loose.policy"))
    let loose = try office.run([
      "liggare", "policy", "what-if", "loose.policy", "--from", "2026-01-01", "--unit", "U-2",
    ])
    #expect(loose.status == 1 && loose.error.contains("POL-10"), "\(loose)")
  }

  @Test func `a municipality's own rules, tried on its first year, make nothing otherwise`() throws
  {
    let office = try Office.vacant()
    let made = try office.run(["liggare-sample", "sample", "--profile", "xs", "--years", "1"])
    #expect(made.status == 0, "\(made)")
    let script = """
      export LIGGARE_LEDGER=sample
      liggare policy show sample-1 --text > same.policy
      liggare policy what-if same.policy --from 2022-01-04 --to 2022-12-31 --format json
      """
    let asked = try office.script(script)
    #expect(asked.status == 0, "\(asked)")
    let rows =
      try JSONSerialization.jsonObject(with: Data(asked.output.utf8)) as? [[String: Any]] ?? []
    #expect(rows.count == 5, "\(asked)")
    for row in rows {
      #expect(row["differing"] as? Int == 0 && row["difference"] as? Int == 0, "\(row)")
    }
    let list = try office.script(
      script.replacingOccurrences(of: "--format json", with: "--list units --format csv"))
    #expect(list.output.contains("flags"), "\(list)")
  }
}
