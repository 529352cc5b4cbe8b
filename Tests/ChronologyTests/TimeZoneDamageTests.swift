import Chronology
import Testing

/// A small version 2 file: one change, and then summer time each year.
private func file(
  footer: String = "CET-1CEST,M3.5.0,M10.5.0/3", counts: [UInt8] = [0, 0, 0, 1, 2, 8]
) -> [UInt8] {
  func header(_ counts: [UInt8]) -> [UInt8] {
    Array("TZif2".utf8) + Array(repeating: 0, count: 15) + counts.flatMap { [0, 0, 0, $0] }
  }
  var bytes = header([0, 0, 0, 0, 1, 4]) + [0, 0, 0, 0, 0, 0] + Array("LMT\0".utf8)
  bytes += header(counts)
  bytes += [0xFF, 0xFF, 0xFF, 0xFF, 0x5B, 0x2F, 0x4E, 0xF0, 1]
  bytes += [0, 0, 0x10, 0xEC, 0, 0] + [0, 0, 0x0E, 0x10, 0, 4] + Array("LMT\0CET\0".utf8)
  return bytes + [10] + Array(footer.utf8) + [10]
}

/// Asks a zone what a session would ask; must come back whatever the zone is.
private func question(_ zone: TimeZoneRules, using numbers: inout SeededNumbers) {
  let instant = Instant(
    milliseconds: .random(in: -9_000_000_000_000...9_000_000_000_000, using: &numbers))
  for moment in [instant, .earliest, .latest] {
    let local = zone.local(of: moment)
    _ = zone.instants(of: local.day, secondOfDay: local.secondOfDay)
    _ = zone.interval(of: local.day)
    _ = moment.adding(.months(1), in: zone)
  }
}

struct TimeZoneDamageTests {
  @Test func `each kind of damage is told apart and located`() throws {
    func changed(_ index: Int, to byte: UInt8) -> [UInt8] {
      var bytes = file()
      bytes[index] = byte
      return bytes
    }
    // The second header is at 54, its counts at 74, times at 98, indexes at 106, types at 107,
    // names at 119.
    let table: [([UInt8], TimeZoneDamage)] = [
      ([], .init(.truncated, at: 0)),
      (Array("PNG!".utf8), .init(.notTZif, at: 0)),
      (changed(3, to: 0), .init(.notTZif, at: 3)),
      (changed(4, to: UInt8(ascii: "9")), .init(.unknownVersion, at: 4)),
      (changed(20, to: 0xFF), .init(.truncated, at: file().count)),
      (changed(54, to: 0), .init(.notTZif, at: 54)),
      (changed(106, to: 2), .init(.unknownLocalTimeType, at: 106)),
      (changed(107, to: 0x7F), .init(.offsetOutOfRange, at: 107)),
      (changed(107, to: 0x80), .init(.offsetOutOfRange, at: 107)),
      (changed(111, to: 2), .init(.badIndicator, at: 111)),
      (changed(118, to: 8), .init(.badDesignation, at: 118)),
      (changed(126, to: 65), .init(.badDesignation, at: 118)),
      (changed(127, to: 65), .init(.badFooter, at: 127)),
      (file(counts: [0, 0, 0, 1, 0, 8]), .init(.badCount, at: 74)),
      (file(counts: [1, 0, 0, 1, 2, 8]), .init(.badCount, at: 74)),
      (file(counts: [0, 1, 0, 1, 2, 8]), .init(.badCount, at: 74)),
      (file(counts: [0, 0, 1, 1, 2, 8]), .init(.countsLeapSeconds, at: 82)),
      (file() + [0], .init(.trailingBytes, at: file().count)),
      (Array(repeating: 0, count: 65_537), .init(.tooLarge, at: 65_536)),
    ]
    for (bytes, damage) in table {
      #expect(throws: damage) { try TimeZoneRules(name: "Test/Zone", bytes: bytes) }
    }
    #expect(throws: Never.self) { try TimeZoneRules(name: "Test/Zone", bytes: file()) }
  }

