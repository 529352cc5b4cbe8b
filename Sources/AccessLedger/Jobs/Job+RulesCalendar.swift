import Diagnostics
import Projections

extension Job {
  /// Tells which rules and classifications are to be looked at again within a year.
  public static let rulesCalendar = Job(
    "rules-calendar", .yearly,
    Localized(
      en: "tell which policies and classifications are to be looked at again within a year",
      sv: "ange vilka regler och klassningar som ska prövas på nytt inom ett år")
  ) { run, ledger, _, report throws(LedgerError) in
    try run.watch(
      [PolicyDuties.kind, ClassificationDuties.kind], within: 366, on: ledger, &report)
  }
}
