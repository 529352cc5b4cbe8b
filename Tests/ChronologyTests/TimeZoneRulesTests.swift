import Chronology
import Testing

struct TimeZoneRulesTests {
  @Test(.enabled(if: Oracle.isAvailable))
  func `offsets, days and times are those of Python in every zone from 1900 to 2100`() throws {
    var shelf = Zones.Shelf()
    var failures: [[Substring]] = []
    let lines = Oracle.lines("offset")
    for line in lines {
      let zone = try shelf.zone(line[0])
      let instant = Instant(seconds: try #require(Int64(line[1])))
      let local = zone.local(of: instant)
      let isRight =
        String(zone.offset(at: instant)) == line[2] && local.day.description == line[3]
        && String(local.secondOfDay) == line[4] && zone.day(of: instant) == local.day
        && local.offsetSeconds == zone.offset(at: instant)
      if !isRight { failures.append(line) }
    }
    #expect(failures.isEmpty)
    #expect(lines.count > 15_000)
  }

  @Test(.enabled(if: Oracle.isAvailable))
  func `gaps, folds and plain times are those of Python around every change from 1900 to 2100`()
    throws
  {
    var shelf = Zones.Shelf()
    var failures: [[Substring]] = []
    var kinds: [Substring: Int] = [:]
    for line in Oracle.lines("local") {
      let zone = try shelf.zone(line[0])
      let day = try #require(Day(String(line[1])))
      let (first, second) = (try #require(Int64(line[4])), try #require(Int64(line[5])))
      let resolution = zone.instants(of: day, secondOfDay: try #require(Int(line[2])))
      kinds[line[3], default: 0] += 1
      let isRight: Bool
      switch resolution {
      case .one(let instant):
        isRight = line[3] == "one" && instant == Instant(seconds: first)
      case .two(let earlier, let later):
        isRight =
          line[3] == "two" && earlier == Instant(seconds: first)
          && later == Instant(seconds: second) && resolution.instant == earlier
      case .gap(let transition, let shifted):
        // Python reads a skipped time with the offset before the gap first, then with the one
        // after.
        let before = transition.advanced(byMilliseconds: -1)
        isRight =
          line[3] == "gap" && shifted == Instant(seconds: first) && resolution.instant == shifted
          && Int64(zone.offset(at: transition) - zone.offset(at: before)) == first - second
      }
      if !isRight { failures.append(line) }
    }
    #expect(failures.isEmpty)
    #expect(kinds.count == 3 && kinds.values.allSatisfy { $0 > 1_000 }, "\(kinds)")
  }

  @Test(.enabled(if: Oracle.isAvailable))
  func `days start when they do in Python, also where midnight is skipped`() throws {
    var shelf = Zones.Shelf()
    var failures: [[Substring]] = []
    let lines = Oracle.lines("start")
    for line in lines {
      let zone = try shelf.zone(line[0])
      let day = try #require(Day(String(line[1])))
      let start = Instant(seconds: try #require(Int64(line[2])))
      let isRight =
        zone.instant(of: day) == start && zone.end(of: day.advanced(byDays: -1)) == start
      if !isRight { failures.append(line) }
    }
    #expect(failures.isEmpty)
    #expect(lines.count > 5_000)
  }

  @Test(.enabled(if: Oracle.isAvailable))
  func `yearly rules of every form change the clocks when they do in the C library`() throws {
    var zones: [Substring: TimeZoneRules] = [:]
    for line in Oracle.lines("made") {
      let digits = Array(line[1])
      let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      }
      zones[line[0]] = try TimeZoneRules(name: String(line[0]), bytes: bytes)
    }
    #expect(zones.count == 12)
    var failures: [[Substring]] = []
    let lines = Oracle.lines("footer")
    for line in lines {
      let instant = Instant(seconds: try #require(Int64(line[1])))
      let offset = try #require(zones[line[0]]).offset(at: instant)
      if String(offset) != line[2] { failures.append(line) }
    }
    #expect(failures.isEmpty)
    // Two hundred moments of each, and the changes of 60 years in the ten that have them.
    #expect(lines.count > 4_500)
  }

  @Test func `every zone of the system can be read`() throws {
    var names = Oracle.lines("zone").map { String($0[0]) }
    names += ["Europe/Stockholm", "UTC"]
    for name in names {
      #expect(throws: Never.self, "\(name)") { try Zones.named(name) }
    }
  }

  @Test func `a day that a zone skipped is empty and starts with the next`() throws {
    let apia = try Zones.named("Pacific/Apia")
    let skipped = try #require(Day("2011-12-30"))
    let start = apia.instant(of: skipped)
    #expect(start.description == "2011-12-30T10:00:00.000Z")
    #expect(apia.end(of: skipped) == start)
    #expect(apia.interval(of: skipped) == nil)
    #expect(apia.day(of: start).description == "2011-12-31")
    #expect(apia.day(of: start.advanced(byMilliseconds: -1)).description == "2011-12-29")
    #expect(
      apia.instants(of: skipped, secondOfDay: 43_200)
        == .gap(transition: start, shifted: start.advanced(byMilliseconds: 43_200_000)))
  }

  @Test func `days are 23, 24 and 25 hours long in Stockholm`() throws {
    let zone = try Zones.named("Europe/Stockholm")
    #expect(zone.name == "Europe/Stockholm")
    for (text, hours) in [("2026-03-29", 23), ("2026-10-25", 25), ("2026-11-25", 24)] {
      let interval = try #require(Day(text).flatMap(zone.interval))
      #expect(interval.durationMilliseconds == Int64(hours) * 3_600_000)
    }
  }

  @Test func `UTC needs no file and the ends of the calendar hold in every zone`() throws {
    let utc = TimeZoneRules.utc
    #expect(utc.instant(of: .earliest) == .earliest)
    #expect(utc.end(of: .latest) == .latest)
    #expect(utc.local(of: .latest).secondOfDay == 86_399)
    #expect(
      utc.instants(of: .latest, secondOfDay: .max).instant.milliseconds == 253_402_300_799_000)
    #expect(utc.instants(of: .latest, secondOfDay: .min) == .one(utc.instant(of: .latest)))
    for name in ["Europe/Stockholm", "America/New_York", "Pacific/Apia", "Antarctica/Troll"] {
      let zone = try Zones.named(name)
      for instant in [Instant.earliest, .latest] {
        let local = zone.local(of: instant)
        #expect(local.day == (instant == .earliest ? .earliest : .latest))
        #expect((0...86_399).contains(local.secondOfDay))
      }
      #expect(zone.instant(of: .earliest) >= .earliest)
      #expect(zone.end(of: .latest) == .latest)
    }
  }
}
