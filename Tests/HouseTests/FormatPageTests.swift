import AccessModel
import CanonicalJSON
import Chronology
import Testing

@testable import EventStore

/// `ledger/FORMAT.md` tells the truth.
struct FormatPageTests {
  @Test func `every shell block of the format page succeeds on a fresh ledger`() throws {
    try Shell().follow("ledger/FORMAT.md")
  }

  @Test func `the signature check of the format page refuses what was not signed`() throws {
    let shell = try Shell()
    try shell.follow("ledger/FORMAT.md")
    let check =
      "ssh-keygen -Y verify -f allowed_signers -I custodian -n liggare-event@ledger.example -s message.sig"
    let good = try shell.run("grep -q 'Social services' message; \(check) < message")
    #expect(good.status == 0 && good.output.hasPrefix("Good"), "\(good.output)")
    for change in ["s/Social services/Social Services/", "$ s/$/ /", "1 s/^/ /"] {
      let bad = try shell.run("sed '\(change)' message > altered; \(check) < altered")
      #expect(bad.status != 0, "\(change)\n\(bad.output)")
    }
    // Another log's signatures are not this one's.
    let foreign = check.replacing("ledger.example", with: "other.example")
    #expect(try shell.run("\(foreign) < message").status != 0)
  }

  @Test func `the limits on the format page are those of the code`() throws {
    let shell = try Shell()
    try FileEventLog.create(
      at: "\(shell.folder)/ledger", origin: "ledger.example", created: Instant(milliseconds: 0))
    let log = try FileEventLog.open(at: "\(shell.folder)/ledger", for: .reading)
    let limits: [String: Int] = [
      "a line, in bytes, without its LF": RecordLine.byteCountMax,
      "events in a batch": RecordLine.batchCountMax,
      "events in a segment": Int(log.format.segmentSize),
      "characters of a signature in base64": RecordLine.signatureTextMax,
      "bytes of a one-line file (`FORMAT`, `head`, a manifest)": ChecksummedLine.byteCountMax,
      "bytes of `reserve`": reserveByteCount,
      "bytes of an identifier, a code or a case number": InlineASCII.bytesMax,
      "bytes of a label": Label.bytesMax,
      "levels of objects and arrays in an event": Self.deepest { Self.nested($0) },
      "the largest integer, and with a minus sign the smallest": Self.largestInteger,
    ]
    let page = try MarkdownPage("ledger/FORMAT.md")
    let begin = try #require(page.lines.firstIndex(of: "## Limits"))
    var section = page
    section.lines = Array(page.lines[(begin + 1)...].prefix { !$0.hasPrefix("## ") })
    var told: [String: Int] = [:]
    for row in section.tableRows.dropFirst() where row.count == 2 {
      told[row[0]] = Int(row[1].filter { $0 != "," })
    }
    #expect(told == limits)
  }

  @Test func `every file that a ledger is made of is named on the format page`() throws {
    let shell = try Shell()
    let blocks = try MarkdownPage("ledger/FORMAT.md").shellBlocks
    #expect(try shell.run(try #require(blocks.first).text).status == 0)
    let page = try House.text("ledger/FORMAT.md")
    let listing = try shell.run("cd ledger; find . -type f -o -type d -empty | sort").output
    let names = listing.split(separator: "\n").map {
      $0.dropFirst(2).replacing(/^checkpoints\/[0-9]{20}$/, with: "checkpoints/<size>")
        .replacing(/^public\/tile\/0\/000(\.p\/[0-9]+)?$/, with: "public/tile/<level>/<place>")
        .replacing("000000000000", with: "<first>")
    }
    #expect(names.count >= 7)
    for name in names {
      #expect(page.contains("| `\(name)` ") || page.contains("| `\(name)/` "), "\(name)")
    }
  }

  @Test func `every table and column of the identity register is named on the format page`() throws
  {
    let shell = try Shell()
    let blocks = try MarkdownPage("ledger/FORMAT.md").shellBlocks
    #expect(try shell.run(try #require(blocks.first).text).status == 0)
    let listing = try shell.run(
      """
      sqlite3 -readonly ledger/identities.sqlite "
        SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'"
      """)
    let pairs = listing.output.split(separator: "\n").map { $0.split(separator: "|") }
    #expect(listing.status == 0 && pairs.count > 20, "\(listing.output)")
    let rows = try MarkdownPage("ledger/FORMAT.md").tableRows
    for pair in pairs where pair.count == 2 {
      let row = rows.first { $0.count == 2 && $0[0] == "`\(pair[0])`" }
      #expect(row?[1].contains("`\(pair[1])`") == true, "\(pair)")
    }
  }

  private static func nested(_ levels: Int) -> Bool {
    let text = Array(
      (String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
    return text.withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      do { try reader.skipValue() } catch { return false }
      return true
    }
  }

  private static func deepest(_ isRead: (Int) -> Bool) -> Int {
    (1...).prefix(while: isRead).last ?? 0
  }

  /// The largest integer of the form 2^n − 1 that is read and whose successor is not.
  private static var largestInteger: Int {
    func isRead(_ value: Int) -> Bool {
      Array("\(value)".utf8).withUnsafeBytes { bytes in
        var reader = JSONReader(bytes)
        do { return try reader.integer() == Int64(value) } catch { return false }
      }
    }
    return (1..<62).map { (1 << $0) - 1 }.last { isRead($0) && isRead(-$0) && !isRead($0 + 1) } ?? 0
  }
}
