import AuditViews
import Chronology
import Diagnostics
import Testing

@Suite struct TableTests {
  @Test func `rows keep their order and a missing value is an empty cell`() {
    let word = Localized(en: "Count", sv: "Antal")
    var table = Table(
      name: "counts", title: word,
      columns: [.identifier("id", word), .number("count", word), .hidden("code", word)],
      rows: [[.text("G-1"), .integer(orEmpty: 4), .text(orEmpty: "a")]])
    #expect(!table.isEmpty && Table(name: "x", title: word, columns: []).isEmpty)
    table.append([.text("G-2"), .integer(orEmpty: nil), .text(orEmpty: nil)])
    #expect(
      table.rows == [[.text("G-1"), .integer(4), .text("a")], [.text("G-2"), .empty, .empty]])
    let (id, count, code) = (table.columns[0], table.columns[1], table.columns[2])
    #expect(id.isIdentifier && id.alignment == .left && !id.isHiddenInPeopleTable)
    #expect(count.alignment == .right && !count.isIdentifier && code.isHiddenInPeopleTable)
    let moment = Instant(milliseconds: 0)
    let day = Day(number: 0)
    #expect(
      Cell.instant(orEmpty: moment) == .instant(moment) && Cell.day(orEmpty: day) == .day(day))
    #expect(Cell.instant(orEmpty: nil) == .empty && Cell.day(orEmpty: nil) == .empty)
  }
}
