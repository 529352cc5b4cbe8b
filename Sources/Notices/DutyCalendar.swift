import AccessModel
import Chronology
import Diagnostics
public import Projections

/// Duties as a calendar: each on the last day on which it is in time.
public enum DutyCalendar {
  /// - Parameter origin: the name of the ledger.
  public static func file(
    of duties: [Duty], origin: String, _ phrasing: DutyPhrasing
  ) -> CalendarFile {
    CalendarFile(
      name: "\(origin)", modified: phrasing.register.lastRecorded ?? phrasing.moment,
      language: phrasing.language,
      events: duties.map { duty in
        CalendarFile.Event(
          uid: uid(of: duty, origin: origin), day: duty.lastDay(in: phrasing.zone),
          summary: phrasing.heading(of: duty),
          description: phrasing.lines(of: duty, tellsActors: true).joined(separator: "\n"),
          category: duty.kind.code)
      })
  }

  /// The same for the same duty, whatever its days: `removal/G-1@ledger.example`.
  static func uid(of duty: Duty, origin: String) -> String {
    "\(duty.id)@\(origin)".map { $0 == " " ? "-" : "\($0)" }.joined()
  }
}
