import Foundation
import Testing

/// The page of a packet in a real browser, from a file, without a network and without a mouse.
@Suite struct BrowserTests {
  /// What the program that drives the browser tells.
  private struct Seen: Decodable {
    struct Accessibility: Decodable {
      var nameless: [String]
      var headings: [Int]
      var skipped: [[Int]]
      var mains: Int
      var radios: Int
      var rowHeaders: Int
    }

    var language: String
    var items: Int
    var draft: String
    var refusedEmpty: String
    var tooMany: String
    var kept: String
    var progress: String
    var problems: Int
    var ledTo: String
    var focus: String
    var text: String
    var fileName: String
    var saved: String
    var accessibility: Accessibility
    var contrast: [String]
    var contrastDark: [String]
    var overflow: [String]
    var violations: [String]
    var progressAfterReload: String
    var requested: [String]
    var errors: [String]
  }

  private static let answers = """
    [{"key": "1", "reason": "Behövs"}, {"key": "4", "reason": "Har \\"bytt\\" tjänst \\\\ <b>"},
     {"key": "2", "until": "12312026", "reason": "Projektet upphör"},
     {"key": "5", "reason": "Vet inte", "later": true}]
    """

  @Test(arguments: ["en", "sv"])
  func `it is answered with keys alone, and what it makes is taken back`(_ language: String) throws
  {
    let packets = try PacketOffice(language: language)
    let name = try packets.packet()
    let run = try packets.office.run([
      "python3", PacketOffice.fixture("browser.py"), "chromium", "packets/\(name).html",
      packets.folder, Self.answers,
    ])
    try #require(run.status == 0, "\(run.output)\(run.error)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(run.output.utf8))
    #expect(seen.language == language && seen.items == 7)
    // Half of them may be kept together, which is three; then the last three are.
    #expect(seen.tooMany.contains("3") && seen.tooMany.contains("6"), "\(seen.tooMany)")
    #expect(seen.kept.hasPrefix("3 "), "\(seen.kept)")
    #expect(seen.text.matches(of: /"outcome":"keep","bulk":1/).count == 3, "\(seen.text)")
    #expect(!seen.draft.isEmpty && !seen.refusedEmpty.isEmpty)
    #expect(seen.problems == 1 && seen.ledTo == "reason" && seen.focus == "result")
    #expect(seen.progress.hasPrefix("7 ") && seen.progressAfterReload == seen.progress)
    #expect(seen.fileName == "\(name).json" && seen.saved == seen.text && !seen.text.isEmpty)

    // Nothing but the page itself was asked for, and nothing was stopped by its policy. Pictures of the browser's own, such as that of a
    // calendar, are data.
    #expect(
      seen.requested.allSatisfy { $0.hasPrefix("file:") || $0.hasPrefix("data:") },
      "\(seen.requested)")
    #expect(seen.requested.count { $0.hasPrefix("file:") } == 1, "\(seen.requested)")
    #expect(seen.violations == [] && seen.errors == [])

    #expect(seen.accessibility.nameless == [])
    #expect(seen.accessibility.headings.count { $0 == 1 } == 1 && seen.accessibility.skipped == [])
    #expect(seen.accessibility.mains == 1)
    #expect(seen.accessibility.radios == 5 * seen.items)
    #expect(seen.accessibility.rowHeaders >= 10 * seen.items)
    #expect(seen.contrast == [] && seen.contrastDark == [])
    #expect(seen.overflow == [], "wider than 320 pixels")

    let taken = try packets.collect("\(name).json")
    #expect(taken.status == 0, "\(taken)")
    #expect(try packets.answers() == 7)
    let log = try packets.office.liggare("log", "--type", "review.item-decided").output
    #expect(
      log.contains("keep until a day, through 2026-12-31") && log.contains("cannot judge"), "\(log)"
    )
    try office(packets, hasReason: "Har \"bytt\" tjänst \\ <b>")
  }

  private func office(_ packets: PacketOffice, hasReason reason: String) throws {
    let found = try packets.office.identities()
    #expect(found.contains(reason), "\(found.suffix(600))")
  }
}
