import AccessModel
import Chronology
import Events
import Testing

@testable import Projections

@Suite struct `What is known of the use of an account` {
  private static func moment(_ day: Int) -> Instant {
    Instant(milliseconds: Int64(day) * 86_400_000)
  }

  private static func row(_ from: Int, _ until: Int, last: Int? = nil) -> AccountUseRow {
    AccountUseRow(
      last: last.map(moment), count: nil, from: moment(from), until: moment(until),
      fact: Fact(position: 0, recorded: moment(0), effective: moment(0), isMigrated: false))
  }

  private static func usage(_ rows: [AccountUseRow], at day: Int = 1_000) -> [Int?]? {
    var account = AccountRow(
      id: .init(number: 1), system: .init(number: 1), kind: .personal,
      found: Fact(position: 0, recorded: moment(0), effective: moment(0), isMigrated: false))
    account.uses = rows
    func number(_ moment: Instant) -> Int { Int(moment.milliseconds / 86_400_000) }
    return account.usage(at: moment(day)).map {
      [$0.last.map(number), number($0.quietSince), number($0.knownUntil)]
    }
  }

  @Test func `nothing where no feed tells of it`() { #expect(Self.usage([]) == nil) }

  @Test func `quiet through a period that tells of no use`() {
    #expect(Self.usage([Self.row(10, 20)]) == [nil, 10, 20])
  }

  @Test func `quiet since the last use, also one before the period`() {
    #expect(Self.usage([Self.row(10, 20, last: 15)]) == [15, 15, 20])
    #expect(Self.usage([Self.row(10, 20, last: 3)]) == [3, 3, 20])
  }

  @Test func `feeds that meet or overlap count together, and a gap is unknown`() {
    #expect(Self.usage([Self.row(10, 20, last: 12), Self.row(20, 30)]) == [12, 12, 30])
    #expect(Self.usage([Self.row(10, 25), Self.row(20, 30)]) == [nil, 10, 30])
    #expect(Self.usage([Self.row(10, 20, last: 12), Self.row(21, 30)]) == [12, 21, 30])
    #expect(Self.usage([Self.row(20, 30), Self.row(10, 20, last: 12)]) == [12, 12, 30])
  }

  @Test func `of two feeds that differ the later use counts`() {
    #expect(
      Self.usage([Self.row(10, 30, last: 12), Self.row(10, 30, last: 18)]) == [18, 18, 30])
    #expect(Self.usage([Self.row(10, 30), Self.row(10, 30, last: 18)]) == [18, 18, 30])
  }

  @Test func `no later than the moment that is asked about`() {
    #expect(Self.usage([Self.row(10, 20)], at: 15) == [nil, 10, 15])
    #expect(Self.usage([Self.row(10, 20)], at: 5) == nil)
  }

  @Test func `what several feeds say is what each day says`() {
    var random = SeededRandom(seed: 90)
    for _ in 0..<400 {
      let rows = (0..<1 + random.below(4)).map { _ in
        let from = random.below(20)
        let until = from + 1 + random.below(12)
        let isUsed = random.once(in: 2)
        return Self.row(from, until, last: isUsed ? random.below(until) : nil)
      }
      // Day by day: a day is quiet when a feed covers it and no feed has a use in it or after it.
      let last = rows.compactMap(\.last).map { Int($0.milliseconds / 86_400_000) }.max()
      let end = rows.map { Int($0.until.milliseconds / 86_400_000) }.max() ?? 0
      var quiet = end
      while quiet > 0, quiet > last ?? -1,
        rows.contains(where: { row in
          let begin = Int((row.last ?? row.from).milliseconds / 86_400_000)
          return begin < quiet && quiet <= Int(row.until.milliseconds / 86_400_000)
        })
      {
        quiet -= 1
      }
      #expect(Self.usage(rows) == [last, quiet, end], "\(rows)")
    }
  }
}
