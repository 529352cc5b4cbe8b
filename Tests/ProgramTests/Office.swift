import Foundation
import Glibc
import Testing

/// A folder of its own with a ledger, a key and the programs that were built beside the tests.
///
/// The ledger is that of a small municipality: Anna keeps it; Eva is manager, Siv decides for the system S-1, Bo has access to
/// it (G-1), and there are requests and grants in every state that a verb can start from.
final class Office {
  /// Where the built programs are: beside the test program itself, unless the environment names others.
  static let programs =
    ProcessInfo.processInfo.environment["LIGGARE_PROGRAMS"]
    ?? URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path

  let folder: String
  /// What every program run here is told by its environment.
  var environment: [String: String]

  var ledger: String { folder + "/ledger" }
  var segment: String { ledger + "/segments/000000000000.ndjson" }

  /// Opens an office with a ledger as `template` left it.
  init() throws {
    (folder, environment) = try Self.room()
    for (name, file) in try Self.template.get() {
      let path = "\(folder)/\(name)"
      if let bytes = file {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
      } else {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      }
    }
  }

  /// Opens an office with nothing in it.
  static func vacant() throws -> Office { try Office(empty: ()) }

  private init(empty: Void) throws {
    (folder, environment) = try Self.room()
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch {
      Issue.record("The folder \(folder) is still there: \(error)")
    }
  }

