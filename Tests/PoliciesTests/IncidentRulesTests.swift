import AccessModel
import Chronology
import Diagnostics
import Foundation
import Policies
import Testing

@Suite struct `Rules for incidents` {
  private func rules(_ text: String) throws(PolicyFaults) -> IncidentRules {
    try IncidentRules(reading: PolicyDocument.text(of: Array(text.utf8)))
  }

  /// The codes of what is wrong with a text, each with its line.
  private func faults(_ text: String) -> [String] {
    do throws(PolicyFaults) {
      _ = try rules(text)
      return []
    } catch {
      return error.faults.map { fault in
        "\(fault.code) \(fault.facts.first?.value.text(in: .english) ?? "")"
      }
    }
  }

  private let head = "liggare-incidents: 1\npolicy: rules-1\n"

  @Test func `the pack says byte for byte what holds where nothing is adopted`() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../ledger/policy/incidents.policy")
    #expect(try String(contentsOf: path, encoding: .utf8) == IncidentRules.standardText)
    #expect(try rules(IncidentRules.standardText) == .standard)
    #expect(
      IncidentRules.standard.regimes.map { "\($0.code)" } == [
        "csl", "gdpr", "contract", "internal",
      ])
  }

  @Test func `the pack has the clocks of the law`() throws {
    let csl = try #require(IncidentRules.standard[RegimeCode("csl") ?? RegimeCode(number: 1)])
    func span(_ stage: String) -> String? {
      StageCode(stage).flatMap { csl[$0]?.within }.map { "\($0)" }
    }
    #expect(span("warning") == "PT24H" && span("notification") == "PT72H")
    #expect(span("status") == "P1M" && span("final") == "P1M" && span("interim") == nil)
    let final = try #require(StageCode("final").flatMap { csl[$0] })
    #expect(final.waitsForHandling)
    #expect(StageCode("notification").map { final.start == .stage($0) } == true)
    let gdpr = try #require(RegimeCode("gdpr").flatMap { IncidentRules.standard[$0] })
    #expect(StageCode("notification").flatMap { gdpr[$0]?.within }.map { "\($0)" } == "PT72H")
    #expect(gdpr.answeredBy == .dataProtectionOfficer)
  }

  @Test func `a regime and an addressee hold for their days`() throws {
    let standard = IncidentRules.standard
    let before = try #require(Day("2026-01-14"))
    let after = try #require(Day("2026-01-15"))
    #expect(!standard.regimes(on: before).contains { "\($0.code)" == "csl" })
    #expect(standard.regimes(on: after).contains { "\($0.code)" == "csl" })
    let csl = try #require(RegimeCode("csl").flatMap { standard[$0] })
    #expect(csl.addressee(on: try #require(Day("2026-06-30")))?.code == "agency")
    #expect(csl.addressee(on: try #require(Day("2026-07-01")))?.code == "centre")
  }

  @Test func `what is not confirmed says so`() throws {
    let csl = try #require(RegimeCode("csl").flatMap { IncidentRules.standard[$0] })
    let limited = try #require(CriterionCode("limited-4h").flatMap { csl[$0] })
    #expect(!limited.isConfirmed && !csl.addressees.contains(where: \.isConfirmed))
    #expect(limited.sector?.text == "public administration, drinking water")
  }

  @Test func `each fault has its code and its line`() {
    let regime = "[regime csl]\nname: A\nname-sv: B\nkind: statutory\n"
    #expect(faults("policy: rules-1\n") == ["POL-02 1"])
    #expect(faults("# nothing\n") == ["POL-02 1"])
    #expect(faults(head + "stray\n") == ["POL-03 3"])
    #expect(faults(head + "[regime]\n") == ["POL-03 3"])
    #expect(faults(head + "[law csl]\nname: x\n") == ["POL-04 3"])
    #expect(faults(head + "[stage csl]\n") == ["POL-04 3"])
    #expect(faults(head + regime + "kin: statutory\n") == ["POL-05 7"])
    #expect(faults(head + "[regime csl]\nname: A\nname-sv: B\nkind: law\n") == ["POL-06 6"])
    #expect(faults("liggare-incidents: 2\npolicy: rules-1\n") == ["POL-06 1"])
    #expect(faults(head + regime + "name: C\n") == ["POL-07 7"])
    #expect(
      faults(head + regime + "[regime csl]\nname: A\nname-sv: B\nkind: internal\n") == ["POL-07 7"])
    #expect(faults(head + "[regime csl]\nname: A\nkind: statutory\n") == ["POL-08 3"])
    #expect(faults(head + "[stage csl/x]\nname: A\nname-sv: B\n") == ["POL-08 3"])
    let stage = regime + "[stage csl/x]\nname: A\nname-sv: B\n"
    #expect(faults(head + stage + "within: PT24H\n") == ["POL-08 7"])
    #expect(faults(head + stage + "within: 24\nafter: aware\n") == ["POL-06 10"])
    #expect(faults(head + stage + "within: P0D\nafter: aware\n") == ["POL-06 10"])
    #expect(faults(head + stage + "after: warning\n") == ["POL-06 10"])
    #expect(faults(head + stage + "when: recipients\n") == ["POL-06 10"])
    #expect(faults(head + stage + "contents: what, what\n") == ["POL-06 10"])
    #expect(faults(head + stage) == [])
  }

  @Test func `comments are no part of it, and the order of stages is`() throws {
    let regime = "[regime r]\nname: A\nname-sv: B\nkind: contract\n"
    let (one, two) = (
      "[stage r/a]\nname: A\nname-sv: A\n", "[stage r/b]\nname: B\nname-sv: B\n"
    )
    #expect(
      try rules(head + regime + one + two)
        == rules("# Said first\n" + head + regime + one + "\n" + two))
    #expect(try rules(head + regime + one + two) != rules(head + regime + two + one))
  }
}
