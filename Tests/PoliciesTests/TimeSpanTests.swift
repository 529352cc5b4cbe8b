import Chronology
import Foundation
import Policies
import Testing

private func stockholm() throws -> TimeZoneRules {
  let bytes = FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Stockholm")
  return try TimeZoneRules(name: "Europe/Stockholm", bytes: Array(bytes ?? Data()))
}

private func at(_ text: String) -> Instant { Instant(text) ?? .earliest }

private func span(_ text: String) throws -> TimeSpan { try #require(TimeSpan(text)) }

@Suite struct `A span of time in rules` {
  @Test func `months are months of the calendar, in the ledger's zone`() throws {
    let zone = try stockholm()
    func end(_ length: String, _ from: String) throws -> String {
      try span(length).deadline(after: at(from), in: zone).description
    }
    // Midnight on 31 January, and the last of February.
    #expect(try end("P1M", "2026-01-30T23:00:00.000Z") == "2026-02-27T23:00:00.000Z")
    #expect(try end("P1M", "2028-01-30T23:00:00.000Z") == "2028-02-28T23:00:00.000Z")
    // The clocks go forward: a day is 23 hours, and 24 hours are 24 hours.
    #expect(try end("P1D", "2026-03-28T12:00:00.000Z") == "2026-03-29T11:00:00.000Z")
    #expect(try end("PT24H", "2026-03-28T12:00:00.000Z") == "2026-03-29T12:00:00.000Z")
    // From Maundy Thursday the next office day is Tuesday.
    #expect(try end("1 office day", "2026-04-02T12:00:00.000Z") == "2026-04-07T22:00:00.000Z")
  }

  @Test func `a period in whole days may have the same date as its last day`() throws {
    let zone = try stockholm()
    func end(_ length: String) throws -> String {
      try span(length).latestEnd(from: at("2027-02-28T23:00:00.000Z"), in: zone).description
    }
    #expect(try end("P12M") == "2028-03-01T23:00:00.000Z")
    #expect(try end("P365D") == "2028-02-29T23:00:00.000Z")
    #expect(try end("PT24H") == "2027-03-01T23:00:00.000Z")
    #expect(try end("P1DT1H") == "2027-03-02T00:00:00.000Z")
  }

  @Test func `the days of a span are never more than it says`() throws {
    #expect(try span("P24M").daysMax == 731)
    #expect(try span("P12M").daysMax == 366)
    #expect(try span("P6M").daysMax == 184)
    #expect(try span("P3M").daysMax == 92)
    #expect(try span("PT25H").daysMax == 2)
    let first = try #require(Day("2023-01-01"))
    for months in 1...60 {
      let most = try span("P\(months)M").daysMax
      for offset in stride(from: 0, to: 1_461, by: 7) {
        let day = first.advanced(byDays: offset)
        let end = try #require(day.adding(.months(UInt16(months))))
        #expect(Int64(end.number - day.number) <= most)
      }
    }
  }

  @Test func `what is within another is over no later, from whatever moment it is counted`() throws
  {
    let zone = try stockholm()
    var random = SeededRandom(seed: 3)
    var withinCount = 0
    for _ in 0..<6_000 {
      let (one, other) = (TimeSpan.random(&random), TimeSpan.random(&random))
      guard one.isWithin(other) else { continue }
      withinCount += 1
      for _ in 0..<6 {
        let start = at("2023-01-01T00:00:00.000Z").advanced(
          byMilliseconds: Int64(random.below(2_000)) * 86_400_000 + Int64(random.below(48))
            * 1_800_000
        )
        let about = "\(one) within \(other) from \(start)"
        #expect(
          one.deadline(after: start, in: zone) <= other.deadline(after: start, in: zone),
          "\(about)")
        #expect(
          one.latestEnd(from: start, in: zone) <= other.latestEnd(from: start, in: zone),
          "\(about)")
      }
    }
    #expect(withinCount > 1_000)
  }

  @Test func `months and days are compared only where it is certain`() throws {
    for (one, other) in [
      ("P3M", "P6M"), ("P12M", "P1Y"), ("P28D", "P1M"), ("P1M", "P31D"), ("P1W", "P7D"),
      ("PT20H", "P1D"), ("P1D", "PT50H"), ("P1D", "1 office day"),
      ("1 office day", "2 office days"),
      ("PT4H", "1 office day"), ("P1D", "P1D"), ("PT0H", "P1D"),
    ] where TimeSpan(one) != nil {
      #expect(try span(one).isWithin(span(other)), "\(one) within \(other)")
    }
    for (one, other) in [
      ("P6M", "P3M"), ("P30D", "P1M"), ("P1M", "P30D"), ("PT24H", "P1D"), ("P1D", "PT24H"),
      ("1 office day", "P3D"), ("P2D", "1 office day"),
    ] {
      #expect(try !span(one).isWithin(span(other)), "\(one) within \(other)")
    }
  }

  @Test func `of two bounds that cannot be compared both hold, and the first that is over counts`()
    throws
  {
    let both = TimeLimit([try span("P1M"), try span("P30D"), try span("P2M")])
    #expect(both.description == "P1M or P30D")
    let (february, july) = (at("2026-02-01T00:00:00.000Z"), at("2026-07-01T00:00:00.000Z"))
    #expect(both.deadline(after: february, in: .utc) == at("2026-03-01T00:00:00.000Z"))
    #expect(both.deadline(after: july, in: .utc) == at("2026-07-31T00:00:00.000Z"))
    #expect(TimeLimit.none.deadline(after: july, in: .utc) == nil)
    #expect(both.and(.none) == both && TimeLimit.none.and(both) == both)
  }

  @Test func `there is one way to write a span`() throws {
    for text in ["P12M", "PT24H", "P1Y2M3W4DT5H6M7S", "1 office day", "12 office days", "P100Y"] {
      #expect(try span(text).description == text)
    }
    for text in [
      "12M", "P12m", "P", "1 office days", "2 office day", "01 office days", "P101Y", "PT9000000H",
    ] {
      #expect(TimeSpan(text) == nil, "\(text)")
    }
  }
}
