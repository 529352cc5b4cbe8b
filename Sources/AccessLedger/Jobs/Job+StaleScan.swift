import AccessModel
import Diagnostics
import EventStore

extension Job {
  /// Looks for stale access.
  public static let staleScan = Job(
    "stale-scan", .daily,
    Localized(en: "look for stale access", sv: "leta efter inaktuell åtkomst")
  ) { run, ledger, signer, report throws(LedgerError) in
    try run.scan(on: ledger, signedBy: signer, &report)
  }
}

extension JobRun {
  fileprivate func scan(
    on ledger: Ledger, signedBy signer: some BatchSigner, _ report: inout JobReport
  ) throws(LedgerError) {
    let found = try StaleRun(asOf: moment, isDryRun: isDryRun, channel: .job)
      .run(on: ledger, signedBy: signer)
    let total = found.total
    report.events = found.events
    report.eventCount =
      isDryRun ? found.events.count : total.raised + total.reopened + total.resolved
    report.batchCount = found.batchCount
    report.heldBackCount = found.heldBackCount
    report.warnings = found.warnings
    if isDryRun { try ledger.foldChecked() }
  }
}
