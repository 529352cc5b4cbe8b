import Foundation
import Testing

/// A whole review campaign, played with the program: an absent reviewer, one who leaves, one who would review their own, one who signs
/// what nobody read, and an auditor who says no.
@Suite struct `A review played with the program` {
  /// The beginning of every script: the program at a time of its own, and the cast.
  private static let cast = """
    n=0
    at() { time=$1; shift; n=$((n + 1)); liggare-rehearsal "${time}Z" "review-$n" "$@"; }
    case='--case SN-2026/40'
    at 2026-02-02T08:00:00.000 person register "Rut Alm" --unit U-1 --user rut.alm
    at 2026-02-02T08:00:00.000 role assign head rut.alm --unit U-1
    at 2026-02-02T08:00:00.000 person register "Alva Ros" --unit U-1 --user alva.ros
    at 2026-02-02T08:00:00.000 role assign auditor alva.ros
    liggare key create owner-key; liggare key create auditor-key
    at 2026-02-02T08:01:00.000 key enroll kim.ahl owner-key.pub
    at 2026-02-02T08:01:00.000 key enroll alva.ros auditor-key.pub
    for name in ada ben cia dag eli; do
      at 2026-02-02T08:02:00.000 person register "$name Ek" --unit U-2 --user $name.ek
      at 2026-02-02T08:03:00.000 grant issue $name.ek S-1/read --need "Handles new cases in the unit" \\
        --endorsed-by eva.lind --decided-by siv.dahl --case "SN 2026/30" --provisioned
    done
    at 2026-02-02T08:04:00.000 grant resume G-5 --by siv.dahl --case "SN 2026/31" --reason "Nothing was found"
    at 2026-02-02T08:05:00.000 person absent eva.lind --from 2026-02-01 --expected-until 2026-06-01
    """

  private func answers(_ run: SystemProcess.Ending) -> [[String]] {
    run.output.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `it goes from the plan to the auditor's word, and why tells the whole story`() throws {
    let office = try Office()
    let begun = try office.script(
      Self.cast + """

        at 2026-02-03T08:00:00.000 review plan --axis system --system S-1
        at 2026-02-03T08:01:00.000 review start V-1
        """)
    try #require(begun.status == 0, "\(begun)")

    // Siv decided the grants, so Nils answers as deputy; his own goes to the owner, and hers, with Eva away, up to the head.
    let items = try office.liggare(
      at: "2026-02-03T09:00:00.000Z", seed: "a", "view", "review-items", "--review", "V-1",
      "--format", "json")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(items.output.utf8)) as? [[String: Any]])
    func reviewer(_ grant: String) -> [String] {
      rows.first { $0["grant"] as? String == grant }?["reviewer"] as? [String] ?? []
    }
    let nils = "P-4"
    let kim = "P-5"
    #expect(rows.count == 9)
    #expect(reviewer("G-7") == [nils])
    #expect(reviewer("G-5") == [kim])
    #expect(reviewer("G-4") == ["P-8"])

    // Nils leaves; the owner takes over, and tries to keep everything in one go.
    let left = try office.script(
      Self.later(
        """
        at 2026-02-10T08:00:00.000 person leave nils.ek --yes
        at 2026-02-11T08:00:00.000 review follow-up
        at 2026-02-11T08:01:00.000 review follow-up
        """))
    #expect(left.status == 0, "\(left)")
    #expect(left.output.contains("Nothing is due."), "\(left)")

