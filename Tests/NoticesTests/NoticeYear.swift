import AccessModel
import Chronology
import Diagnostics
import Notices
import Projections

/// A year in which duties come and are done, made up from a seed: what a register would say of it each night.
struct NoticeYear {
  /// A duty, and when it was done, if it was.
  struct Matter {
    var duty: Duty
    var done: Instant?
  }

  /// One letter: when, to whom and of what.
  struct Telling: Hashable {
    var at: Instant
    var person: PersonID
    var duties: [String]
  }

  let matters: [Matter]
  static let zone = TimeZoneRules.utc
  static var ladder: NoticeLadder {
    NoticeLadder(in: zone) {
      $0.tellings(officeDaysBefore: [10, 3, 0], in: zone, office: OfficeCalendar())
    }
  }
  private static let kind = DutyKind(
    "sample", Localized(en: "Do it", sv: "Gör det"),
    consequence: Localized(en: "It is not done.", sv: "Det blir inte gjort."))

  /// The nights of 2027.
  static let nights: [Instant] = (0..<365).compactMap { number in
    Day("2027-01-01").map {
      zone.instant(of: $0.advanced(byDays: number)).advanced(byMilliseconds: 4_500_000)
    }
  }

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let start = Self.nights[0]
    func moment(_ day: Int) -> Instant {
      start.advanced(
        byMilliseconds: Int64(day) * 86_400_000 + Int64.random(in: 0..<80_000_000, using: &random))
    }
    matters = (1...80).map { number in
      let begun = Int.random(in: -20..<340, using: &random)
      let length = Int.random(in: 0..<60, using: &random)
      var actors: [PersonID] = []
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        actors.append(PersonID(number: Int.random(in: 1...6, using: &random)))
      }
      var duty = Duty(
        Self.kind, "X-\(number)", actors: actors, due: moment(begun + length), since: moment(begun),
        command: "do \(number)")
      if Int.random(in: 0..<4, using: &random) == 0 {
        duty.tellings = [moment(begun), moment(begun + length / 2)].sorted()
      }
      let isDone = Int.random(in: 0..<4, using: &random) > 0
      return Matter(
        duty: duty,
        done: isDone ? moment(begun + Int.random(in: 1..<80, using: &random)) : nil)
    }
  }

  /// What is to be done at a moment, the earliest due first.
  func duties(at moment: Instant) -> [Duty] {
    matters.filter { $0.duty.since <= moment && ($0.done.map { moment < $0 } ?? true) }
      .map(\.duty).sorted { ($0.due, $0.subject) < ($1.due, $1.subject) }
  }

  /// Everybody who is told on the given nights, each run so many times.
  func told(
    nights: [Instant] = Self.nights, runs: Int = 1, sent: inout SentNotices
  ) -> [Telling] {
    var found: [Telling] = []
    for night in nights {
      for run in 0..<runs {
        let moment = night.advanced(byMilliseconds: Int64(run) * 600_000)
        // What is due is that of the night: the second run knows no more than the first.
        let duties = duties(at: night)
        sent.prune(keeping: duties, at: moment, in: Self.zone)
        let round = NoticeRound(duties, told: sent, at: moment, by: Self.ladder)
        for digest in round.digests {
          found.append(
            Telling(at: night, person: digest.recipient, duties: digest.duties.map(\.subject)))
          sent.note(digest.recipient, digest.duties, at: moment)
        }
      }
    }
    return found
  }
}
