public import AccessModel
import Commands
import Diagnostics
public import EventStore

/// Takes over what a Linux host really grants: the accounts found, and each right as a grant that nobody is known to have decided.
///
/// Run again it records only what is new; rights that have vanished are reported, not recorded, for who took them away and why is
/// not known. The rules say who may: the custodian, the steward, or an administrator of the system where no right is new to it.
public struct AccountImport {
  public var reading: LinuxHostReading
  /// The host as a system of the ledger.
  public var system: SystemID
  /// Whether to say what would be recorded, and record nothing.
  public var isDryRun: Bool

  /// The most steps in one batch; the ledger's own keeping has room beside them.
  static let stepsMax = 4_064

  public init(_ reading: LinuxHostReading, system: SystemID, isDryRun: Bool = false) {
    self.reading = reading
    self.system = system
    self.isDryRun = isDryRun
  }

  /// Records what is new, in as many batches as it takes.
  ///
  /// - Throws: `REF-01` for a system that is not registered, `ROL-01`, and what recording throws. Batches kept before stand; run again it
  ///   goes on.
  public func run(
    on ledger: Ledger, signedBy signer: some BatchSigner
  ) throws(LedgerError) -> AccountImportReport {
    var total: AccountImportReport?
    ledger.defersCheckpoint = true
    defer { ledger.defersCheckpoint = false }
    while true {
      let report = try plan(ledger)
      if total == nil { total = report }
      guard report.isAnythingNew else { break }
      let recording = Recording(channel: .importing, isDryRun: isDryRun) {
        ledger throws(LedgerError) in
        do throws(Diagnostic) {
          let plan = try AccountPlan(reading, system: system, in: ledger, isDryRun: isDryRun)
          return Array(plan.steps.prefix(AccountImport.stepsMax))
        } catch {
          throw .refused([error])
        }
      }
      do throws(LedgerError) {
        _ = try ledger.record(recording, signedBy: signer)
      } catch {
        // Another process may have recorded the very same meanwhile.
        guard try plan(ledger).isAnythingNew else { break }
        throw error
      }
      total?.batchCount += 1
      if isDryRun { break }
    }
    var report = total ?? AccountImportReport(isDryRun: isDryRun, findings: reading.findings)
    if !isDryRun, report.batchCount > 0 { report.warnings = ledger.endDeferring() }
    return report
  }

  /// What is to do; the plan itself is let go, for it keeps the register as it was.
  private func plan(_ ledger: Ledger) throws(LedgerError) -> AccountImportReport {
    try ledger.foldChecked()
    do throws(Diagnostic) {
      return try AccountPlan(reading, system: system, in: ledger, isDryRun: isDryRun).report
    } catch {
      throw .refused([error])
    }
  }
}
