import AccessLedger
import AccessModel
import Chronology
import Diagnostics
import Projections

/// How old the sources are that a review will rest on, told before it starts.
enum ReviewSources {
  static func tell(
    of review: ReviewID, in ledger: Ledger, _ session: VerbSession, _ zone: TimeZoneRules
  ) throws {
    guard let campaign = ledger.register.campaigns[review], campaign.start == nil else { return }
    let moment =
      try session.moment("effective", in: zone, dayMeans: .start) ?? session.ambient.now()
    let population = ledger.register.reviewPopulation(of: campaign.plan, at: moment)
    for source in ledger.register.reviewSources(of: population, at: moment) {
      let read = source.read.text(in: zone)
      session.tell(
        Localized(
          en: "The accounts of \(source.system) were last read \(read).",
          sv: "Kontona i \(source.system) lästes senast in \(read)."))
    }
  }
}
