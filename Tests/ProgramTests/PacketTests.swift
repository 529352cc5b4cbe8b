import Foundation
import Testing

/// Packets as they are handed out, and answers as they are taken back.
@Suite struct PacketTests {
  private static let kept = (outcome: "keep", more: ",\"reason\":\"Needed still\",\"seconds\":5")
  private static let revoked = (
    outcome: "revoke", more: ",\"reason\":\"Har \\\"bytt\\\" tjänst\",\"seconds\":9"
  )

  @Test func `the files are their owner's alone, and their list of digests is right`() throws {
    let packets = try PacketOffice()
    let run = try packets.office.script(
      """
      stat -c %a packets packets/* | sort | uniq -c | tr -s ' ' > modes
      cd packets; sha256sum --check --strict --quiet SHA256SUMS
      test "$(wc -l < SHA256SUMS)" = "$(ls | grep -c V-1)"
      """)
    #expect(run.status == 0, "\(run)")
    #expect(
      packets.text("modes").split(separator: "\n").map { $0.split(separator: " ")[1] } == [
        "600", "700",
      ])
    #expect(!packets.text("packets/\(try packets.packet()).html").contains("<b onclick"))
  }

  @Test func `a folder that is not empty is left as it is, unless it is forced`() throws {
    let packets = try PacketOffice()
    let before = packets.text("packets/SHA256SUMS")
    let again = try packets.office.liggare(
      "review", "packet", "V-1", "--to", "packets", "--lang", "sv")
    #expect(again.status == 1 && again.error.contains("PKT-20"), "\(again)")
    #expect(packets.text("packets/SHA256SUMS") == before)
    let forced = try packets.office.liggare(
      "review", "packet", "V-1", "--to", "packets", "--lang", "sv", "--force")
    #expect(forced.status == 0, "\(forced)")
    #expect(packets.text("packets/SHA256SUMS") != before)
    let nowhere = try packets.office.liggare("review", "packet", "V-1", "--to", "no/where")
    #expect(nowhere.error.contains("PKT-21"), "\(nowhere)")
    let one = try packets.office.liggare(
      "review", "packet", "V-1", "--to", "one", "--reviewer", PacketOffice.reviewer)
    #expect(one.status == 0 && one.output.split(separator: "\n").count == 1, "\(one)")
  }

  @Test func `a decision file is recorded as one batch, and once`() throws {
    let packets = try PacketOffice()
    try packets.decisionFile([Self.kept, Self.revoked], as: "answers.json")
    let run = try packets.collect("answers.json")
    #expect(run.status == 0 && run.output.contains("V-1, G-"), "\(run)")
    #expect(try packets.answers() == 2)
    let digest = try packets.office.script("sha256sum answers.json").output.prefix(64)
    let lines = try packets.office.lines().map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.contains("review.item-decided") }
    #expect(lines.count == 2)
    for line in lines {
      #expect(line.contains("\"verified\":\"call-back\",\"statedIn\":\"\(digest)\""), "\(line)")
    }
    #expect(lines.last?.contains("\"seconds\":9") == true)
    let again = try packets.collect("answers.json", seed: "again")
    #expect(again.status == 0 && again.output.hasPrefix("Nothing new"), "\(again)")
    #expect(try packets.answers() == 2)
    #expect(try packets.office.verify().status == 0)
  }

  @Test func `a row that was tampered with keeps all back, unless a part will do`() throws {
    let packets = try PacketOffice()
    try packets.decisionFile([Self.kept, Self.kept, Self.kept], as: "answers.json") { file in
      let second = file.matches(of: /"seen":"([0-9a-f]+)"/)[1]
      return file.replacing(second.1, with: String(second.1.reversed()))
    }
    let whole = try packets.collect("answers.json")
    #expect(whole.status == 1 && whole.error.contains("LST-04"), "\(whole)")
    #expect(
      whole.output.contains("REV-07") && whole.output.contains("answers.json    2"), "\(whole)")
    #expect(try packets.answers() == 0)
    let partly = try packets.collect("answers.json", options: ["--partly"])
    #expect(partly.status == 4 && partly.error.contains("PKT-31"), "\(partly)")
    #expect(try packets.answers() == 2)
  }

  @Test(arguments: [
    ("\"grant\":\"G-1\"", "\"grant\":\"G-999\"", "INV-32"),
    ("\"origin\":\"ledger.example\"", "\"origin\":\"other.example\"", "PKT-04"),
    ("\"review\":\"V-1\"", "\"review\":\"V-9\"", "PKT-07"),
    ("\"position\":", "\"position\":9", "CLI-33"),
    (",\"reason\":\"Needed still\"", "", "REV-03"),
    ("\"outcome\":\"keep\"", "\"outcome\":\"keep-until\"", "REV-10"),
    ("\"outcome\":\"keep\"", "\"outcome\":\"approve\"", "PKT-06"),
    ("{\"grant\"", "{\"item\"", "PKT-01"),
  ])
  func `what does not fit the ledger is refused, and nothing is recorded`(
    _ found: String, _ written: String, _ code: String
  ) throws {
    let packets = try PacketOffice()
    try packets.decisionFile([Self.kept], as: "answers.json") { file in
      let place = found.contains("G-1") ? /"grant":"[^"]*"/ : nil
      return place.map { file.replacing($0, with: written, maxReplacements: 1) }
        ?? file.replacing(found, with: written, maxReplacements: 1)
    }
    let run = try packets.collect("answers.json")
    #expect(run.status != 0 && (run.output + run.error).contains(code), "\(run)")
    #expect(try packets.answers() == 0)
  }

  @Test
  func `two files about one item, somebody who was not asked, and a closed review are refused`()
    throws
  {
    let packets = try PacketOffice()
    try packets.decisionFile([Self.kept], as: "one.json")
    try packets.decisionFile([Self.revoked], as: "two.json")
    let both = try packets.collect("one.json", "two.json")
    #expect(both.status == 1 && both.output.contains("PKT-05"), "\(both)")
    let other = try packets.collect("one.json", saidBy: "bo.ek")
    #expect(other.status == 1 && other.output.contains("REV-02"), "\(other)")
    let reason = try packets.collect("one.json", options: ["--reason", "Mine"])
    #expect(reason.status == 2 && reason.error.contains("PKT-30"), "\(reason)")
    try packets.decisionFile([], as: "none.json")
    #expect(try packets.collect("none.json").error.contains("PKT-08"))
    try packets.office.liggare(
      at: "2026-01-15T08:00:00.000Z", seed: "cancel", "review", "cancel", "V-1", "--reason", "Over")
    let late = try packets.collect("one.json", at: "2026-01-16T08:00:00.000Z")
    #expect(late.status == 1 && late.output.contains("REV-01"), "\(late)")
    #expect(try packets.answers() == 0)
  }

  @Test func `an answer that is shown and not recorded leaves the ledger as it is`() throws {
    let packets = try PacketOffice()
    try packets.decisionFile([Self.kept], as: "answers.json")
    let run = try packets.collect("answers.json", options: ["--dry-run"])
    #expect(run.status == 0 && run.output.contains("\"statedIn\""), "\(run)")
    #expect(try packets.answers() == 0)
  }
}
