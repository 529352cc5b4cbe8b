import AccessModel
import AuditViews
import Diagnostics
import Reports
import Testing

/// Who holds what where.
struct AccessMapTests {
  private func map(_ report: Report?) throws -> AccessMap {
    for block in try #require(report).sections.flatMap(\.blocks) {
      if case .map(let map) = block { return map }
    }
    throw NoMap()
  }

  private struct NoMap: Error {}

  @Test func `a square tells how many, and whether one gives power over the system`() throws {
    var village = Village()
    village.names[p(7)] = "Bo Ek"
    village.addSystem(2, "Ekonomin")
    village.grant(1, 6, e(1, "read"))
    village.grant(2, 7, e(1, "read"))
    village.grant(3, 7, e(1, "admin"))
    village.grant(4, 7, e(2, "read"))
    village.grant(5, 8, e(2, "read"))
    village.revoke(5, on: "2026-10-01")
    let map = try map(village.report("access-map"))
    #expect(map.systems.map(\.id) == ["S-1", "S-2"] && map.lines.map(\.id) == ["P-6", "P-7"])
    #expect(map.lines[1].label == "Bo Ek (P-7)" && map.lines[0].label == "P-6")
    #expect(map.lines[0].holdings == [0: .init(count: 1, isPrivileged: false)])
    #expect(
      map.lines[1].holdings
        == [0: .init(count: 2, isPrivileged: true), 1: .init(count: 1, isPrivileged: false)])
    #expect(map.lines[1].holdings[0]?.mark == "P\u{A0}2")
    #expect(map.omitted.isEmpty)
    var filter = ViewFilter()
    filter.systems = [s(2)]
    #expect(
      try self.map(village.report("access-map", filter: filter)).lines.map(\.id) == ["P-7"])
    filter = ViewFilter()
    filter.persons = [p(6)]
    #expect(
      try self.map(village.report("access-map", filter: filter)).systems.map(\.id) == ["S-1"])
  }

  @Test func `of more persons than fit the rows are units, and it says so`() throws {
    var village = Village()
    for number in 10...60 {
      village.addPerson(number, unit: number % 2 + 1)
      village.grant(number, number, e(1, "read"))
    }
    let map = try map(village.report("access-map"))
    #expect(map.lines.map(\.id) == ["U-1", "U-2"] && map.kind.english == "Unit")
    #expect(map.lines.compactMap { $0.holdings[0]?.count } == [26, 25])
    #expect(map.omitted.count == 1 && map.omitted[0].english.contains("51 persons"))
  }

  @Test func `of more systems than fit those with the most grants are kept, and it says so`() throws
  {
    var village = Village()
    for number in 2...30 { village.addSystem(number, "System \(number)") }
    for number in 1...30 { village.grant(number, 6, e(number, "read")) }
    for number in 1...30 where number > 20 { village.grant(number + 100, 7, e(number, "read")) }
    let map = try map(village.report("access-map"))
    #expect(map.systems.count == 24 && map.systems.suffix(10).map(\.id).first == "S-21")
    #expect(map.omitted.contains { $0.english.hasSuffix(": 6.") }, "\(map.omitted)")
  }
}
