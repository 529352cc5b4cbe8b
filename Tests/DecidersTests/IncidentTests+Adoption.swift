import AccessModel
import Chronology
import Commands
import Events
import Policies
import Projections
import Testing

/// Rules for incidents of the organisation's own.
extension `Incidents` {
  @Test func `rules for incidents are adopted for the whole group, and replace those of before`()
    throws
  {
    var town = Scenario.town
    let text = IncidentRules.standardText
      .replacing("policy: incidents-2026.1", with: "policy: ours-1")
      .replacing("within: PT24H", with: "within: PT12H")
    let document = try #require(DocumentText(text))
    func adopt(_ level: PolicyLevel, unit: UnitID? = nil) -> AccessCommand {
      .policy(
        .adopt(
          AdoptPolicy(
            level: level, unit: unit, system: nil, body: Self.board, from: town.now,
            reviewBy: day("2028-01-01"), document: document)))
    }
    town.when(adopt(.unit, unit: UnitID(number: 2)), caseNumber: "KS 1").thenRejected("POL-22")
    town.given(adopt(.group), caseNumber: "KS 1")
    town.given(.incident(.report(report())))
    town.given(.incident(.triage(triage)))
    let row = try #require(town.register.incidents[Self.incident])
    #expect("\(try #require(row.standing(at: town.now)?.triage).rules)" == "ours-1")
    let warning = try #require(
      town.register.clocks(of: row, at: town.now, in: .utc).first {
        "\($0.stage.code)" == "warning"
      })
    #expect(warning.deadline?.due == day("2026-03-03"))
    // The rules for access are as they were.
    #expect(town.register.policiesInForce(at: town.now).isEmpty)
  }
}
