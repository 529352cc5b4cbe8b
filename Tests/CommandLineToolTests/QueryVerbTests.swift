import AuditViews
import CommandLineTool
import Testing

struct QueryVerbTests {
  @Test func `every view is a table with the view's columns and rows`() throws {
    let bench = try ToolWorkbench()
    try bench.found()
    var rows = 0
    for view in ViewCatalogue.registerViews.map({ $0.description.name }) + ["log"] {
      let told = bench.run((view == "log" ? ["log"] : ["view", view]) + ["--format", "csv"])
      let table = String(view.map { $0 == "-" ? "_" : $0 })
      let found = bench.run(["sql", "select * from \(table)", "--format", "csv"])
      #expect(found.status == .done, "\(view): \(found.messages)")
      let (wanted, given) = (
        told.output.split(whereSeparator: \.isNewline),
        found.output.split(whereSeparator: \.isNewline)
      )
      #expect(given.first == wanted.first, "\(view)")
      #expect(given.count == wanted.count, "\(view)")
      rows += given.count
    }
    #expect(rows > 100)
  }

  @Test func `a question is about the moments that were chosen`() throws {
    let bench = try ToolWorkbench()
    try bench.found()
    func count(_ words: String...) -> Int? {
      let query = ["sql", "select count(*) from log", "--format", "tsv", "--no-header"]
      return Int(bench.run(query + words).output.prefix { $0.isNumber })
    }
    let (all, early) = (count() ?? 0, count("--known-at", "2026-03-03") ?? 0)
    #expect(early > 0 && early < all, "\(early) of \(all)")
  }

  @Test func `what is asked wrongly is refused with the way out`() throws {
    let bench = try ToolWorkbench()
    try bench.found()
    let refused = bench.run(["sql", "delete from grants"])
    #expect(refused.status == .usage && refused.messages.hasPrefix("SQL-02: "))
    #expect(bench.run("sql").messages.contains("QUERY or --tables"))
    #expect(bench.run(["sql", "select 1", "--tables"]).status == .usage)
    #expect(bench.run(["sql", "select nowhere from grants"]).messages.contains("no such column"))
  }
}
