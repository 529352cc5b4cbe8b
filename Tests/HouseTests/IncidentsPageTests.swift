import AccessModel
import Diagnostics
import Policies
import Testing

/// `ledger/INCIDENTS.md` tells the truth.
struct IncidentsPageTests {
  @Test func `the shell blocks of the page on incidents succeed, one after another`() throws {
    let blocks = try MarkdownPage("ledger/INCIDENTS.md").shellBlocks
    #expect(blocks.count >= 6)
    // What the first one exports holds for the others, as it does in a reader's shell.
    let result = try Shell().run(blocks.map(\.text).joined())
    #expect(result.status == 0, "\(result.output)")
  }

  @Test func `the page on incidents tells of every regime and stage of the pack, and no other`()
    throws
  {
    let rows = try MarkdownPage("ledger/INCIDENTS.md").tableRows
    let told = rows.filter { $0.count == 4 && $0[0].hasPrefix("`") }.map { "\($0[0])\($0[1])" }
    let said = IncidentRules.standard.regimes.flatMap { regime in
      regime.stages.map { "`\(regime.code)``\($0.code)`" }
    }
    #expect(told == said)
  }

  @Test func `the page on incidents names every rule on incidents`() throws {
    let page = try House.text("ledger/INCIDENTS.md")
    let codes = RuleCatalogue.codes.map(\.code).filter {
      $0.hasPrefix("INV-4") || $0.hasPrefix("INC-")
    }
    #expect(codes.count == 15)
    // What only keeps nonsense out is told where it is refused.
    for code in codes where !["INC-04", "INC-05", "INC-08"].contains(code) {
      #expect(page.contains(code), "\(code)")
    }
  }
}
