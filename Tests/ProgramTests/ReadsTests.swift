import Foundation
import Testing

/// The log of reads, as the program keeps it in the ledger's folder (INV-56).
@Suite struct ReadsTests {
  /// An office that has adopted rules by which these questions are logged.
  private func office(_ questions: String? = nil) throws -> Office {
    let office = try Office()
    let made = try office.script("liggare role assign registrar anna.berg")
    #expect(made.status == 0, "\(made)")
    guard let questions else { return office }
    let adopted = try office.script(
      """
      printf 'liggare-policy: 1\\npolicy: reading\\n[reading]\\nlogged: \(questions)\\n' > r.policy
      liggare policy adopt r.policy --body U-1 --from "$(date +%F)" --review-by 2099-12-31 --case 1
      """)
    #expect(adopted.status == 0, "\(adopted)")
    return office
  }

  private func lines(_ office: Office) -> [String] {
    let bytes = FileManager.default.contents(atPath: office.ledger + "/reads.log") ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `who reads the markings of secrecy leaves a line, and nobody else does`() throws {
    let office = try office()
    #expect(try office.liggare("person", "list").status == 0)
    #expect(lines(office).isEmpty)
    #expect(try office.liggare("secrecy", "list").status == 0)
    #expect(try office.liggare("view", "secrecy-markings", "--format", "csv").status == 0)
    let lines = lines(office)
    #expect(lines.count == 2, "\(lines)")
    for line in lines {
      #expect(line.contains(#""principal":"P-1""#) && line.contains(#""code":"INV-56""#), "\(line)")
      #expect(line.contains(#""question":"secrecy-markings""#), "\(line)")
    }
    var status = stat()
    #expect(stat(office.ledger + "/reads.log", &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(office.operations().isEmpty)
    #expect(try office.verify().status == 0)
  }

  @Test func `what is noted says what was asked, and holds no name`() throws {
    let office = try office("person, what, who, why, log")
    for words in [
      ["person", "show", "Bo Ek"], ["what", "bo.ek", "--as-of", "2026-02-01"], ["who", "S-1/read"],
      ["why", "bo.ek", "S-1/read"], ["log", "--grant", "G-1", "--type", "Bo Ek"],
      ["why", "G-1"],
    ] {
      let run = try office.run(["liggare"] + words)
      #expect(run.status == 0, "\(words): \(run)")
    }
    let lines = lines(office)
    #expect(lines.count == 6, "\(lines)")
    for line in lines {
      #expect(!line.contains("Bo Ek") && !line.contains("bo.ek"), "\(line)")
    }
    #expect(lines[0].contains(#""verb":"person show""#) && lines[0].contains(#""person":"P-6""#))
    #expect(lines[1].contains(#""person":"P-6","as-of":"2026-02-01""#), "\(lines[1])")
    #expect(lines[2].contains(#""what":"S-1/read""#), "\(lines[2])")
    #expect(
      lines[4].contains(#""grant":"G-1""#) && lines[4].contains(#""type":"…""#), "\(lines[4])")
    let told = try office.liggare("reads", "--format", "tsv", "--no-header")
    #expect(told.status == 0 && told.output.contains("P-1\tAnna Berg\tperson\t"), "\(told)")
    #expect(told.output.split(separator: "\n").count == 6, "\(told)")
    let swedish = try office.liggare("reads", "--lang", "sv")
    #expect(swedish.output.contains("Loggade läsningar"), "\(swedish)")
  }

  @Test func `a reading that cannot be logged is refused, and answers nothing`() throws {
    let office = try office("person, log, can, why, secrecy-markings, grants, evidence")
    // A folder stands where the file should be: also root cannot write there.
    try FileManager.default.createDirectory(
      atPath: office.ledger + "/reads.log", withIntermediateDirectories: false)
    for words in [
      ["person", "show", "bo.ek"], ["log"], ["log", "--format", "jsonl"],
      ["can", "bo.ek", "S-1/read"], ["why", "G-1"], ["secrecy", "list"],
      ["grant", "list", "--format", "tsv"], ["evidence", "grant", "G-1", "--out", "bundle"],
      ["replay", "--step"],
    ] {
      let run = try office.run(["liggare"] + words)
      #expect(run.status == 1 && run.output.isEmpty, "\(words): \(run)")
      #expect(run.error.hasPrefix("INV-56"), "\(words): \(run)")
    }
    #expect(!FileManager.default.fileExists(atPath: office.folder + "/bundle"))
    #expect(try office.liggare("person", "list").status == 0)
    #expect(try office.liggare("secrecy", "list", "--lang", "sv").error.contains("notera vem"))
  }

  @Test func `who has no key that is enrolled is named by its fingerprint, or by the account`()
    throws
  {
    let office = try office()
    office.environment["LIGGARE_KEY"] = office.folder + "/other-key"
    #expect(try office.liggare("secrecy", "list").status == 0)
    office.environment["LIGGARE_KEY"] = nil
    #expect(try office.liggare("secrecy", "list").status == 0)
    office.environment["LIGGARE_KEY"] = office.folder + "/spare-key.pub"
    #expect(try office.liggare("secrecy", "list").status == 0)
    let lines = lines(office)
    #expect(lines.count == 3, "\(lines)")
    #expect(lines[0].contains(#""principal":"SHA256:"#) || lines[0].contains(#""principal":""#))
    #expect(!lines[0].contains(#""principal":"P-"#) && !lines[0].contains("uid"), "\(lines[0])")
    #expect(lines[1].contains(#""principal":"uid \#(getuid())""#), "\(lines[1])")
    #expect(lines[2].contains(#""principal":"P-2""#), "\(lines[2])")
  }

  @Test func `a line that was cut off is told, and the others are listed`() throws {
    let office = try office()
    #expect(try office.liggare("secrecy", "list").status == 0)
    let path = office.ledger + "/reads.log"
    try office.write(try Office.bytes(path) + Array("{\"time\":\"2026-0\n".utf8), to: path)
    #expect(try office.liggare("secrecy", "list").status == 0)
    let told = try office.liggare("reads", "--format", "tsv", "--no-header")
    #expect(told.output.split(separator: "\n").count == 2, "\(told)")
    #expect(told.error.contains("Lines that cannot be read: 1."), "\(told)")
  }
}
