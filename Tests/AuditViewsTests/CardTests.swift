import AccessModel
import AuditViews
import Chronology
import CommandLineTool
import Diagnostics
import Events
import Foundation
import Projections
import Testing

@Suite struct CardTests {
  @Test func `the status counts what there is, what waits and what is missing`() {
    var chronicle = Chronicle.everyState()
    chronicle.grant(8, p(9), e(s(1), "read"), on: "2026-05-20", upTo: .submitted)
    chronicle.grant(9, p(9), e(s(1), "read"), on: "2026-03-01", upTo: .submitted)
    chronicle.addSystem(s(2), "Arkivet")
    let card = StatusCard.card(
      size: UInt64(chronicle.events.count), root: "abc", chronicle.question(asOf: "2026-06-01"))
    for state in GrantState.allCases {
      let key = "grants_" + state.code.replacingOccurrences(of: "-", with: "_")
      #expect(card[key] == .integer(1))
    }
    #expect(card["size"] == .integer(chronicle.events.count) && card["root"] == .text("abc"))
    #expect(card["origin"] == .text("ledger.example") && card["systems"] == .integer(2))
    #expect(card["persons_present"] == .integer(9) && card["requests_open"] == .integer(1))
    #expect(card["requests_lapsed"] == .integer(1))
    #expect(card["vacancies"] == .integer(3))
  }

  @Test func `cards hold what is known and are one object for programs`() throws {
    let chronicle = Chronicle.everyState()
    let question = chronicle.question(asOf: "2026-06-01")
    let register = chronicle.register
    let grant = try #require(register.grants[GrantID(number: 6)])
    let request = try #require(register.requests[RequestID(number: 6)])
    let system = try #require(register.systems[s(1)])
    let person = try #require(register.persons[p(3)])
    let cards = [
      GrantCard.card(grant, question), RequestCard.card(request, question),
      SystemCard.card(system, question), PersonCard.card(person, question),
      StatusCard.card(size: 1, root: "r", question),
    ]
    #expect(cards[0]["revoked_by"]?.verbatim == "P-3" && cards[0]["removed_by"]?.verbatim == "P-5")
    #expect(cards[1]["need"] == .text("need 6"))
    #expect(
      cards[2].sections.map(\.name) == [
        "roles", "entitlements", "separation_rules", "analyses", "incidents",
      ])
    #expect(cards[3].sections.first { $0.name == "roles" }?.column("role") == ["steward"])
    for card in cards {
      let data = Data(CardRenderer(.json).bytes(card))
      let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let keys = card.fields.map(\.key) + card.sections.map(\.name)
      #expect(Set(object.keys) == Set(keys) && Set(keys).count == keys.count)
      for format in OutputFormat.allCases where !format.isBinary {
        #expect(CardRenderer(format).bytes(card).last == 0x0A)
      }
    }
    let text = CardRenderer(.table, RenderingOptions(language: .swedish)).text(cards[1])
    #expect(text.contains("Begärd av") && text.contains("need 6"))
  }
}
