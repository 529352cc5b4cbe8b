import CommandLineTool
import Foundation
import Testing

/// The page that says which command answers which demand, and which suite shows it.
@Suite struct RequirementsTests {
  private static func page() throws -> String {
    try String(contentsOfFile: "\(House.root)/ledger/requirements.md", encoding: .utf8)
  }

  @Test func `every demand of the guideline has its row`() throws {
    let page = try Self.page()
    for number in 1...65 {
      let id = number < 10 ? "R0\(number)" : "R\(number)"
      #expect(page.contains("\n| \(id) | "), "\(id)")
    }
    for part in "abcdefghijkl" { #expect(page.contains("\n| AC-2 \(part) | "), "\(part)") }
  }

  @Test func `every command and every suite that it names exists`() throws {
    let page = try Self.page()
    let paths = Set(Tool.grammar.verbs.map { $0.path.joined(separator: " ") })
    var commands = 0
    for found in page.matches(of: /`liggare ([a-z-]+)( [a-z-]+)?/) {
      let first = String(found.1)
      let second = found.2.map(String.init) ?? ""
      #expect(paths.contains(first) || paths.contains(first + second), "\(first)\(second)")
      commands += 1
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(House.root)/Tests")
    let names = Set(files.map { URL(fileURLWithPath: $0).lastPathComponent })
    for found in page.matches(of: /`([A-Za-z]+Tests)`/) {
      #expect(names.contains("\(found.1).swift"), "\(found.1)")
    }
    #expect(commands > 50)
  }
}
