import AccessModel
import AuditViews
import Diagnostics
import Events
import Reports
import Testing

/// The figures of the reports, counted by hand on small registers.
struct FigureTests {
  /// Grants 1 to 4 in S-1, of which one is ended, and a system that is not classified and that nobody looks after.
  private static func village() -> Village {
    var village = Village()
    village.addSystem(2, "Ekonomin", classified: false)
    village.grant(1, 6, e(1, "read"), on: "2026-02-01")
    village.grant(2, 7, e(1, "read"), on: "2026-04-01")
    village.grant(3, 7, e(1, "admin"), on: "2026-04-01")
    village.grant(4, 8, e(1, "read"), on: "2026-02-01")
    village.revoke(4, on: "2026-10-01")
    return village
  }

  @Test func `the executive figures are counted at both moments`() throws {
    let report = try #require(Self.village().report("executive"))
    let figures = report.figures
    #expect((8...12).contains(figures.count), "\(figures.keys.sorted())")
    func figure(_ code: String) throws -> [Amount] {
      let figure = try #require(figures[code], "\(code)")
      return [figure.now, figure.before]
    }
    #expect(try figure("grants_in_effect") == [.count(3), .count(2)])
    #expect(try figure("persons_with_access") == [.count(2), .count(2)])
    #expect(try figure("access_decided") == [.share(3, of: 3), .share(2, of: 2)])
    #expect(try figure("systems_with_roles") == [.share(1, of: 2), .share(1, of: 2)])
    #expect(try figure("systems_classified") == [.share(1, of: 2), .share(1, of: 2)])
    #expect(try figure("removal_waiting") == [.count(1), .count(0)])
    #expect(try figure("flags_open") == [.count(0), .count(0)])
    #expect(try figure("reviews_in_time") == [.share(0, of: 0), .share(0, of: 0)])
    for figure in figures.values {
      #expect(figure.definition.english.hasSuffix(".") && figure.definition.swedish.hasSuffix("."))
      #expect(figure.command.hasPrefix("liggare "))
    }
  }

  @Test func `the line over time has a point at the end of each month, and one at the end`() throws
  {
    let report = try #require(Self.village().report("executive"))
    let table = try #require(report.table("grants_over_time"))
    #expect(
      table.cells("count") == [2, 4, 4, 4, 4, 4, 4, 3, 3].map { Cell.integer($0) },
      "March to October, and 15 November")
  }

  @Test func `many months are thinned out, and the newest are kept`() throws {
    let report = try #require(
      Self.village().report("executive", asOf: "2026-11-15", since: "2000-01-31"))
    let table = try #require(report.table("grants_over_time"))
    #expect((10...25).contains(table.rows.count))
    #expect(table.cells("count").suffix(2) == [.integer(3), .integer(3)])
  }

  @Test func `decisions are counted by authority in the period alone`() throws {
    let report = try #require(Self.village().report("executive"))
    let table = try #require(report.table("decisions_by_authority"))
    #expect(table.cells("code") == [.text("role")] && table.cells("approved") == [.integer(2)])
  }

  @Test func `what speaks against a demand is named, and the rest is counted`() throws {
    var village = Village()
    for number in 2...14 { village.addSystem(number, "System \(number)", classified: false) }
    let report = try #require(village.report("compliance"))
    let evidence = try #require(report.table("guideline_1_evidence"))
    #expect(evidence.cells("count").first == .integer(1))
    #expect(evidence.cells("of").first == .integer(14))
    let exceptions = try #require(report.table("guideline_1_exceptions"))
    #expect(exceptions.cells("count").first == .integer(13))
    guard case .localized(let named) = exceptions.cells("subjects").first else {
      Issue.record("\(exceptions)")
      return
    }
    #expect(named.english.hasPrefix("S-2, S-3, ") && named.english.hasSuffix(" and 3 more"))
  }

  @Test func `the demands are six of the guideline, those of AC-2, and four of ISO 27001`() throws {
    let report = try #require(Village().report("compliance"))
    let titles = report.sections.filter(\.isInner).map(\.title.english)
    #expect(titles.count { $0.hasPrefix("Demand ") } == 6)
    for part in "abcdefghijkl" {
      #expect(titles.contains { $0.hasPrefix("NIST AC-2 \(part): ") }, "\(part)")
    }
    for clause in ["5.15", "5.16", "5.17", "5.18"] {
      #expect(titles.contains { $0.hasPrefix("ISO 27001 \(clause): ") }, "\(clause)")
    }
    let told = try #require(report.table("rules")).cells("rule")
    let named = report.html().matches(of: /Held by the rules ((?:INV-[0-9]{2}(?:, )?)+)/)
      .flatMap { $0.1.split(separator: ", ") }
    #expect(Set(told) == Set(named.map { Cell.text(String($0)) }) && told.count > 10)
    let names = report.tables.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func `a follow-up is of one unit, with its head to sign, and of none there is no report`()
    throws
  {
    var village = Self.village()
    #expect(village.report("follow-up") == nil)
    var filter = ViewFilter()
    filter.units = [u(2)]
    let vacant = try #require(village.report("follow-up", filter: filter))
    #expect(vacant.html().contains("Nobody holds the role of head"))
    village.names[p(1)] = "Mia Chef"
    village.add(
      .role(
        .assigned(
          RoleAssigned(
            assignment: AssignmentID(number: 9), role: .head, holder: p(1), unit: u(2),
            appointedBy: u(1), from: moment("2026-01-05")))), at: "2026-01-05")
    let report = try #require(village.report("follow-up", filter: filter))
    #expect(report.subject?.english == "Vården (U-2)")
    #expect(report.html().contains("Mia Chef (P-1)") && report.html().contains("class=\"sign\""))
    #expect(report.figures["persons"]?.now == .count(9))
    #expect(report.figures["grants_in_effect"]?.now == .count(3))
    filter.units = [u(1)]
    let above = try #require(village.report("follow-up", filter: filter))
    #expect(above.figures["systems"]?.now == .count(2))
  }
}
