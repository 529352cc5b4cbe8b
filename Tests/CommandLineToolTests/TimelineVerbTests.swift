import CommandLineTool
import Testing

struct TimelineVerbTests {
  @Test func `what was true comes in its order, with when it was learnt and where the grant stood`()
    throws
  {
    let bench = try ToolWorkbench()
    try bench.found()
    let told = bench.run(["timeline", "G-10", "--as-of", "2026-12-31", "--format", "csv"])
    #expect(told.status == .done, "\(told.messages)")
    let rows = told.output.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    let moments = rows.map { $0.prefix { $0 != "," } }
    #expect(moments == moments.sorted() && moments.count > 2)
    #expect(rows.contains { $0.contains("grant.emergency-activated") })
    // Nobody records that its time ran out, and it is told.
    #expect(rows.last.map { $0.contains(",ending,its time ran out,") } ?? false, "\(rows)")
  }

  @Test func `a person, a system and a request are things, and what is nothing is not found`()
    throws
  {
    let bench = try ToolWorkbench()
    try bench.found()
    for thing in ["bo.ek", "P-6", "S-1", "R-1"] {
      let told = bench.run(["timeline", thing, "--format", "tsv", "--no-header"])
      #expect(told.output.split(separator: "\n").count > 1, "\(thing): \(told.messages)")
    }
    #expect(bench.run("timeline S-99").status == .notFound)
  }
}
