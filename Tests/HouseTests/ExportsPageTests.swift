import IdentityRegister
import Testing

@testable import Exports

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

  @Test func `the page on exports names every statement of a control that is judged`() throws {
    let page = try House.text("ledger/EXPORTS.md")
    let told = Set(page.matches(of: /`([a-z]{2}-[0-9.]+_smt[.a-z]*)`/).map { String($0.1) })
    #expect(told == Set(AssessedStatement.all.map(\.statement)))
  }

  @Test func `the page on exports names every class of events`() throws {
    let page = try House.text("ledger/EXPORTS.md")
    for kind in OCSFClass.allCases { #expect(page.contains("\n| \(kind.rawValue) \(kind.name) |")) }
  }
}
