import AccessLedger
import AccessModel
import Chronology
import Diagnostics
import Testing

@testable import CommandLineTool

struct RemovalTests {
  private let now = Instant("2026-03-02T12:00:00.000Z") ?? .earliest

  private func removal(_ number: Int, _ from: String) -> DueRemoval {
    DueRemoval(
      grant: GrantID(number: number), person: PersonID(number: 7),
      entitlement: EntitlementID(system: SystemID(number: 1), name: .init(number: 1)),
      account: nil, from: Instant(from) ?? .earliest)
  }

  @Test func `what is to be removed is told as commands to copy, by when it is due`() {
    let due = VerbSession.due(
      [
        removal(1, "2026-03-02T12:00:00.000Z"), removal(2, "2026-04-01T00:00:00.000Z"),
        removal(3, "2026-03-01T00:00:00.000Z"),
      ], at: now, in: .utc)
    let lines = due?.english.split(separator: "\n").map(String.init) ?? []
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("  liggare grant confirm G-1  # S-1/"))
    #expect(lines[1].hasSuffix(" P-7"))
    #expect(lines[2].hasPrefix("  liggare grant confirm G-3"))
    #expect(lines[3].contains("at the end of 2026-03-31"))
    #expect(lines[4].hasPrefix("  liggare grant confirm G-2"))
    #expect(due?.swedish.contains("vid utgången av 2026-03-31") == true)
  }

  @Test func `where nothing is to be removed nothing is told`() {
    #expect(VerbSession.due([], at: now, in: .utc) == nil)
  }
}
