import AccessModel
import Chronology
import Diagnostics
import Policies
import Testing

private func at(_ text: String) -> Instant { Instant(text + "T00:00:00.000Z") ?? .earliest }

@Suite struct `Rules on rules` {
  private let unit = UnitID(number: 1)
  private let system = SystemID(number: 1)

  @Test func `a level names the place it needs and no other`() {
    func found(
      _ level: PolicyLevel, _ unit: UnitID? = nil, _ kind: UnitKind? = nil,
      _ system: SystemID? = nil
    ) -> String? {
      PolicyPlace.check(
        level: level, unit: unit, unitKind: kind, system: system, hasSystem: system != nil)?.code
    }
    #expect(found(.group) == nil)
    #expect(found(.entity, unit, .committee) == nil)
    #expect(found(.unit, unit, .administration) == nil)
    #expect(found(.system, nil, nil, system) == nil)
    for wrong in [
      found(.group, unit, .committee), found(.group, nil, nil, system), found(.entity),
      found(.entity, unit, .unit), found(.entity, unit, .committee, system), found(.unit),
      found(.unit, unit, nil), found(.system), found(.system, unit, .unit, system),
    ] {
      #expect(wrong == "POL-12")
    }
  }

  @Test func `rules begin no earlier than allowed, and before they are looked at again`() {
    func found(_ from: String, _ reviewBy: String) -> String? {
      PolicyPeriod.check(from: at(from), reviewBy: at(reviewBy), earliest: at("2026-01-10"))?.code
    }
    #expect(found("2026-01-10", "2027-01-01") == nil)
    #expect(found("2026-01-09", "2027-01-01") == "POL-13")
    #expect(found("2026-02-01", "2026-02-01") == "POL-13")
  }

  @Test func `a document is the one its event names`() {
    let id = PolicyID(number: 1)
    let document = id
    func found(_ document: PolicyID?, _ isRight: Bool) -> String? {
      PolicyTextHolds.check(id, document: document, isDigestRight: isRight)?.code
    }
    #expect(found(document, true) == nil)
    #expect(found(document, false) == "POL-15" && found(nil, true) == "POL-15")
    #expect(found(PolicyID(number: 2), true) == "POL-15")
    #expect(OnePolicyName.check(id, isTaken: true)?.code == "POL-14")
    #expect(OnePolicyName.check(id, isTaken: false) == nil)
    #expect(PolicyBody.check(body: unit, place: "U-2", ownsPlace: false)?.code == "POL-11")
    #expect(PolicyBody.check(body: unit, place: "U-2", ownsPlace: true) == nil)
    #expect(CitedPolicies.check(named: [], inForce: [id])?.code == "POL-16")
    #expect(CitedPolicies.check(named: [id], inForce: [id]) == nil)
  }

  @Test func `a case number is wanted where the rules say so`() {
    func found(_ event: String, _ hasCase: Bool) -> String? {
      RequiredCase.check(event: event, hasCase: hasCase, required: ["request.approved"])?.code
    }
    #expect(found("request.approved", false) == "POL-20")
    #expect(found("request.approved", true) == nil && found("request.denied", false) == nil)
  }

  @Test
  func `parts that are kept apart are played by two, but for small units that look more often`() {
    let (one, two) = (PersonID(number: 1), PersonID(number: 2))
    var policy = AccessPolicy.standard
    func found(
      _ decider: PersonID, _ provisioner: PersonID, size: Int = 3, reviewDays: Int64? = nil
    ) -> Diagnostic? {
      ProcessSeparation.check(
        [.decider: decider, .provisioner: provisioner], playing: .provisioner, unitSize: size,
        reviewDays: reviewDays, under: policy)
    }
    #expect(found(one, one) == nil)
    policy.keptApart = Set(ProcessPair.all)
    #expect(found(one, one)?.code == "POL-21" && found(one, two) == nil)
    policy.smallUnitBelow = 4
    #expect(found(one, one, reviewDays: 31) == nil)
    #expect(found(one, one, reviewDays: 32)?.code == "POL-21")
    #expect(found(one, one)?.code == "POL-21")
    let found = found(one, one, size: 4, reviewDays: 31)
    #expect(found?.code == "POL-21" && found?.facts.count == 5)
  }

  @Test func `what loosens is told with its value and the bound above`() throws {
    let key = try #require(PolicyKey.all.first { $0.path == "level-3.validity" })
    var document = PolicyDocument(id: PolicyID(number: 2))
    document[key] = .limit(TimeLimit(.months(24)))
    let found = try #require(PolicyTightens.check(document, below: EffectivePolicy([])))
    #expect(found.code == "POL-10")
    #expect(found.facts.last?.name.english == "level-3.validity")
    #expect(found.facts.last?.value.english == "P24M; the bound is P12M (standard)")
  }
}
