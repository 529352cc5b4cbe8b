import Diagnostics
import Projections

extension Job {
  /// Tells which bodies have delegated decisions to be reported to them.
  ///
  /// The lists themselves are written where somebody asks for them.
  public static let committeeLists = Job(
    "committee-lists", .monthly,
    Localized(
      en: "list for each body the delegated decisions to be reported to it",
      sv: "lista för varje organ de delegationsbeslut som ska anmälas till det")
  ) { run, ledger, _, report throws(LedgerError) in
    try run.watch([ReportDuties.kind], within: 366, on: ledger, &report)
  }
}