  private static func room() throws -> (String, [String: String]) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("program-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return (
      folder,
      [
        "PATH": "\(programs):\(path)", "HOME": folder, "LC_ALL": "C.UTF-8",
        "LIGGARE_KEY": "\(folder)/key", "LIGGARE_LEDGER": "\(folder)/ledger",
      ]
    )
  }

  // MARK: The ledger that every office begins with

  /// When the last command of the template was given.
  static let opened = "2026-01-12T08:00:00.000Z"

  /// The files of the template by their paths; a folder has no bytes. Parents come before their children.
  private static let template = Result {
    let office = try Office(empty: ())
    let result = try office.script(
      """
      n=0
      liggare() { n=$((n + 1)); liggare-rehearsal \(opened) "template-$n" "$@"; }
      liggare key create key; liggare key create other-key; liggare key create revoked-key
      liggare key create spare-key
      liggare init ledger --origin ledger.example --name "Example municipality" \
        --custodian "Anna Berg" --user anna.berg
      liggare unit register "Social services" --kind administration --parent U-1
      liggare person register "Eva Lind" --unit U-2 --user eva.lind
      liggare person register "Siv Dahl" --unit U-2 --user siv.dahl
      liggare person register "Nils Ek" --unit U-2 --user nils.ek
      liggare person register "Kim Ahl" --unit U-2 --user kim.ahl
      liggare person register "Bo Ek" --unit U-2 --user bo.ek
      liggare person register "Ulf Alm" --unit U-2 --user ulf.alm
      liggare role assign manager eva.lind --unit U-2
      liggare system register "Case system" --owner U-2 --operative-owner kim.ahl \
        --steward siv.dahl --deputy nils.ek --classification 2/2/1 --status in-operation
      for name in read write close move print; do
        liggare entitlement define S-1/$name --name "Right to $name" --description "May $name cases"
      done
      liggare key enroll eva.lind spare-key.pub
      liggare key enroll bo.ek revoked-key.pub
      liggare key revoke revoked-key.pub --reason "Lost with a laptop"
      decided='--endorsed-by eva.lind --decided-by siv.dahl'
      need='Handles new cases in the unit'
      liggare grant issue bo.ek S-1/read --need "$need" $decided --case "SN 2026/12" --provisioned
      liggare request submit bo.ek S-1/write --need "$need"
      liggare request submit bo.ek S-1/close --need "$need"
      liggare request endorse R-3 --by eva.lind --case "SN 2026/13"
      liggare grant issue bo.ek S-1/move --need "$need" $decided --case "SN 2026/14"
      liggare grant issue ulf.alm S-1/read --need "$need" $decided --case "SN 2026/15" --provisioned
      liggare grant revoke G-3 --reason "The duty has moved to another unit"
      liggare grant issue kim.ahl S-1/read --need "$need" $decided --case "SN 2026/16" \
        --until 2026-12-31 --provisioned
      liggare grant issue nils.ek S-1/read --need "$need" $decided --case "SN 2026/17" --provisioned
      liggare grant suspend G-5 --cause risk --reason "The account is looked into"
      liggare entitlement define S-1/open --name "Open" --description "May open any case" --emergency
      liggare role assign helpdesk anna.berg
      liggare grant emergency bo.ek S-1/open --notified steward --reason "Nobody on duty"
      liggare role assign security-coordinator anna.berg
      liggare role assign registrar anna.berg
      liggare separation adopt --conflict --first S-1/write --second S-1/print \
        --severity exception --why "Nobody prints what they have written themselves"
      liggare account describe --system S-1 --kind personal --owner bo.ek
      liggare delegation grant --order "Delegation order" --body U-1 --position head-of-care \
        --matter access-care
      """)
    guard result.status == 0 else {
      throw NSError(domain: result.output + result.error, code: Int(result.status))
    }
    return try office.files()
  }

  /// Every file and folder below this one, in order.
  private func files() throws -> [(String, [UInt8]?)] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { name in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return (name, isThere && isFolder.boolValue ? nil : try Self.bytes("\(folder)/\(name)"))
    }
  }

  // MARK: Running programs

  /// Starts a program on the path, with words that need not be text.
  func start(_ words: [[UInt8]]) throws -> SystemProcess {
    try SystemProcess(words, environment: environment, folder: folder)
  }

  @discardableResult
  func run(_ words: [String]) throws -> SystemProcess.Ending {
    try start(words.map { Array($0.utf8) }).wait()
  }

  /// Runs the administrator's program.
  @discardableResult
  func liggare(_ words: String...) throws -> SystemProcess.Ending {
    try run(["liggare"] + words)
  }

  /// Runs the program as if it were `instant`.
  @discardableResult
  func liggare(at instant: String, seed: String, _ words: String...) throws -> SystemProcess.Ending
  {
    try run(["liggare-rehearsal", instant, seed] + words)
  }

  /// Runs a script; the first command that fails ends it.
  @discardableResult
  func script(_ text: String) throws -> SystemProcess.Ending {
    try run(["sh", "-eu", "-c", text])
  }

  // MARK: What there is

  /// What `liggare verify` says of the ledger.
  struct Verification: Equatable {
    var status: Int32
    var events: Int
  }

  func verify(ledger: String? = nil) throws -> Verification {
    let run = try liggare(
      "verify", "--format", "tsv", "--no-header", "--ledger", ledger ?? self.ledger)
    let fields = run.output.split(separator: "\t")
    return Verification(status: run.status, events: fields.count > 1 ? Int(fields[1]) ?? -1 : -1)
  }

  /// The bytes of every file of the ledger, except the operations log and the log of reads.
  func contents() throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: ledger)
    where name != "operations.log" && name != "reads.log" {
      found[name] = FileManager.default.contents(atPath: "\(ledger)/\(name)") ?? Data()
    }
    return found
  }

  /// The rows of the identity register, whatever its pages look like.
  func identities(ledger: String? = nil) throws -> String {
    try script(
      """
      sqlite3 -readonly '\(ledger ?? self.ledger)/identities.sqlite' 'SELECT * FROM identity;
        SELECT hex(commitment), event, field, hex(salt), text FROM text; SELECT * FROM lookup'
      """
    ).output
  }

  /// The lines of the operations log.
  func operations() -> [Substring] {
    let bytes = FileManager.default.contents(atPath: ledger + "/operations.log") ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// The lines of the log, each with its LF.
  func lines() throws -> [[UInt8]] {
    try Self.bytes(segment).split(separator: 0x0A).map { Array($0) + [0x0A] }
  }
}
