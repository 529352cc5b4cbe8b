public import AccessModel
public import Chronology
import Commands
import Deciders
import Diagnostics
public import EventStore
import IdentityRegister
import Interchange
import Policies
import Projections
import Transparency

/// Records when the accounts of a system were last used, from a file that the system gave.
///
/// Accounts go into the log by their identifiers alone; those whose name no account of the system has are reported and not recorded.
/// An account that the file does not name is unknown, unless the file is said to be complete: then it was not used.
public struct UsageImport {
  public var path: String
  public var system: SystemID
  /// The period that the file covers.
  public var from: Instant
  public var until: Instant
  /// Whether every account of the system that the file does not name went unused.
  public var isComplete: Bool
  public var isDryRun: Bool

  public init(
    path: String, system: SystemID, from: Instant, until: Instant, isComplete: Bool = false,
    isDryRun: Bool = false
  ) {
    self.path = path
    self.system = system
    self.from = from
    self.until = until
    self.isComplete = isComplete
    self.isDryRun = isDryRun
  }

  /// Records the file, all of it or nothing; a file that is recorded already changes nothing.
  ///
  /// - Throws: `FIL-01`, `FIL-02`, what the file's form is refused for, `REF-01`, `USE-01`, `ROL-01`, and what recording throws.
  public func run(
    on ledger: Ledger, signedBy signer: some BatchSigner
  ) throws(LedgerError) -> UsageReport {
    let bytes: [UInt8]
    let file: UsageFile
    do throws(Diagnostic) {
      bytes = try WholeFile.read(path, bytesMax: UsageFile.bytesMax)
    } catch { throw .unavailable(error) }
    do throws(Diagnostic) {
      file = try UsageFile(bytes, in: try ledger.zoneRules())
    } catch { throw .refused([error]) }
    let source = SHA256.digest(of: bytes)
    try ledger.foldChecked()
    guard let row = ledger.register.systems[system] else {
      throw .refused([ReferenceCodes.unknown.diagnostic(.init(SystemSubject.word, "\(system)"))])
    }
    // Before the host began to write uses down nothing is known.
    let begin = max(from, file.begins ?? from)
    var report = UsageReport(from: begin, until: until, isDryRun: isDryRun)
    if row.feeds.contains(where: { $0.source == source }) {
      report.isKnown = true
      return report
    }
    let accounts = try SystemAccounts(of: system, in: ledger)
    var uses: [AccountID: AccountUse] = [:]
    for said in file.accounts {
      guard let account = accounts[said.name] else {
        report.unknown.append(said.name)
        continue
      }
      let last = said.isInUse ? until : said.last
      uses[account] = AccountUse(
        account: account, last: last.map { min($0, until) }, first: said.first, count: said.count)
    }
    report.accountCount = uses.count
    if isComplete {
      for account in accounts.all where uses[account] == nil {
        uses[account] = AccountUse(account: account)
        report.unnamedCount += 1
      }
    }
    let command = ImportUsage(
      system: system, from: begin, until: until, source: source, uses: Array(uses.values))
    let recording = Recording(channel: .importing, isDryRun: isDryRun) { _ in
      [.init(.observation(.importUsage(command)))]
    }
    let receipt = try ledger.record(recording, signedBy: signer)
    report.warnings = receipt.warnings
    if isDryRun { report.events = receipt.events }
    return report
  }
}

extension Ledger {
  /// The ledger's zone, with what keeps it from being read as a diagnostic alone.
  func zoneRules() throws(Diagnostic) -> TimeZoneRules {
    try ZoneDatabase.rules(register.timeZone?.text ?? "UTC")
  }
}
