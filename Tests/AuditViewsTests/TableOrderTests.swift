import AuditViews
import Chronology
import Diagnostics
import Testing

@Suite struct TableOrderTests {
  private static let columns = [
    Column.identifier("person", Localized(verbatim: "P")),
    .number("count", Localized(verbatim: "C")),
    Column(key: "due", title: Localized(verbatim: "D")),
  ]

  private static let table = Table(
    name: "t", title: Localized(verbatim: "T"), columns: columns,
    rows: [
      [.text("P-10"), .integer(2), .empty],
      [.text("P-2"), .integer(10), .instant(Instant(milliseconds: 5))],
      [.text("p-3"), .integer(2), .bound(Instant(milliseconds: 4), .end)],
      [.text("P-02"), .real(2.5), .empty],
    ])

  private func sorted(_ order: String) throws -> [String] {
    Self.table.sorted(by: try TableOrder(order, of: Self.columns)).column("person")
  }

  @Test func `rows are sorted by size, by time and by text with its numbers, empty cells last`()
    throws
  {
    #expect(try sorted("person") == ["P-02", "P-2", "p-3", "P-10"])
    #expect(try sorted("-person") == ["P-10", "p-3", "P-2", "P-02"])
    #expect(try sorted("count") == ["P-10", "p-3", "P-02", "P-2"])
    #expect(try sorted("-count") == ["P-2", "P-02", "P-10", "p-3"])
    #expect(try sorted("due") == ["p-3", "P-2", "P-10", "P-02"])
    #expect(try sorted("-due") == ["P-2", "p-3", "P-10", "P-02"])
    #expect(try sorted("count,-person") == ["P-10", "p-3", "P-02", "P-2"])
    #expect(try sorted("count,person") == ["p-3", "P-10", "P-02", "P-2"])
  }

  @Test func `a column that the table has not is named`() {
    #expect(throws: TableOrder.UnknownColumn(key: "when")) {
      try TableOrder("person,-when", of: Self.columns)
    }
    #expect(throws: TableOrder.UnknownColumn(key: "")) { try TableOrder("", of: Self.columns) }
  }

  @Test func `a limit keeps the first rows and tells how many it left out`() {
    let (table, leftOut) = Self.table.limited(to: 3)
    #expect(table.column("person") == ["P-10", "P-2", "p-3"] && leftOut == 1)
    #expect(Self.table.limited(to: 9).leftOut == 0)
    #expect(Self.table.limited(to: 0).table.isEmpty)
  }

  @Test func `sorting never loses a row and is the same when done again`() throws {
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<30 {
      let rows: [[Cell]] = (0..<next(40)).map { index in
        [
          [Cell.text("P-\(next(12))"), .empty][next(2)],
          [Cell.integer(next(5)), .real(Double(next(50)) / 10), .empty][next(3)], .integer(index),
        ]
      }
      let order = try TableOrder("count,-person", of: Self.columns)
      let sorted = order.sorted(rows, of: Self.columns)
      #expect(order.sorted(sorted, of: Self.columns) == sorted)
      #expect(Set(sorted.map { $0[2] }) == Set(rows.map { $0[2] }) && sorted.count == rows.count)
      // Rows that are the same in both columns stay in the order that they had.
      for (one, other) in zip(sorted, sorted.dropFirst())
      where one[0] == other[0] && one[1] == other[1] {
        guard case .integer(let first) = one[2], case .integer(let second) = other[2] else {
          return
        }
        #expect(first < second)
      }
    }
  }
}
