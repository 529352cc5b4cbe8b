import AccessModel
import Foundation
import Projections
import Testing

@Suite struct `Two answers of a review` {
  /// The tables on the page of reviews: by strategy, the rows below their heading, each cut into cells.
  private func tables() throws -> [String: [[String]]] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/AccessLedger/AccessLedger.docc/Reviews.md")
    var tables: [String: [[String]]] = [:]
    var strategy: String?
    for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("## `") {
        strategy = String(line.dropFirst(4).dropLast())
      } else if let strategy, line.hasPrefix("|"), !line.hasPrefix("|---") {
        let cells = line.split(separator: "|").map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        }
        tables[strategy, default: []].append(cells)
      }
    }
    return tables
  }

  @Test(arguments: ReviewStrategy.allCases)
  func `they come to what the table says, each pair of them`(_ strategy: ReviewStrategy) throws {
    let table = try #require(try tables()["\(strategy.code)"])
    let outcomes = ReviewOutcome.allCases
    #expect(table.count == outcomes.count + 1)
    let heading = table[0].dropFirst()
    #expect(heading.map { $0 } == ["–"] + outcomes.map { "\($0.code)" })
    for (row, first) in zip(table.dropFirst(), outcomes) {
      #expect(row[0] == "\(first.code)")
      let seconds: [ReviewOutcome?] = [nil] + outcomes
      for (cell, second) in zip(row.dropFirst(), seconds) {
        let result = strategy.combined(first, second).map { "\($0.code)" } ?? "–"
        #expect(
          result == cell, "\(strategy.code): \(first.code), \(second.map { "\($0.code)" } ?? "–")")
      }
    }
  }

  @Test(arguments: ReviewStrategy.allCases)
  func `a result that needs no second answer stays whatever the second says`(
    _ strategy: ReviewStrategy
  ) {
    for first in ReviewOutcome.allCases {
      guard let early = strategy.combined(first, nil) else { continue }
      for second in ReviewOutcome.allCases {
        #expect(strategy.combined(first, second) == early)
      }
    }
  }
}
