import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Testing
import Transparency

@Suite struct `Adopting rules` {
  @Test func `the whole document is recorded, with its digest and where it holds`() {
    var town = Scenario.townWithCommittee
    let text = document("rules-1", "# ours", "[level-2]", "validity: P6M")
    town.when(adopt(text)).thenEvents(
      .policy(
        .adopted(
          PolicyAdopted(
            policy: PolicyID("rules-1") ?? PolicyID(number: 1), level: .group, body: top,
            from: day("2026-03-02"), reviewBy: day("2028-01-01"), document: text,
            digest: SHA256.digest(of: Array(text.text.utf8))))))
    #expect(town.rules(at: town.now).documents.map { "\($0)" } == ["rules-1"])
    #expect(town.rules(at: day("2026-03-01")).documents == [])
  }

  @Test func `a document that cannot be read is refused with every fault`() {
    var town = Scenario.townWithCommittee
    town.when(adopt(document("rules-1", "[level-9]", "[level-2]", "validity: long")))
      .thenRejected("POL-04", "POL-06")
    town.when(adopt(document("rules-1", "[recording]", "case-number: request.aproved")))
      .thenRejected("POL-06")
  }

  @Test func `a place that does not exist, or not for the level, is refused`() {
    var town = Scenario.townWithCommittee
    let text = document("rules-1")
    town.when(adopt(text, by: UnitID(number: 99))).thenRejected("REF-01")
    town.when(adopt(text, .unit, unit: UnitID(number: 99))).thenRejected("REF-01")
    town.when(adopt(text, .system, system: SystemID(number: 99))).thenRejected("REF-01")
    town.when(adopt(text, .entity, unit: administration)).thenRejected("POL-12")
    town.when(adopt(text, .group, unit: administration)).thenRejected("POL-12")
    town.when(adopt(text, .system, unit: committee)).thenRejected("POL-12")
  }

  @Test func `a body that does not own the place cannot adopt rules for it`() {
    let text = document("rules-1")
    let owned: [(AccessCommand, String)] = [
      (adopt(text), ""), (adopt(text, by: administration), "POL-11"),
      (adopt(text, by: committee), "POL-11"),
      (adopt(text, .entity, unit: committee, by: committee), ""),
      (adopt(text, .entity, unit: committee, by: top), ""),
      (adopt(text, .entity, unit: committee, by: administration), "POL-11"),
      (adopt(text, .unit, unit: UnitID(number: 3), by: administration), ""),
      (adopt(text, .unit, unit: administration, by: UnitID(number: 3)), "POL-11"),
      (adopt(text, .system, system: system, by: administration), ""),
      (adopt(text, .system, system: system, by: committee), "POL-11"),
    ]
    for (command, expected) in owned {
      var town = Scenario.townWithCommittee
      #expect(town.when(command).codes == (expected.isEmpty ? [] : [expected]))
    }
    // A board right below the top speaks for the whole group.
    var town = Scenario.townWithCommittee
    let board = UnitID(number: 6)
    town.given(
      .unit(.register(RegisterUnit(unit: board, name: "Board", kind: .board, parent: top))))
    town.when(adopt(text, by: board)).thenRecorded()
  }

  @Test func `rules do not reach back, and are looked at again after they begin`() {
    var town = Scenario.townWithCommittee
    let text = document("rules-1", "[recording]", "backdating: P2D")
    town.when(adopt(text, from: town.now.advanced(byMilliseconds: -7 * 86_400_000 - 1)))
      .thenRejected("POL-13")
    town.when(adopt(text, from: day("2026-04-01"), reviewBy: day("2026-04-01")))
      .thenRejected("POL-13")
    town.when(adopt(text, from: day("2026-02-24"))).thenRecorded()
    // The rules in force say how far back the next may begin.
    town.when(adopt(document("rules-2"), from: day("2026-02-27"))).thenRejected("POL-13")
    town.when(adopt(document("rules-2"), from: day("2026-03-01"))).thenRecorded()
  }

