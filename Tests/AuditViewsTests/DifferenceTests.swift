import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Projections
import Testing

@Suite struct `The difference of two answers` {
  private static let columns = [
    Column.identifier("id", Localized(verbatim: "Id")),
    Column(key: "value", title: Localized(verbatim: "Value")),
    Column(key: "days", title: Localized(verbatim: "Days")),
  ]

  private static func text(_ cell: Cell) -> String {
    guard case .text(let text) = cell else { return "" }
    return text
  }

  /// How often each row is there, without the columns that count days.
  private static func counts(_ rows: [[Cell]], without days: Int?) -> [[Cell]: Int] {
    var counts: [[Cell]: Int] = [:]
    for row in rows {
      var row = row
      if let days { row[days] = .empty }
      counts[row, default: 0] += 1
    }
    return counts
  }

  private func told(_ old: [String], _ new: [String], key: [String] = ["id"]) -> [String] {
    func rows(_ texts: [String]) -> [[Cell]] {
      texts.map { $0.split(separator: " ").map { .text(String($0)) } }
    }
    return TableDifference(Self.columns, from: rows(old), to: rows(new), key: key).rows.map { row in
      ([row.change.code] + row.cells.map(Self.text)).joined(separator: " ")
    }
  }

  @Test func `what came, what went and what is told otherwise are told apart`() {
    #expect(told(["a 1 0", "b 1 0"], ["a 1 0", "b 1 0"]) == [])
    #expect(
      told(["a 1 0", "b 1 0", "c 1 0"], ["d 1 0", "b 2 0", "a 1 0"])
        == ["gone c 1 0", "before b 1 0", "after b 2 0", "new d 1 0"])
  }

  @Test func `a day that has passed is no change of its own`() {
    #expect(told(["a 1 7"], ["a 1 8"]) == [])
    #expect(told(["a 1 7"], ["a 2 8"]) == ["before a 1 7", "after a 2 8"])
  }

  @Test func `of several rows about one thing none is said to have become another`() {
    #expect(
      told(["a 1 0", "a 2 0"], ["a 1 0", "a 3 0", "a 4 0"])
        == ["gone a 2 0", "new a 3 0", "new a 4 0"])
    #expect(told(["a 1 0", "a 1 0"], ["a 1 0"]) == ["gone a 1 0"])
    #expect(told(["a 1 0"], ["a 1 0", "a 1 0"]) == ["new a 1 0"])
    #expect(told(["a 1 0"], ["a 2 0"], key: []) == ["gone a 1 0", "new a 2 0"])
  }

  @Test func `every view says by which of its columns its rows are known again`() {
    for view in ViewCatalogue.registerViews.map({ $0.description }) {
      #expect(!view.key.isEmpty, "\(view.name)")
      #expect(Set(view.key).isSubset(of: view.columns.map(\.key)), "\(view.name)")
    }
  }

  @Test func `of every view the earlier answer with the difference is the later one`() {
    let chronicle = Chronicle.everyState()
    let moments = ["2026-01-15", "2026-02-15", "2026-04-01", "2026-06-01", "2026-12-01"]
    var changes: Set<TableDifference.Change> = []
    for view in ViewCatalogue.registerViews {
      let description = view.description
      for (index, early) in moments.enumerated() {
        for late in moments[index...] {
          let old = view.rows(chronicle.question(asOf: early))
          let new = view.rows(chronicle.question(asOf: late))
          let difference = TableDifference(
            description.columns, from: old, to: new, key: description.key)
          changes.formUnion(difference.rows.map(\.change))
          let what = "\(description.name) from \(early) to \(late)"
          let days = description.columns.firstIndex { ["days", "left"].contains($0.key) }
          var made = Self.counts(old, without: days)
          for row in difference.rows {
            let isTaken = row.change == .gone || row.change == .before
            for cells in Self.counts([row.cells], without: days).keys {
              made[cells, default: 0] += isTaken ? -1 : 1
            }
          }
          let rest = made.filter { $0.value != 0 }
          #expect(rest == Self.counts(new, without: days), "\(what)")
          #expect(
            difference.sameCount + difference.count(.after) + difference.count(.new) == new.count,
            "\(what)")
          if early == late { #expect(difference.rows.isEmpty, "\(what)") }
        }
      }
    }
    #expect(changes.count == 4)
  }
}
