import Foundation
import Testing

/// The one list of what is to be done.
struct DutyTests {
  private func duties(
    _ office: Office, at moment: String
  ) throws -> [[String: Any]] {
    let listed = try office.run(
      ["liggare", "view", "duties", "--as-of", moment, "--format", "json"])
    #expect(listed.status == 0, "\(listed)")
    return try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]]
      ?? []
  }

  private func kinds(_ office: Office, at moment: String) throws -> [String: Set<String>] {
    try duties(office, at: moment).reduce(into: [:]) { found, row in
      found["\(row["duty"] ?? "")", default: []].insert("\(row["subject"] ?? "")")
    }
  }

  @Test func `each duty names a command that the program takes`() throws {
    let office = try Office()
    var tried = 0
    for row in try duties(office, at: "2026-02-01") {
      let command = "\(row["command"] ?? "")"
      // What only its giver knows is left open.
      guard !command.contains("…") else { continue }
      let words = command.split(separator: " ").map(String.init)
      #expect(words.first == "liggare")
      let dry = try office.run(words + ["--dry-run"])
      let run = dry.status == 2 ? try office.run(words) : dry
      #expect(run.status != 2 && run.status != 3, "\(command): \(run)")
      tried += 1
    }
    #expect(tried > 4)
  }

  @Test func `a duty is there until it is done, and no longer`() throws {
    let office = try Office()
    let before = try kinds(office, at: "2026-01-12T12:00:00.000Z")
    #expect(before["removal"]?.contains("G-3") == true, "\(before)")
    #expect(before["execution"]?.contains("G-2") == true)
    #expect(before["emergency-follow-up"] != nil && before["grant-end"] != nil)
    #expect(before["review-start"] != nil && before["reconciliation"] == ["S-1"])
    let made = try office.script(
      """
      liggare() { liggare-rehearsal 2026-01-12T10:00:00.000Z "done-$((n += 1))" "$@"; }
      n=0
      liggare grant confirm G-3
      liggare grant provision G-2
      liggare grant follow-up \(try #require(before["emergency-follow-up"]?.first)) --justified \\
        --by siv.dahl --case "SN 1"
      liggare request renew G-4 --until 2027-06-30 --need "Goes on handling the cases"
      printf 'account,entitlement\\nbo.ek,read\\n' > rights.csv
      liggare reconcile S-1 --snapshot rights.csv
      """)
    #expect(made.status == 0, "\(made)")
    let after = try kinds(office, at: "2026-01-12T12:00:00.000Z")
    #expect(after["removal"]?.contains("G-3") != true, "\(after)")
    #expect(after["execution"]?.contains("G-2") != true)
    #expect(after["emergency-follow-up"] == nil)
    #expect(after["grant-end"]?.contains("G-4") != true)
  }

  @Test func `an answer in a review is its reviewer's duty until it is given`() throws {
    let office = try Office()
    let made = try office.script(
      """
      liggare() { liggare-rehearsal 2026-01-12T10:00:00.000Z "review-$((n += 1))" "$@"; }
      n=0
      liggare review plan --axis system --system S-1
      liggare review start V-1
      """)
    #expect(made.status == 0, "\(made)")
    let open = try duties(office, at: "2026-01-12T12:00:00.000Z").filter {
      "\($0["duty"] ?? "")" == "review-answers"
    }
    #expect(!open.isEmpty)
    for row in open {
      let subject = "\(row["subject"] ?? "")"
      #expect(
        subject.hasPrefix("V-1/P-")
          && subject.hasSuffix("/\((row["actors"] as? [String])?.first ?? "nobody")"))
    }
  }
}
