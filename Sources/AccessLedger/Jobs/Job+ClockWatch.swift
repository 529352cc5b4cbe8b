import Diagnostics
import Projections

extension Job {
  /// Tells which clocks of incidents are out or run out within three days, and which measures are late.
  public static let clockWatch = Job(
    "clock-watch", .daily,
    Localized(
      en: "tell which clocks and measures of incidents are late or due within three days",
      sv:
        "ange vilka frister och åtgärder för incidenter som är försenade eller löper ut inom tre dagar"
    )
  ) { run, ledger, _, report throws(LedgerError) in
    try run.watch(
      [IncidentClockDuties.kind, IncidentMeasureDuties.kind], within: 3, on: ledger, &report)
  }
}
