import AccessLedger
import Chronology
import CommandLineTool
import Foundation
import Testing

/// A folder in which the tool is run in this process, on a clock and a random source that are the same in every run.
final class ToolWorkbench {
  let folder: String
  private let source = Source()

  private final class Source {
    var state: UInt64 = 11
    var now: Int64 = 1_800_000_000_000

    /// SplitMix64.
    func byte() -> UInt8 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return UInt8(truncatingIfNeeded: value ^ (value >> 31))
    }
  }

  struct Answer: Equatable {
    var status: CommandLineTool.ExitStatus
    var output: String
    var messages: String
  }

  var ledger: String { folder + "/ledger" }
  var key: String { folder + "/key" }

  init() throws {
    folder = NSTemporaryDirectory() + "liggare-tool-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch {
      Issue.record("The folder \(folder) is still there: \(error)")
    }
  }

  /// Sets the clock; it stands still until it is set again.
  func set(_ text: String) throws { source.now = try #require(Instant(text)).milliseconds }

  /// Runs words on the ledger with the custodian's key.
  func run(_ words: [String], console: (Console, ConsoleCapture)? = nil) -> Answer {
    let (console, capture) = console ?? Console.capturing()
    let ambient = Ambient(
      now: { [source] in Instant(milliseconds: source.now) },
      randomBytes: { [source] count in (0..<count).map { _ in source.byte() } })
    let status = Tool.run(
      words.map { Array($0.utf8) },
      environment: ["LIGGARE_LEDGER": ledger, "LIGGARE_KEY": key, "LANG": "C.UTF-8"],
      console: console, ambient: ambient)
    return Answer(status: status, output: capture.output, messages: capture.messages)
  }

  /// The words between spaces; a word with spaces stands between single quotation marks.
  func run(_ line: String) -> Answer {
    var words: [String] = []
    for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return run(words)
  }

  /// Runs lines that must all be done.
  func record(_ lines: String) {
    for line in lines.split(separator: "\n") {
      let answer = run(String(line))
      #expect(answer.status == .done, "\(line)\n\(answer.messages)")
    }
  }

  /// A delegation order in two versions, with decisions on it: one reported, one denied, and one by a small unit.
  private func delegate() throws {
    record(
      """
      role assign helpdesk nils.ek
      role assign registrar anna.berg
      role end D-11
      person register 'Vera Berg' --unit U-3 --user vera.berg --position hyreschef
      entitlement define S-2/sign --name 'Skriva under' --description 'Skriver under hyresavtal' --matter hyresavtal
      entitlement define S-2/lead --name Leda --description 'Leder hyressystemet' --privileged
      account describe --system S-2 --kind admin --owner liv.strand
      delegation grant --order Delegationsordning --body U-1 --position hyreschef --matter hyresavtal --level 1
      delegation grant --order Delegationsordning --version 2 --body U-1 --position hyreschef --matter hyresavtal --level 2
      """)
    let decided = "--endorsed-by eva.lind --case 'HN 2026/3'"
    record(
      """
      grant issue liv.strand S-2/sign --need 'Skriver under avtal' \(decided) --decided-by vera.berg --provisioned
      delegation report --body U-1 --meeting 2026-03-04 --from 2026-03-01 --until 2026-03-04 --minutes 'KS § 4'
      grant issue kim.ahl S-2/sign --need 'Skriver under avtal' \(decided) --decided-by vera.berg --provisioned
      grant issue liv.strand S-2/lead --need 'Leder systemets drift' --duty 'Leder driften' --no-interest \(decided) --decided-by siv.dahl --until 2026-05-31 --small-unit --reason 'Bara fem arbetar här' --provisioned-by siv.dahl --account C-3
      """)
  }

  /// A ledger with people in two units, two systems, roles, grants in several states, a host's accounts,
  /// trainings, markings, somebody who has left with a role, and a broken rule.
  func found() throws {
    try set("2026-03-02T08:00:00.000Z")
    record("key create \(key)")
    record(
      """
      init \(ledger) --origin ledger.example --name 'Exempelby kommun' --custodian 'Anna Berg' --user anna.berg
      unit register Socialkontoret --kind administration --parent U-1
      unit register Hyreskontoret --kind administration --parent U-1
      person register 'Eva Lind' --unit U-2 --user eva.lind
      person register 'Siv Dahl' --unit U-2 --user siv.dahl
      person register 'Nils Ek' --unit U-2 --user nils.ek
      person register 'Kim Ahl' --unit U-2 --user kim.ahl
      person register 'Bo Ek' --unit U-2 --user bo.ek
      person register 'Liv Strand' --unit U-3 --user liv.strand
      role assign manager eva.lind --unit U-2
      role assign manager eva.lind --unit U-3
      system register Ärenden --owner U-2 --operative-owner kim.ahl --steward siv.dahl --deputy nils.ek --classification 2/2/1 --status in-operation
      system register Hyror --owner U-3 --operative-owner kim.ahl --steward siv.dahl --deputy nils.ek --classification 1/1/1 --status in-operation
      entitlement define S-1/read --name Läsa --description 'Ser enhetens ärenden'
      entitlement define S-1/write --name Skriva --description 'Ändrar enhetens ärenden'
      entitlement define S-2/read --name Läsa --description 'Ser alla hyresavtal'
      """)
    try set("2026-03-03T08:00:00.000Z")
    let decided = "--endorsed-by eva.lind --decided-by siv.dahl --case 'SN 2026/12'"
    record(
      """
      grant issue bo.ek S-1/read --need 'Handlägger nya ärenden' \(decided) --provisioned-by kim.ahl
      grant issue bo.ek S-1/write --need 'Fattar beslut i ärenden' \(decided) --until 2026-12-31
      grant issue liv.strand S-2/read --need 'Svarar på hyresgästers frågor' \(decided) --provisioned
      request submit liv.strand S-1/read --need 'Ser ärenden om boende' --requested-by liv.strand
      """)
    try Data("root:x:0:0:root:/root:/bin/bash\nbo.ek:x:1000:1000::/home/bo.ek:/bin/bash\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/passwd"))
    try Data("root:x:0:\nusers:x:100:bo.ek\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/group"))
    try set("2026-03-04T08:00:00.000Z")
    record(
      """
      import accounts --system S-2 --passwd \(folder)/passwd --group \(folder)/group
      grant issue nils.ek S-1/write --need 'Rättar fel i ärenden' \(decided) --provisioned
      entitlement define S-1/audit --name Granska --description 'Ser loggen över läsningar'
      grant revoke G-1 --reason 'Uppgiften har flyttats'
      role assign security-coordinator anna.berg
      system risk S-1 --method Möte --reference 'SN 2026/13' --residual 1 --conducted 2026-03-04 --review-days-max 30
      separation adopt --requires --first S-1/write --second S-1/audit --severity warn --why 'Den som skriver granskar'
      account describe C-1 --system S-2 --kind shared --owner siv.dahl --member bo.ek --rotation-days 90
      person train bo.ek SEC-1 --completed 2026-03-02 --valid-until 2026-03-31
      person train liv.strand SEC-2 --completed 2026-03-04
      role assign registrar anna.berg
      secrecy mark S-1 --provision 'OSL 18:8'
      secrecy mark liv.strand --provision 'OSL 21:3'
      person register 'Per Ros' --unit U-3 --user per.ros
      role assign auditor per.ros
      person leave per.ros --yes
      entitlement define S-1/open --name Öppna --description 'Öppnar spärrade ärenden' --emergency
      role assign helpdesk anna.berg
      grant emergency bo.ek S-1/open --exercise --notified steward --reason 'Övning i mars'
      role assign archivist anna.berg
      disposal decide --body U-1 --records grants --keep P10Y --system S-1 --case 'KS 2026/41'
      disposal hold liv.strand --reason 'Ett skadeståndskrav' --case 'KS 2026/40'
      disposal hold S-1 --reason 'En revision' --case 'KS 2026/42'
      """)
    try delegate()
    try set("2026-03-05T08:00:00.000Z")
  }

  /// What accounts and systems tell, and the flags that follow: one told of, and one resolved.
  func flag() throws {
    try Data("account,last-used\nbo.ek,2026-03-04\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/usage.csv"))
    try Data("account,entitlement\nguest,read\nbo.ek,login\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/rights.csv"))
    record(
      """
      usage import S-2 \(folder)/usage.csv --period 2026-03-01/2026-03-04
      reconcile S-2 --snapshot \(folder)/rights.csv
      reconcile resolve RC-1 1 removed
      stale scan
      stale notify F-1 --to eva.lind
      stale resolve F-2 --false-positive --reason 'Verkställd på annat sätt'
      """)
  }

  /// Rules of the group, of a unit and of a system; gives the path of a document that nobody has adopted.
  func adoptRules() throws -> String {
    func path(_ name: String, _ validity: String) throws -> String {
      let path = "\(folder)/\(name).policy"
      try Data("liggare-policy: 1\npolicy: \(name)\n[level-1]\nvalidity: \(validity)\n".utf8)
        .write(to: URL(fileURLWithPath: path))
      return path
    }
    let days = "--from 2026-03-04 --review-by 2027-12-31"
    record(
      """
      role assign registrar anna.berg
      policy adopt \(try path("rules-1", "P12M")) --body U-1 \(days)
      policy adopt \(try path("rules-2", "P9M")) --level unit --unit U-3 --body U-1 \(days)
      policy adopt \(try path("rules-3", "P8M")) --level system --system S-2 --body U-3 \(days)
      """)
    return try path("rules-4", "P6M")
  }
}