    let list = try office.liggare(
      at: "2026-02-12T08:00:00.000Z", seed: "b", "view", "review-items", "--review", "V-1",
      "--format", "csv")
    let head = list.output.split(whereSeparator: \.isNewline).map(String.init)
    let columns = head[0].split(separator: ",").map(String.init)
    let outcome = try #require(columns.firstIndex(of: "outcome"))
    let bulk = try #require(columns.firstIndex(of: "bulk"))
    let hints = try #require(columns.firstIndex(of: "hints"))
    let reason = try #require(columns.firstIndex(of: "reason"))
    let state = try #require(columns.firstIndex(of: "state"))
    let reviewerColumn = try #require(columns.firstIndex(of: "reviewer"))
    func filled(_ isBulk: (Int) -> Bool) -> String {
      let lines = head.dropFirst().enumerated().map { index, line -> String in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells[state] == "open", cells[reviewerColumn] == kim else {
          return cells.joined(separator: ",")
        }
        cells[outcome] = "keep"
        // Whatever is kept though something speaks against it needs a reason.
        if !cells[hints].isEmpty { cells[reason] = "As before" }
        cells[bulk] = isBulk(index) ? "yes" : "no"
        return cells.joined(separator: ",")
      }
      return ([head[0]] + lines).joined(separator: "\r\n") + "\r\n"
    }
    try office.write(Array(filled { _ in true }.utf8), to: office.folder + "/all.csv")
    try office.write(Array(filled { $0 % 2 == 1 }.utf8), to: office.folder + "/half.csv")
    let stamped = try office.script(
      Self.later(
        """
        as owner-key 2026-02-12T09:00:00.000 review decide V-1 --file all.csv
        """))
    #expect(stamped.status == 1 && stamped.output.contains("REV-04"), "\(stamped)")
    let closed = try office.script(
      Self.later(
        """
        as owner-key 2026-02-12T09:01:00.000 review decide V-1 --file half.csv
        at 2026-02-12T10:00:00.000 review decide V-1 --item G-4 --outcome keep --by rut.alm --case SN-2026/40
        at 2026-02-13T08:00:00.000 review close V-1 --attested-by rut.alm --case SN-2026/41 --yes
        as auditor-key 2026-02-16T08:00:00.000 review reject V-1 --item G-7 --item G-8 \\
          --reason "Answered in one minute, and half of it marked together"
        """))
    #expect(closed.status == 0, "\(closed)")

    // One of the two is revoked at the second look; the review closes again and is accepted.
    let again = try office.script(
      Self.later(
        """
        as owner-key 2026-02-17T08:00:00.000 review decide V-1 --item G-7 --outcome revoke --reason "No cases are handled by her"
        as owner-key 2026-02-17T08:05:00.000 review decide V-1 --item G-8 --outcome keep
        at 2026-02-17T09:00:00.000 grant confirm G-7
        at 2026-02-18T08:00:00.000 review close V-1 --attested-by rut.alm --case SN-2026/42 --yes
        as auditor-key 2026-02-19T08:00:00.000 review accept V-1
        """))
    #expect(again.status == 0, "\(again)")

    let measures = answers(
      try office.liggare(
        at: "2026-02-20T08:00:00.000Z", seed: "c", "view", "reviewer-measures", "--review", "V-1",
        "--format", "tsv", "--no-header"))
    let owner = try #require(measures.first { $0[1] == kim })
    #expect(owner[4] == "9" && Int(owner[6]).map { $0 > 0 } == true, "\(owner)")

    let why = try office.liggare(
      at: "2026-02-20T08:00:00.000Z", seed: "d", "why", "G-7")
    for part in [
      "is to review", "went from Nils Ek (P-4) to Kim Ahl (P-5): the reviewer has left", "keep",
      "rejected the review V-1", "revoke", "is gone from the system", "accepted the review V-1",
    ] {
      #expect(why.output.contains(part), "\(part): \(why)")
    }
    let seen = try office.liggare(
      at: "2026-02-20T08:00:00.000Z", seed: "e", "review", "show", "V-1", "--item", "G-8", "--seen")
    #expect(seen.status == 0 && seen.output.contains("What was shown of G-8 in V-1"), "\(seen)")
    let rules = try office.liggare(
      at: "2026-02-20T08:00:00.000Z", seed: "f", "view", "rule-findings", "--format", "tsv",
      "--no-header")
    #expect(rules.output == "", "\(rules)")
    #expect(try office.verify().status == 0)
  }

  /// What goes on after the cast is there.
  private static func later(_ text: String) -> String {
    """
    n=$(date +%s%N)
    at() { time=$1; shift; n=$((n + 1)); liggare-rehearsal "${time}Z" "review-$n" "$@"; }
    as() { key=$1; shift; (export LIGGARE_KEY="$PWD/$key"; at "$@"); n=$((n + 1)); }
    \(text)
    """
  }
}
