import CommandLineTool
import Testing

/// `ledger/REPORTS.md` tells the truth.
struct ReportsPageTests {
  @Test func `every shell block of the page on reports succeeds on a fresh ledger`() throws {
    try Shell().follow("ledger/REPORTS.md")
  }

  @Test func `the page on reports has a row for each report that can be typed`() throws {
    let page = try House.text("ledger/REPORTS.md")
    let verb = try #require(
      Tool.grammar.groups.flatMap(\.verbs).first { $0.path == ["report"] })
    guard case .choice(let choices)? = verb.positionals.first?.form else {
      Issue.record("report takes no choice")
      return
    }
    #expect(choices.count == 4)
    for choice in choices { #expect(page.contains("\n| `\(choice.code)` | "), "\(choice.code)") }
  }
}
