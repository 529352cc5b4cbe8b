import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import Events
import Projections
import Testing

@Suite struct `What a need must say` {
  private func codes(_ need: String, others: Int = 0) -> [String] {
    var town = Scenario.town
    return town.when(submit(need: need), by: employee, othersWithNeed: others).codes
  }

  @Test func `it has words of its own, and says more than a name`() {
    let cases: [(String, [String])] = [
      ("", ["REQ-04"]), ("Cases", ["REQ-04"]), ("................", ["NED-01"]),
      ("case case case case", ["NED-01"]), ("ababababab abababab", ["NED-01"]),
      ("1234567890 123", ["NED-01"]), ("Reads cases.", []),
      ("I need access to the case system", ["NED-02"]),
      ("Behöver åtkomst till S-1/read", ["NED-02"]),
      ("Needs the right to read in the case system", ["NED-02"]),
      ("Handles new cases from March", []), ("Handlägger nya ärenden från mars", []),
    ]
    for (need, expected) in cases { #expect(codes(need) == expected, "\(need)") }
  }

  @Test func `what is refused shows an example in both languages`() {
    for need in ["case case case case", "I need access to the case system"] {
      var town = Scenario.town
      guard case .rejected(let rejection) = town.when(submit(need: need), by: employee) else {
        Issue.record("\(need)")
        continue
      }
      for language in [Language.english, .swedish] {
        #expect(rejection.violations[0].remedy.text(in: language).contains("--need \""))
      }
    }
  }

  @Test func `it is not copied from person to person, unless it is a list`() {
    #expect(codes("Handles new cases from March", others: 20) == [])
    #expect(codes("Handles new cases from March", others: 21) == ["NED-03"])
    var town = Scenario.town
    town.when(
      .request(
        .submit(
          SubmitRequest(
            request: .init(number: 1), kind: .bulk, person: employee, entitlement: read,
            from: town.now, requester: employee, purpose: .publicTask,
            need: "Substitutes for the summer's leave"))), by: employee, othersWithNeed: 50
    ).thenRecorded()
    var amended = Scenario.endorsed()
    amended.when(amend(), by: employee, othersWithNeed: 21).thenRejected("NED-03")
    amended.when(amend(need: "case case case"), by: employee).thenRejected("NED-01")
  }

  @Test func `where the stakes are high it names the duty`() {
    func ask(_ right: EntitlementID) -> AccessCommand {
      .request(
        .submit(
          SubmitRequest(
            request: .init(number: 1), person: employee, entitlement: right,
            from: day("2026-03-02", hour: 12), until: day("2026-05-01"), requester: employee,
            purpose: .publicTask, need: "Handles new cases from March")))
    }
    var town = Scenario.town
    town.when(ask(admin), by: employee).thenRejected("NED-04")
    town.when(ask(read), by: employee).thenRecorded()
    town = .town
    town.given(classified("3/2/1"), by: steward)
    town.when(ask(read), by: employee).thenRejected("NED-04")
  }

  @Test func `it has a lawful purpose`() {
    var town = Scenario.town
    town.when(
      .request(
        .submit(
          SubmitRequest(
            request: .init(number: 1), person: employee, entitlement: read, from: town.now,
            requester: employee, purpose: .unstated, need: "Handles new cases from March"))),
      by: employee
    ).thenRejected("NED-05")
  }

  @Test func `in a care system it rests on an analysis that is in force`() {
    var town = Scenario.town
    town.tell(
      .system(.changed(SystemChanged(system: system, sector: .care))), effective: day("2026-01-01"))
    func analysis(_ number: Int, _ kind: RiskAnalysisKind, _ conducted: Instant, _ id: SystemID) {
      town.tell(
        .system(
          .riskAnalysed(
            RiskAnalysed(
              analysis: .init(number: number), system: id, kind: kind, conducted: conducted,
              method: Label("Method") ?? Label(blank: ()),
              reference: Label("Annex") ?? Label(blank: ()), residual: 1))))
    }
    analysis(1, .needsAndRisk, day("2026-02-01"), system)
    analysis(2, .general, day("2026-02-01"), system)
    analysis(3, .needsAndRisk, day("2024-01-01"), system)
    analysis(4, .needsAndRisk, day("2026-02-01"), otherSystem)
    analysis(5, .needsAndRisk, day("2026-03-03"), system)
    func ask(_ named: Int?) -> AccessCommand {
      .request(
        .submit(
          SubmitRequest(
            request: .init(number: 1), person: employee, entitlement: read, from: town.now,
            requester: employee, purpose: .publicTask, duty: "Assistant nurse",
            need: "Reads the records of those in the ward",
            analysis: named.map { .init(number: $0) })))
    }
    for (named, expected) in [
      (nil, ["NED-06"]), (1, []), (2, ["NED-06"]), (3, ["NED-06"]), (4, ["NED-06"]),
      (5, ["NED-06"]), (9, ["NED-06"]),
    ] as [(Int?, [String])] {
      var copy = town
      #expect(copy.when(ask(named), by: employee).codes == expected, "\(named ?? 0)")
    }
  }
}
