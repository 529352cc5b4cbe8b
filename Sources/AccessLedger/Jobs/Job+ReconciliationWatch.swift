import Diagnostics
import Projections

extension Job {
  /// Tells of systems that nobody has reconciled for longer than the rules let a source be old.
  public static let reconciliationWatch = Job(
    "reconciliation-watch", .weekly,
    Localized(
      en: "tell which systems have not been reconciled with the register for too long",
      sv: "ange vilka system som inte stämts av mot registret på för länge")
  ) { run, ledger, _, report throws(LedgerError) in
    try run.watch([ReconciliationDuties.kind], within: 0, on: ledger, &report)
  }
}
