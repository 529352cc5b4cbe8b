import AccessModel
import AuditViews
import Diagnostics
import Reports
import Testing

/// The page that a report becomes, without a browser.
struct ReportPageTests {
  private static let reports = ["executive", "compliance", "access-map", "follow-up"]

  private static func page(
    _ name: String, called text: String = "Name", _ language: Language = .english
  ) throws -> String {
    var village = Village(unit: String(text.prefix(200)), system: String(text.prefix(200)))
    for number in 1...9 { village.names[p(number)] = text }
    village.grant(1, 6, e(1, "read"))
    village.grant(2, 7, e(1, "admin"))
    var filter = ViewFilter()
    if name == "follow-up" { filter.units = [u(2)] }
    return try #require(village.report(name, filter: filter)).html(language)
  }

  /// The marks of a page in their order, without what stands in them.
  private static func marks(_ page: String) -> [Substring] {
    page.split(separator: "<").map { $0.prefix { $0.isLetter || $0 == "/" || $0 == "!" } }
  }

  @Test(arguments: reports)
  func `a hostile name is text, and changes nothing else of the page`(_ name: String) throws {
    let plain = try Self.marks(Self.page(name))
    for hostile in [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b &lt; 'c'",
      "\u{202E}gnp.exe\u{2066}", "]]></style><!--", String(repeating: "å", count: 10_000),
    ] {
      let page = try Self.page(name, called: hostile)
      #expect(Self.marks(page) == plain, "\(hostile.prefix(30))")
      #expect(!page.contains("<script") && !page.contains("<img"))
      #expect(!page.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test(arguments: reports)
  func `a page is the same bytes each time, in its language, with one h1 and no script`(
    _ name: String
  ) throws {
    for language in Language.allCases {
      let page = try Self.page(name, language)
      #expect(try page == Self.page(name, language))
      #expect(
        page.contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"\(language.rawValue)\">")
      )
      #expect(page.matches(of: /<h1>/).count == 1)
      #expect(
        !page.contains("<script")
          && page.contains("default-src 'none'".replacing("'", with: "&#39;")))
      #expect(page.contains("AAAA") && page.contains("liggare verify"))
    }
    #expect(try Self.page(name, .english) != Self.page(name, .swedish))
  }

  @Test
  func `every report of the catalogue is named, asks something, and draws on views that there are`()
  {
    let views = Set(ViewCatalogue.views.map(\.name))
    #expect(ReportCatalogue.reports.map(\.name) == Self.reports)
    for report in ReportCatalogue.reports {
      #expect(report.question.english.hasSuffix("?") && report.question.swedish.hasSuffix("?"))
      #expect(Set(report.views).subtracting(views) == [], "\(report.name)")
      #expect(report.views == report.views.sorted(), "\(report.name)")
      #expect(report.needs.map(report.filters.contains) ?? true)
    }
    #expect(ReportCatalogue.report(named: "none") == nil)
  }

  @Test(arguments: [
    (Amount.count(12_400), "12,400", "12\u{A0}400"),
    (.share(2, of: 3), "2 of 3 (66%)", "2 av 3 (66\u{A0}%)"),
    (.share(0, of: 0), "0 of 0", "0 av 0"),
    (.share(1_000, of: 1_000), "1,000 of 1,000 (100%)", "1\u{A0}000 av 1\u{A0}000 (100\u{A0}%)"),
  ])
  func `numbers are written as each language writes them`(
    _ amount: Amount, _ english: String, _ swedish: String
  ) throws {
    let figure = KeyFigure(
      "x", Localized(verbatim: "x"), now: amount, before: amount,
      definition: Localized(verbatim: "x."), command: "liggare x")
    let table = ReportBlock.figures([figure], before: Localized(verbatim: "x")).tables[0]
    #expect(table.cells("now") == [.localized(Localized(en: english, sv: swedish))])
  }
}
