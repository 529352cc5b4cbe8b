import Chronology
import Testing

struct InstantTests {
  @Test(.enabled(if: Oracle.isAvailable))
  func `texts are those of Python over the years 1 to 9999, and read back`() throws {
    var failures: [[Substring]] = []
    let lines = Oracle.lines("instant")
    for line in lines {
      let instant = Instant(milliseconds: try #require(Int64(line[0])))
      if instant.description != line[1] || Instant(String(line[1])) != instant {
        failures.append(line)
      }
    }
    #expect(failures.isEmpty)
    #expect(lines.count == 4_000)
  }

  @Test func `only the one written form is read`() {
    let good = "2026-11-23T20:57:43.120Z"
    #expect(Instant(good)?.description == good)
    var texts = ["", "2026-11-23", "2026-11-23T20:57:43Z", good + "Z", "2026-11-23T20:57:43.1200"]
    texts += ["2026-02-30T00:00:00.000Z", "2026-11-23T24:00:00.000Z", "2026-11-23T20:60:00.000Z"]
    texts += ["2026-11-23T20:57:60.000Z", "0000-01-01T00:00:00.000Z"]
    // A byte that is changed to something no field or mark can be is noticed wherever it is.
    for index in 0..<24 {
      var bytes = Array(good.utf8)
      bytes[index] = UInt8(ascii: "x")
      texts.append(String(decoding: bytes, as: UTF8.self))
      bytes[index] = UInt8(ascii: "/")
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    for text in texts { #expect(Instant(text) == nil, "\(text)") }
  }

  @Test func `a step out of the calendar ends at its rim, or nowhere when it must be exact`() {
    #expect(Instant(milliseconds: .max) == .latest)
    #expect(Instant(milliseconds: .min) == .earliest)
    #expect(Instant.latest.advanced(byMilliseconds: .max) == .latest)
    #expect(Instant.earliest.advanced(byMilliseconds: .min) == .earliest)
    #expect(Instant.earliest.advanced(byMilliseconds: .max) == .latest)
    #expect(Instant.latest.advanced(exactlyByMilliseconds: 1) == nil)
    #expect(Instant.latest.advanced(exactlyByMilliseconds: .max) == nil)
    #expect(Instant.earliest.advanced(exactlyByMilliseconds: .min) == nil)
    #expect(
      Instant.earliest.advanced(exactlyByMilliseconds: 1)?.milliseconds == -62_135_596_799_999)
    #expect(Instant(exactlyMilliseconds: .max) == nil)
    #expect(Instant(exactlyMilliseconds: 0)?.description == "1970-01-01T00:00:00.000Z")
    #expect(Instant.earliest.description == "0001-01-01T00:00:00.000Z")
    #expect(Instant.latest.description == "9999-12-31T23:59:59.999Z")
  }
}
