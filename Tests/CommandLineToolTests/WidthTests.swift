import CommandLineTool
import Diagnostics
import Foundation
import Testing

@testable import AuditViews

/// Nothing that people read breaks at the edge of their terminal.
struct WidthTests {
  @Test func `every page of help fits eighty columns in both languages`() throws {
    let bench = try ToolWorkbench()
    for language in ["en", "sv"] {
      for verb in Tool.grammar.verbs {
        let page = bench.run(["help"] + verb.path + ["--lang", language])
        #expect(page.status == .done)
        for line in page.output.split(separator: "\n") where line.count > 80 {
          // The choices of an option are not broken, and no word is.
          let isOneWord = line.split(separator: " ").last.map { $0.count > 30 } ?? false
          #expect(line.contains("|") || isOneWord, "\(verb.path) \(language): \(line)")
        }
      }
    }
  }

  @Test(arguments: [60, 80, 100, 140])
  func `no line of an answer is wider than the terminal, and no identifier is shortened`(
    _ width: Int
  ) throws {
    let bench = try ToolWorkbench()
    try bench.found()
    for question in [
      "who S-1", "what bo.ek", "log", "system list", "request list", "role list", "person list",
      "unit list", "grant list", "account list", "person show bo.ek", "system show S-1",
    ] {
      for language in ["en", "sv"] {
        let words = question.split(separator: " ").map(String.init) + ["--lang", language]
        let answer = bench.run(words, console: Console.capturing(isTerminal: true, width: width))
        let lines = answer.output.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
          .split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width }, "\(words) \(width)\n\(answer.output)")
        // Every position, grant or person that the whole answer shows is here too.
        let whole = bench.run(words).output
        for word in Set(whole.split(whereSeparator: { " \n(),".contains($0) }))
        where word.contains(/^[A-Z]-[0-9]+$/) {
          #expect(answer.output.contains(word), "\(words) \(width): \(word)")
        }
      }
    }
  }

  @Test func `headings give way first, then texts, and then each row is a block`() {
    let table = Table(
      name: "t", title: Localized(verbatim: ""),
      columns: [
        .identifier("id", Localized(verbatim: "Id")),
        Column(key: "a", title: Localized(verbatim: "Long heading")),
        .number("n", Localized(verbatim: "Count")),
      ],
      rows: [
        [.text("G-1"), .text("A text of many words"), .integer(7)],
        [.text("G-2"), .text("short"), .integer(12)],
      ])
    func text(_ width: Int?) -> String {
      TableRenderer(.table, RenderingOptions(terminalWidth: width)).text(table)
    }
    #expect(
      text(nil) == """
        ID   LONG HEADING          COUNT
        G-1  A text of many words      7
        G-2  short                    12

        """)
    #expect(text(32) == text(nil))
    #expect(
      text(22) == """
             LONG
        ID   HEADING     COUNT
        G-1  A text of…      7
        G-2  short          12

        """)
    #expect(
      text(17) == """
        ID            G-1
        LONG HEADING  A text of many words
        COUNT         7

        ID            G-2
        LONG HEADING  short
        COUNT         12

        """)
  }
}