  @Test func `a name and version are used once`() {
    var town = Scenario.townWithCommittee
    town.given(adopt(document("rules-1")))
    town.when(adopt(document("rules-1", "# another"))).thenRejected("POL-14")
  }

  @Test func `a lower level may tighten and never loosen, and each key is named`() {
    var town = Scenario.townWithCommittee
    town.given(adopt(document("g-1", "[level-2]", "validity: P6M", "[request]", "lapse: P10D")))
    let loose = document(
      "u-1", "[level-2]", "validity: P12M", "review: P1M", "[request]", "lapse: P1M")
    let outcome = town.when(adopt(loose, .unit, unit: administration, by: administration))
    outcome.thenRejected("POL-10")
    if case .rejected(let rejection) = outcome {
      #expect(
        rejection.violations.first?.facts.dropFirst().map {
          "\($0.name.english): \($0.value.english)"
        } == [
          "level-2.validity: P12M; the bound is P6M (g-1)",
          "request.lapse: P1M; the bound is P10D (g-1)",
        ])
    }
    town.when(
      adopt(
        document("u-1", "[level-2]", "validity: P3M"), .unit, unit: administration,
        by: administration)
    ).thenRecorded()
    // Further down the unit's bound counts, and for another unit it does not.
    let six = document("u-2", "[level-2]", "validity: P6M")
    town.when(adopt(six, .unit, unit: UnitID(number: 3), by: administration))
      .thenRejected("POL-10")
    town.when(adopt(six, .system, system: system, by: administration)).thenRejected("POL-10")
    town.when(adopt(six, .unit, unit: UnitID(number: 4), by: top)).thenRecorded()
    // The group may loosen its own.
    town.when(adopt(document("g-2", "[level-2]", "validity: P12M"))).thenRecorded()
  }

  @Test func `the bound is the one that holds when the document begins`() {
    var town = Scenario.townWithCommittee
    town.given(adopt(document("g-1", "[level-2]", "validity: P6M")))
    town.given(adopt(document("g-2", "[level-2]", "validity: P12M"), from: day("2026-06-01")))
    let year = document("c-1", "[level-2]", "validity: P12M")
    town.when(adopt(year, .entity, unit: committee, by: committee, from: day("2026-05-31")))
      .thenRejected("POL-10")
    town.when(adopt(year, .entity, unit: committee, by: committee, from: day("2026-06-01")))
      .thenRecorded()
  }

  @Test func `each pack is adopted, and each tighter one below the municipality's`() throws {
    let municipality = try pack("municipality")
    let id = try #require(PolicyID("municipality-2026.1"))
    for name in ["municipality", "region", "iso27001"] {
      var town = Scenario.townWithCommittee
      town.when(adopt(try pack(name)), caseNumber: "KS 2026/12").thenRecorded()
      town = .townWithCommittee
      town.given(adopt(municipality))
      #expect(town.register.policies[id]?.document != nil)
      guard name != "municipality" else { continue }
      town.when(adopt(try pack(name), .entity, unit: committee, by: committee), caseNumber: "N 1")
        .thenRecorded()
      // The other way round it would loosen.
      town = .townWithCommittee
      town.given(adopt(try pack(name)), caseNumber: "KS 2026/12")
      town.when(adopt(municipality, .entity, unit: committee, by: committee), caseNumber: "N 1")
        .thenRejected("POL-10")
    }
  }

  @Test func `the municipality's pack means what holds where nothing is adopted`() throws {
    let document = try PolicyDocument(
      reading: try pack("municipality"), events: Register.policyEvents)
    #expect(document.entries.count == PolicyKey.all.count)
    let rules = EffectivePolicy([PolicyLayer(level: .group, document: document)])
    #expect(PolicyDifference.between(.standard, rules.policy).map(\.key.path) == [])
    #expect(rules.policy == .standard)
  }
}
