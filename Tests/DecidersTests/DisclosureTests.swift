import AccessModel
import Chronology
import Commands
import Diagnostics
import Events
import Policies
import Projections
import Testing
import Transparency

/// Giving out of the register, and what answers mask.
@Suite struct `Giving out of the register` {
  private static let registrar = PersonID(number: 10)

  /// A town with a registrar who works there.
  private static let registered: Scenario = {
    var town = Scenario.town
    town.given(place(90, registrar, UnitID(number: 3), nil, from: day("2026-01-01"), until: nil))
    town.given(role(90, .registrar, registrar))
    return town
  }()

  private func give(
    size: Int64 = 3, by decider: PersonID = registrar, ground: String = "Open by law.",
    request: String = "KS 2026/44"
  ) -> AccessCommand {
    .disclosure(
      .give(
        GiveDisclosure(
          request: request, view: "who", filter: "system=S-1", asOf: day("2026-03-01"), size: size,
          root: Digest(blank: ()), profile: .public, maskedCount: 7, recipient: .media,
          decider: decider, ground: ground, digest: Digest(blank: ()))))
  }

  private func deny(by decider: PersonID = registrar) -> AccessCommand {
    .disclosure(
      .deny(
        DenyDisclosure(
          request: "KS 2026/45", recipient: .anybody, provision: "OSL 18:8", decider: decider,
          ground: "Shows how the systems are protected.")))
  }

  @Test func `what a registrar gives out, or not, is on record`() throws {
    var town = Self.registered
    town.given(give(), by: Self.registrar)
    town.given(deny(), by: Self.registrar)
    let row = try #require(town.register.disclosures.first)
    #expect(row.disclosed.request.text == "KS 2026/44" && row.disclosed.maskedCount == 7)
    #expect(town.register.deniedDisclosures.map(\.denied.provision.text) == ["OSL 18:8"])
  }

  @Test func `nobody but a registrar decides`() {
    var town = Self.registered
    town.when(give(by: steward), by: Self.registrar, caseNumber: "KS 1").thenRejected("DISC-01")
    town.when(deny(by: manager), by: Self.registrar, caseNumber: "KS 1").thenRejected("DISC-01")
  }

  @Test func `an answer from more than the log holds was not given out of it`() {
    var town = Self.registered
    let position = Int64(town.register.position)
    town.when(give(size: position + 1), by: Self.registrar).thenRejected("DISC-02")
    town.when(give(size: -1), by: Self.registrar).thenRejected("DISC-02")
    town.given(give(size: position), by: Self.registrar)
  }

  @Test func `neither the reference nor the ground holds the number of whoever asked`() {
    var town = Self.registered
    let number = "19" + "121212-1212"
    town.when(give(request: number), by: Self.registrar).thenRejected("INV-57")
    town.when(give(ground: "Asked by \(number)."), by: Self.registrar).thenRejected("INV-57")
  }

  @Test func `a place below the group adds to what is masked, and takes nothing away`() {
    var town = Scenario.townWithCommittee
    town.given(adopt(document("group-1", "[disclosure]", "public: name", "auditor: none")))
    town.given(
      adopt(
        document("unit-1", "[disclosure]", "public: name, text", "auditor: security"), .unit,
        unit: UnitID(number: 3), by: administration))
    let terms = town.register.disclosureTerms(at: town.now)
    #expect(terms.masks(.public) == [.name, .text])
    #expect(terms.masks(.auditor) == [.security])
    #expect(terms.masks(.internal).isEmpty)
    #expect(
      Scenario.town.register.disclosureTerms(at: town.now).publicMasks == Set(FactKind.maskable))
  }
}
