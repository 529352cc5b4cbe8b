import AccessLedger
import Chronology
import Projections

extension VerbSession {
  /// The moment at which what is recorded now will have been recorded, or a little after.
  func recordingMoment(in ledger: Ledger) -> Instant {
    max(ambient.now(), ledger.register.lastRecorded ?? .earliest)
  }
}
