import Exports
import IdentityRegister
import Testing

/// `ledger/EXPORTS.md` tells the truth.
struct ExportsPageTests {
  @Test func `every shell block of the page on exports succeeds on a fresh ledger`() throws {
    try Shell().follow("ledger/EXPORTS.md")
  }

  @Test func `the page on exports tells of every form that there is, and no other`() throws {
    let rows = try MarkdownPage("ledger/EXPORTS.md").tableRows
    let names = rows.prefix { $0.first != "Class" }.compactMap(\.first)
      .filter { $0.hasPrefix("`") }.map { String($0.dropFirst().dropLast()) }
    #expect(names == ExportCatalogue.formats.map(\.name))
  }

  @Test func `the page on exports tells of every file of names and texts`() throws {
    let page = try House.text("ledger/EXPORTS.md")
    for part in RegisterPart.allCases {
      #expect(page.contains("| `identities/\(part.rawValue).ndjson` |"), "\(part)")
    }
  }
}
