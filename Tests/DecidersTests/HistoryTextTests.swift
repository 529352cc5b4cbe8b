import AccessModel
import Commands
import Deciders
import Diagnostics
import EventSourcing
import Testing

@Suite struct `Texts taken over from another register` {
  private static func codes(_ text: String) -> [String] {
    let town = Scenario.town
    let context = DecisionContext(
      now: town.now, principal: custodian,
      command: CommandStamp(id: UniqueID(high: 1, low: 1), channel: .migration),
      drawEventID: { UniqueID(high: 2, low: 1) },
      commit: { text, field, event, _ in
        Commitment(to: text, in: field, of: event, salt: [UInt8](repeating: 1, count: 32))
      })
    let report = HistoryCommand.IncidentReport(
      incident: .init(number: 1), system: system, severity: 2, reporter: employee, text: text)
    do throws(Rejection) {
      _ = try HistoryDecider.decide(
        .reportIncident(report), given: town.register, in: context)
      return []
    } catch {
      return error.violations.map(\.code)
    }
  }

  @Test func `a free text is at most 8,000 bytes, counted as bytes`() {
    #expect(Self.codes(String(repeating: "a", count: 8_000)) == [])
    #expect(Self.codes(String(repeating: "a", count: 8_001)) == ["IMP-57"])
    #expect(Self.codes(String(repeating: "å", count: 4_000)) == [])
    #expect(Self.codes(String(repeating: "å", count: 4_001)) == ["IMP-57"])
  }
}
