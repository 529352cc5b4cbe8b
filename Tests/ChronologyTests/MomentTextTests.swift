import Chronology
import Testing

struct MomentTextTests {
  @Test func `what people type means a moment in Stockholm`() throws {
    let zone = try Zones.named("Europe/Stockholm")
    let table = [
      ("2026-11-25", "2026-11-24T23:00:00.000Z"),
      ("2026-07-01", "2026-06-30T22:00:00.000Z"),
      ("  2026-11-25 ", "2026-11-24T23:00:00.000Z"),
      ("2026-11-25T14:30", "2026-11-25T13:30:00.000Z"),
      ("2026-11-25 14:30", "2026-11-25T13:30:00.000Z"),
      ("2026-11-25t14:30", "2026-11-25T13:30:00.000Z"),
      ("2026-11-25T14:30:05", "2026-11-25T13:30:05.000Z"),
      ("2026-11-25T14:30:05.2", "2026-11-25T13:30:05.200Z"),
      ("2026-11-25T14:30:05,25", "2026-11-25T13:30:05.250Z"),
      ("2026-11-25 14:30:05.007", "2026-11-25T13:30:05.007Z"),
      ("2026-11-25T14:30Z", "2026-11-25T14:30:00.000Z"),
      ("2026-11-25T14:30:05.123z", "2026-11-25T14:30:05.123Z"),
      ("2026-11-25 14:30+01:00", "2026-11-25T13:30:00.000Z"),
      ("2026-11-25 14:30-03:30", "2026-11-25T18:00:00.000Z"),
      ("2026-11-25T00:00:00+05:45", "2026-11-24T18:15:00.000Z"),
      // 02:30 is skipped in March and comes twice in October.
      ("2026-03-29 02:30", "2026-03-29T01:30:00.000Z"),
      ("2026-10-25 02:30", "2026-10-25T00:30:00.000Z"),
      ("2026-10-25 02:30+01:00", "2026-10-25T01:30:00.000Z"),
      ("1875-01-01 12:00", "1875-01-01T10:47:48.000Z"),
    ]
    for (text, written) in table {
      let instant = try MomentText.parse(text, in: zone, dayMeans: .start)
      #expect(instant.description == written, "\(text)")
    }
  }

  @Test func `the end of a day is the start of the next, and only a day has one`() throws {
    let zone = try Zones.named("Europe/Stockholm")
    let end = try MomentText.parse("2026-10-25", in: zone, dayMeans: .end)
    #expect(end.description == "2026-10-25T23:00:00.000Z")
    let time = try MomentText.parse("2026-10-25 12:00", in: zone, dayMeans: .end)
    #expect(time.description == "2026-10-25T11:00:00.000Z")
    #expect(try MomentText.parse("9999-12-31", in: .utc, dayMeans: .end) == .latest)
  }

  @Test func `what is no moment is refused with the reason`() {
    let table: [(String, MomentRefusal)] = [
      ("", .empty), ("   ", .empty), (String(repeating: "2", count: 65), .tooLong),
      ("today", .unexpected(column: 1)), ("25/11/2026", .unexpected(column: 3)),
      ("2026-11", .unexpected(column: 8)), ("2026-11-2", .unexpected(column: 10)),
      ("2026-11-25_14:30", .unexpected(column: 11)), ("2026-11-25Z", .unexpected(column: 11)),
      ("2026-11-25T", .unexpected(column: 12)), ("2026-11-25  14:30", .unexpected(column: 12)),
      ("2026-11-25 14", .unexpected(column: 14)), ("2026-11-25 14.30", .unexpected(column: 14)),
      ("2026-11-25 14:30:", .unexpected(column: 18)),
      ("2026-11-25 14:30.5", .unexpected(column: 17)),
      ("2026-11-25 14:30:05.", .unexpected(column: 21)),
      ("2026-11-25 14:30 CET", .unexpected(column: 17)),
      ("2026-11-25 14:30+1:00", .unexpected(column: 19)),
      ("2026-11-25 14:30+0100", .unexpected(column: 20)),
      ("2026-11-25 14:30ZZ", .unexpected(column: 18)),
      ("2026-02-30", .noSuchDay("2026-02-30")), ("0000-01-01", .noSuchDay("0000-01-01")),
      ("2026-02-30 14:30", .noSuchDay("2026-02-30")),
      ("2026-11-25 24:00", .noSuchTime("24:00")), ("2026-11-25 12:60", .noSuchTime("12:60")),
      ("2026-11-25 23:59:60", .noSuchTime("23:59:60")),
      ("2026-11-25 12:00+24:00", .noSuchOffset("+24:00")),
      ("2026-11-25 12:00-01:60", .noSuchOffset("-01:60")),
      ("2026-11-25 12:00:00.1234", .tooManyDecimals),
      ("0001-01-01 00:00+00:01", .outsideCalendar), ("9999-12-31 23:59-00:01", .outsideCalendar),
    ]
    for (text, refusal) in table {
      #expect(throws: refusal, "\(text)") {
        try MomentText.parse(text, in: .utc, dayMeans: .start)
      }
      #expect(refusal.english.hasSuffix(".") && refusal.swedish.hasSuffix("."))
      #expect(refusal.english != refusal.swedish)
    }
  }

  @Test func `a moment that is written with its offset is read back whole`() throws {
    var numbers = SeededNumbers(state: 11)
    for name in ["Europe/Stockholm", "America/New_York", "Asia/Kolkata", "Africa/Casablanca"] {
      let zone = try Zones.named(name)
      for _ in 0..<200 {
        let instant = Instant(
          milliseconds: .random(in: -4_000_000_000_000...4_000_000_000_000, using: &numbers))
        let text = instant.text(in: zone, precision: .millisecond, showingOffset: true)
        #expect(try MomentText.parse(text, in: .utc, dayMeans: .start) == instant)
      }
    }
  }

  @Test func `any bytes at all are a moment or a reason`() {
    var numbers = SeededNumbers(state: 13)
    let alphabet = Array("0123456789-:T .,Z+å\0".unicodeScalars)
    var moments = 0
    for round in 0..<3_000 {
      var scalars = Array("2026-11-25T14:30:05.120+01:00".unicodeScalars)
      for _ in 0...(round % 3) {
        scalars[.random(in: 0..<scalars.count, using: &numbers)] =
          alphabet[.random(in: 0..<alphabet.count, using: &numbers)]
      }
      scalars.removeLast(.random(in: 0...scalars.count, using: &numbers))
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      do {
        _ = try MomentText.parse(String(text), in: .utc, dayMeans: .end)
        moments += 1
      } catch {
        if error.english.isEmpty { Issue.record("\(error)") }
      }
    }
    #expect(moments > 100)
  }
}
