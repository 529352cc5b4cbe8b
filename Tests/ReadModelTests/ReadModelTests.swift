import AuditViews
import Diagnostics
import ReadModel
import Testing

@Suite struct `Questions in SQL` {
  private final class Asked {
    var views: [String] = []
    var filled: [String] = []
  }

  private let asked = Asked()

  private func model() -> ReadModel {
    func table(_ name: String, _ columns: [String], _ rows: [[Cell]]) -> SQLTable {
      let columns =
        columns.map { Column(key: $0, title: Localized(verbatim: $0)) } + [
          Column.forPeople("shown", Localized(verbatim: "Shown"))
        ]
      return SQLTable(view: name, meaning: Localized(verbatim: name), columns: columns) {
        [asked] body in
        asked.filled.append(name)
        for row in rows { try body(row + [.text("for people")]) }
      }
    }
    return ReadModel([
      table(
        "active-grants", ["person", "grant", "since"],
        [
          [.text("P-1"), .text("G-1"), .integer(3)], [.text("P-2"), .text("G-2"), .integer(4)],
          [.text("P-2"), .text("G-3"), .empty],
        ]),
      table(
        "values", ["cell"],
        [
          [.flag(true)], [.flag(false)], [.list(["a\"b", "c\\", "\u{1}", "å"])],
          [.word(code: "revoked", Localized(en: "Revoked", sv: "Återkallad"))],
          [.localized(Localized(en: "so", sv: "så"))], [.text("")],
        ]),
    ])
  }

  private func answer(_ query: String) throws -> (columns: [String], rows: [[Cell]]) {
    var columns: [String] = []
    var rows: [[Cell]] = []
    try model().answer(
      query, note: { asked.views = $0 }, begin: { columns = $0.map(\.key) },
      { rows.append($0) })
    return (columns, rows)
  }

  private func code(_ query: String) -> String? {
    do {
      _ = try answer(query)
      return nil
    } catch {
      return (error as? Diagnostic)?.code
    }
  }

  @Test func `a question is answered from the views that it reads, and no other is asked`() throws {
    let found = try answer(
      "select person, count(*) as held, avg(since) from active_grants group by person order by 1")
    #expect(found.columns == ["person", "held", "avg(since)"])
    #expect(
      found.rows == [
        [.text("P-1"), .integer(1), .real(3)], [.text("P-2"), .integer(2), .real(4)],
      ])
    #expect(asked.views == ["active-grants"])
    #expect(asked.filled == ["active-grants"])
    #expect(try answer("select count(*) from \"VALUES\"").rows == [[.integer(6)]])
    #expect(asked.filled == ["active-grants", "values"])
  }

  @Test func `a cell is a value of SQL, and what is for people alone is no column`() throws {
    #expect(
      try answer("select cell from \"values\"").rows.map { $0[0] } == [
        .integer(1), .integer(0), .text(#"["a\"b","c\\","\u0001","å"]"#), .text("revoked"),
        .text("so"), .text(""),
      ])
    #expect(
      try answer("select value from \"values\", json_each(cell) where cell like '[%' limit 1")
        .rows == [[.text("a\"b")]])
    #expect(try answer("select since from active_grants where since is null").rows == [[.empty]])
    #expect(code("select shown from active_grants") == "SQL-01")
  }

  @Test func `columns of one name are told apart`() throws {
    #expect(
      try answer("select person, person, '' as '' from active_grants limit 0").columns
        == ["person", "person_2", "column_3"])
  }

  @Test(arguments: [
    "delete from active_grants", "insert into active_grants values (1, 2, 3)",
    "update active_grants set person = 'P-9'", "drop table active_grants",
    "create table other (a)", "create temp table other (a)", "attach 'other' as other",
    "pragma table_info(active_grants)", "pragma writable_schema = 1", "vacuum into 'other'",
    "begin", "select load_extension('other')", "create view other as select 1",
    "explain delete from active_grants", "reindex", "analyze",
  ])
  func `what is no reading is refused`(query: String) {
    #expect(code(query) == "SQL-02", "\(query)")
    #expect(asked.filled == [])
  }

  @Test func `what is not understood, or is more or less than one question, is refused`() {
    #expect(code("selct 1") == "SQL-01")
    #expect(code("select * from nowhere") == "SQL-01")
    #expect(code("select 'å") == "SQL-01")
    #expect(code("") == "SQL-03")
    #expect(code(" -- nothing") == "SQL-03")
    #expect(code("select 1; select 2") == "SQL-03")
    #expect(code("select 1 ; \n ;") == nil)
    #expect(
      code(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select sum(i) from n"
      ) == nil)
  }

  @Test func `an answer that grows beyond all bounds ends with an error`() {
    #expect(code("select length(randomblob(100000000))") == "SQL-04")
    #expect(code("select abs(-9223372036854775808)") == "SQL-04")
  }
}
