import AccessModel
import Chronology
import Diagnostics
import Foundation
import Notices
import Projections
import Testing

/// Duties as a calendar, read back by a reader of its own; `CalendarTests` has another program judge it.
struct DutyCalendarTests {
  private func lines(_ seed: UInt64, _ language: Language) throws -> [String] {
    let moment = try #require(Instant("2027-03-01T12:00:00.000Z"))
    let phrasing = DutyPhrasing(
      Register(), at: moment, in: .utc, language, names: { "Åsa, \\ Öberg; \($0)" })
    let bytes = DutyCalendar.file(
      of: NoticeYear(seed: seed).matters.map(\.duty), origin: "ledger.example/år", phrasing
    ).bytes
    let text = try #require(String(validating: bytes, as: UTF8.self))
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(!text.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
    return text.split(separator: "\r\n").map(String.init)
  }

  @Test(arguments: [UInt64](1...4), Language.allCases)
  func `no line is longer than 75 octets, and none breaks a character`(
    seed: UInt64, language: Language
  ) throws {
    let lines = try lines(seed, language)
    #expect(lines.count > 500)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains { $0.utf8.count == 75 })
    #expect(lines.contains { $0.hasPrefix(" ") })
  }

  @Test func `each duty is one event, known by the same name each time`() throws {
    let uids = try lines(3, .english).filter { $0.hasPrefix("UID:") }
    #expect(uids.count == 80 && Set(uids).count == 80)
    #expect(try lines(3, .swedish).filter { $0.hasPrefix("UID:") } == uids)
  }
}
