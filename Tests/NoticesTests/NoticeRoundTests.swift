import AccessModel
import Chronology
import Notices
import Projections
import Testing

/// Who is told of what, over a year that a seed makes up.
struct NoticeRoundTests {
  static let seeds: [UInt64] = Array(1...12)

  @Test(arguments: seeds)
  func `each night run twice tells what one run tells`(seed: UInt64) {
    let year = NoticeYear(seed: seed)
    var (once, twice) = (SentNotices(), SentNotices())
    let first = year.told(sent: &once)
    #expect(first.count > 40)
    #expect(year.told(runs: 2, sent: &twice) == first)
  }

  @Test(arguments: seeds)
  func
    `nobody is told of what is done, of what is another's, or on a day when the office is closed`(
      seed: UInt64
    )
  {
    let year = NoticeYear(seed: seed)
    var sent = SentNotices()
    for telling in year.told(sent: &sent) {
      #expect(OfficeCalendar().isOfficeDay(NoticeYear.zone.day(of: telling.at)))
      for subject in telling.duties {
        let matter = year.matters.first { $0.duty.subject == subject }
        #expect(matter?.duty.actors.contains(telling.person) == true)
        #expect(matter?.done.map { telling.at < $0 } ?? true, "\(telling)")
      }
    }
  }

  @Test(arguments: seeds)
  func `somebody is told at most once a day, and of a matter at most once for each step`(
    seed: UInt64
  ) {
    let year = NoticeYear(seed: seed)
    var sent = SentNotices()
    let told = year.told(sent: &sent)
    var days: Set<String> = []
    var times: [String: Int] = [:]
    for telling in told {
      #expect(days.insert("\(telling.at) \(telling.person)").inserted)
      for subject in telling.duties { times["\(telling.person) \(subject)", default: 0] += 1 }
    }
    #expect(times.values.allSatisfy { $0 <= 3 })
    #expect(times.values.contains { $0 > 1 })
  }

  @Test(arguments: seeds)
  func `after ten nights left out there is one letter for each, and each matter stands in it once`(
    seed: UInt64
  ) throws {
    let year = NoticeYear(seed: seed)
    var sent = SentNotices()
    let gap = 100..<110
    _ = year.told(nights: Array(NoticeYear.nights[..<gap.lowerBound]), sent: &sent)
    let before = sent
    let next = try #require(
      NoticeYear.nights[gap.upperBound...].first {
        OfficeCalendar().isOfficeDay(NoticeYear.zone.day(of: $0))
      })
    let told = year.told(nights: [next], sent: &sent)
    #expect(Set(told.map(\.person)).count == told.count)
    for telling in told { #expect(Set(telling.duties).count == telling.duties.count) }
    // Whoever was told of something in those nights, and whose matter is still open, is told now.
    var nightly = before
    let missed = year.told(nights: Array(NoticeYear.nights[gap]), sent: &nightly)
    let open = Set(year.duties(at: next).map(\.subject))
    for telling in missed {
      for subject in telling.duties where open.contains(subject) {
        #expect(
          told.contains { $0.person == telling.person && $0.duties.contains(subject) },
          "\(telling)")
      }
    }
  }

  @Test(arguments: seeds)
  func `what is remembered is read as it was written, and forgets what is done`(
    seed: UInt64
  ) throws {
    let year = NoticeYear(seed: seed)
    var sent = SentNotices()
    _ = year.told(sent: &sent)
    #expect(try #require(SentNotices(sent.text)) == sent)
    let last = try #require(NoticeYear.nights.last)
    let open = Set(year.duties(at: last).map(\.id))
    #expect(sent.told.keys.allSatisfy { open.contains($0.duty) || sent.told[$0] ?? last >= last })
  }

  @Test(arguments: [
    "", "liggare notices 1", "liggare notices 2\n", "liggare notices 1\nP-1\tremoval/G-1\n",
    "liggare notices 1\nP-1\tremoval/G-1\tyesterday\n", "liggare notices 1\n\n",
    "liggare notices 1\nP-1\t\t2027-01-04T01:15:00.000Z\n",
  ])
  func `a file of another form is no memory`(text: String) {
    #expect(SentNotices(text) == nil)
  }

  @Test func `who has nothing to do hears nothing`() throws {
    let moment = try #require(Instant("2027-01-04T01:15:00.000Z"))
    let round = NoticeRound([], told: SentNotices(), at: moment, by: NoticeYear.ladder)
    #expect(round.digests.isEmpty && round.orphaned.isEmpty)
  }
}
