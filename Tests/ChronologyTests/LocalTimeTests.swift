import Chronology
import Testing

struct LocalTimeTests {
  @Test func `a moment is written for people of the zone, and what is finer is cut off`() throws {
    let zone = try Zones.named("Europe/Stockholm")
    let instant = try #require(Instant("2026-11-25T13:30:59.999Z"))
    #expect(instant.text(in: zone) == "2026-11-25 14:30")
    #expect(instant.text(in: zone, precision: .second) == "2026-11-25 14:30:59")
    #expect(instant.text(in: zone, precision: .millisecond) == "2026-11-25 14:30:59.999")
    #expect(instant.text(in: zone, showingOffset: true) == "2026-11-25 14:30+01:00")
    #expect(instant.text(in: .utc, showingOffset: true) == "2026-11-25 13:30Z")
    let old = try #require(Instant("0001-01-01T00:00:00.001Z"))
    #expect(old.text(in: .utc, precision: .millisecond) == "0001-01-01 00:00:00.001")
  }

  @Test func `an offset is written with its sign, its minutes and, where it has them, its seconds`()
    throws
  {
    let table = [
      ("Europe/Stockholm", "2026-07-01T00:00:00.000Z", "+02:00"),
      ("Europe/Stockholm", "1870-01-01T00:00:00.000Z", "+01:12:12"),
      ("America/New_York", "2026-11-25T00:00:00.000Z", "-05:00"),
      ("America/St_Johns", "2026-11-25T00:00:00.000Z", "-03:30"),
      ("Asia/Kolkata", "2026-11-25T00:00:00.000Z", "+05:30"),
      ("UTC", "2026-11-25T00:00:00.000Z", "Z"),
    ]
    for (name, text, offset) in table {
      let instant = try #require(Instant(text))
      #expect(try Zones.named(name).offsetText(at: instant) == offset, "\(name)")
    }
  }
}