  @Test func `changes out of order are refused`() {
    var bytes = file(counts: [0, 0, 0, 2, 2, 8])
    // A second transition at the same moment as the first, and its index.
    bytes.insert(contentsOf: bytes[98..<106], at: 106)
    bytes.insert(0, at: 114)
    #expect(throws: TimeZoneDamage(.transitionsNotAscending, at: 106)) {
      try TimeZoneRules(name: "Test/Zone", bytes: bytes)
    }
  }

  @Test func `a footer that is no TZ string is refused where it stops being one`() {
    let table = [
      ("C-1", 1), ("CET", 3), ("CET-25", 4), ("CET-1:60", 6), ("CET-1CEST", 9), ("CET-1CEST,", 10),
      ("CET-1CEST,M3.5.0", 16), ("CET-1CEST,M13.5.0,M10.5.0", 11), ("CET-1CEST,M3.6.0,M10.5.0", 13),
      ("CET-1CEST,M3.5.7,M10.5.0", 15), ("CET-1CEST,J0,J365", 11), ("CET-1CEST,J366,J1", 11),
      ("CET-1CEST,366,1", 10), ("CET-1CEST,M3.5.0/168,M10.5.0", 17), ("<+1", 3), ("<+01-1", 6),
      ("CET-1CEST,M3.5.0,M10.5.0/3x", 26), ("CET-1CEST,M3.5.0,M10.5.0/3:", 27), (":Europe", 0),
      ("CET-99999999999999999999", 4),
    ]
    for (text, index) in table {
      #expect(throws: TimeZoneDamage(.badFooter, at: 128 + index), "\(text)") {
        try TimeZoneRules(name: "Test/Zone", bytes: file(footer: text))
      }
    }
  }

  @Test func `the largest offsets that a footer can give are read`() throws {
    let east = try TimeZoneRules(name: "Test/East", bytes: file(footer: "AAA-24:59:59BBB,J1,J2/0"))
    let newYear = try #require(Instant("2026-01-01T02:00:00.000Z"))
    #expect(east.offset(at: newYear) == 89_999)
    #expect(east.offset(at: newYear.advanced(byMilliseconds: -86_400_000)) == 93_599)
    let west = try TimeZoneRules(name: "Test/West", bytes: file(footer: "AAA24:59:59"))
    #expect(west.offset(at: newYear) == -89_999)
    #expect(west.local(of: newYear).text(.second) == "2025-12-31 01:00:01")
  }

  @Test func `daylight time all the year has no change`() throws {
    let footer = "XXX3EDT4,0/0,J365/23"
    let zone = try TimeZoneRules(name: "Test/Zone", bytes: file(footer: footer))
    for year in 2025...2030 {
      let newYear = try #require(Instant("\(year)-01-01T03:00:00.000Z"))
      for step in [-1, 0, 1, -7_200_000, 7_200_000, 15_000_000_000] as [Int64] {
        #expect(zone.offset(at: newYear.advanced(byMilliseconds: step)) == -14_400)
      }
    }
  }

  @Test func `a version 1 file has its 32-bit times and no rule after them`() throws {
    var bytes = Array("TZif".utf8) + Array(repeating: 0, count: 16)
    bytes += [0, 0, 0, 1, 2, 4].flatMap { [0, 0, 0, $0] as [UInt8] }
    bytes += [0x80, 0, 0, 0, 1] + [0, 0, 0x10, 0xEC, 0, 0] + [0, 0, 0x0E, 0x10, 0, 0]
    bytes += Array("LMT\0".utf8)
    let zone = try TimeZoneRules(name: "Test/Old", bytes: bytes)
    #expect(zone.offset(at: Instant(seconds: -2_147_483_649)) == 4_332)
    #expect(zone.offset(at: Instant(seconds: -2_147_483_648)) == 3_600)
    #expect(zone.offset(at: .latest) == 3_600)
  }

  @Test func `a zone file cut at any length is refused`() {
    for name in ["Europe/Stockholm", "Pacific/Apia", "Africa/Casablanca", "UTC"] {
      let bytes = Zones.bytes(name)
      #expect(bytes.count > 100)
      var accepted: [Int] = []
      for count in 0..<bytes.count {
        do {
          _ = try TimeZoneRules(name: name, bytes: Array(bytes[..<count]))
          accepted.append(count)
        } catch {
          if error.problem != .truncated { accepted.append(count) }
        }
      }
      #expect(accepted.isEmpty, "\(name)")
    }
  }

  @Test func `a zone file with any bytes changed is refused or answers every question`() {
    var numbers = SeededNumbers(state: 20_261_125)
    var (refused, answered) = (0, 0)
    for name in ["Europe/Stockholm", "Antarctica/Troll", "Pacific/Apia", "Asia/Kolkata"] {
      let original = Zones.bytes(name)
      for round in 0..<600 {
        var bytes = original
        for _ in 0...(round % 4) {
          let index = Int.random(in: 0..<bytes.count, using: &numbers)
          bytes[index] = UInt8.random(in: 0...255, using: &numbers)
        }
        do {
          let zone = try TimeZoneRules(name: name, bytes: bytes)
          question(zone, using: &numbers)
          answered += 1
        } catch {
          refused += 1
          if error.byteOffset < 0 || error.byteOffset > bytes.count {
            Issue.record("\(error)")
          }
        }
      }
    }
    #expect(refused > 100)
    #expect(answered > 100)
  }

  @Test func `a transition at the end of all numbers traps nothing`() throws {
    var numbers = SeededNumbers(state: 3)
    for first in [0x7F, 0x80] as [UInt8] {
      for rest in [0x00, 0xFF] as [UInt8] {
        for footer in ["", "AAA24BBB-24,0/-167,365/167", "AAA-24BBB,365/167,0/-167"] {
          var bytes = file(footer: footer)
          bytes[98] = first
          for index in 99..<106 { bytes[index] = rest }
          let zone = try TimeZoneRules(name: "Test/Zone", bytes: bytes)
          for _ in 0..<20 { question(zone, using: &numbers) }
        }
      }
    }
  }

  @Test func `every kind of damage has an explanation in both languages that names the place`() {
    var texts: Set<String> = []
    for problem in TimeZoneDamage.Problem.allCases {
      let damage = TimeZoneDamage(problem, at: 42)
      #expect(damage.english.hasSuffix(", at byte 42."))
      #expect(damage.swedish.hasSuffix(", vid byte 42."))
      texts.formUnion([damage.english, damage.swedish])
    }
    #expect(texts.count == 2 * TimeZoneDamage.Problem.allCases.count)
  }
}
