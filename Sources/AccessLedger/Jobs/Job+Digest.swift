import Chronology
import Diagnostics
import Projections

extension Job {
  /// Sums up what is late, by kind.
  public static let digest = Job(
    "digest", .weekly,
    Localized(
      en: "sum up what is to be done and what is late",
      sv: "summera vad som ska göras och vad som är försenat")
  ) { run, ledger, _, report throws(LedgerError) in
    let late = try run.duties(of: DutyCatalogue.kinds, within: 0, on: ledger)
    for kind in DutyCatalogue.kinds {
      let found = late.filter { $0.kind == kind }
      guard let first = found.first else { continue }
      report.waiting.append(
        JobCodes.lateDuties.diagnostic(
          .init(en: "what", sv: "vad", localized: kind.word),
          .init(en: "how many", sv: "antal", "\(found.count)"),
          .init(en: "the first late from", sv: "den första försenad från", at: first.due)))
    }
  }
}
