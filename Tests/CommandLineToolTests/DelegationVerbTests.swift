import CommandLineTool
import Foundation
import Testing

/// Delegation orders and who decides, as they are typed and answered.
struct DelegationVerbTests {
  private func bench() throws -> ToolWorkbench {
    let bench = try ToolWorkbench()
    try bench.found()
    return bench
  }

  private func file(_ text: String, in bench: ToolWorkbench) throws -> String {
    let path = bench.folder + "/order.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `a whole order is one batch, and the next version replaces it`() throws {
    let bench = try bench()
    var rows = "position;matter;unit;level;accounts;may-subdelegate;reporting;until\n"
    for number in 1...60 {
      rows += "chef-\(number);arende-\(number);Hyreskontoret;2;personal|service;no;reported;\n"
    }
    let path = try file(rows, in: bench)
    let adopted = bench.run("delegation adopt \(path) --order Ordning --body U-1")
    #expect(adopted.status == .done && adopted.output.hasSuffix(": DL-3–DL-62\n"), "\(adopted)")
    let listed = bench.run("delegation list --format tsv --no-header")
    #expect(listed.output.split(separator: "\n").count == 61)
    bench.record("delegation adopt \(path) --order Ordning --version 2 --body U-1")
    #expect(
      bench.run("delegation list --format tsv --no-header").output.split(separator: "\n").count
        == 61)
    #expect(
      bench.run("delegation list --with-ended --format tsv --no-header").output
        .split(separator: "\n").count == 122)
    #expect(bench.run("delegation show DL-3").output.contains("superseded"))
  }

  @Test func `an order with one wrong line is refused whole, and the line is told`() throws {
    let bench = try bench()
    for (rows, code) in [
      ("position,matter,level\na,b,2\nc,d,7\n", "CSV-04"),
      ("position,matter,accounts\na,b,personal|own\n", "CSV-04"),
      ("position,matter,until\na,b,2026-02-31\n", "CSV-04"),
      ("position,matter\na,\n", "CSV-04"), ("position,what\na,b\n", "CSV-02"),
      ("position,matter\na,b\na,goals-and-direction\n", "INV-08"),
    ] {
      let path = try file(rows, in: bench)
      let before = bench.run("log --format tsv").output
      let refused = bench.run("delegation adopt \(path) --order Ordning --body U-1")
      #expect(refused.status != .done && refused.messages.hasPrefix("\(code):"), "\(refused)")
      #expect(bench.run("log --format tsv").output == before)
    }
  }

  @Test func `two units of the same name are told apart by their identifiers`() throws {
    let bench = try bench()
    bench.record(
      """
      unit register Vårdnämnden --kind committee --parent U-1
      unit register Bolaget --kind company --parent U-1
      unit register Kansliet --parent U-4
      unit register Kansliet --parent U-5
      """)
    let refused = bench.run("person register 'Mo Alm' --unit kansliet --user mo.alm")
    #expect(refused.status == .notFound)
    #expect(refused.messages.hasPrefix("CLI-60:"))
    #expect(refused.messages.contains("Kansliet (U-6, in Vårdnämnden)"))
    #expect(refused.messages.contains("Kansliet (U-7, in Bolaget)"))
    #expect(bench.run("role assign manager bo.ek --unit Kansliet").status == .notFound)
    bench.record(
      """
      person register 'Mo Alm' --unit U-7 --user mo.alm
      role assign manager mo.alm --unit vårdnämnden
      """)
    let unknown = bench.run("role assign manager mo.alm --unit 'Vårdnämnde '")
    #expect(unknown.status == .notFound && unknown.messages.contains("Vårdnämnden\n"), "\(unknown)")
  }

  @Test func `who decides tells who may, on what, and why others may not`() throws {
    let bench = try bench()
    let rows = bench.run("role who-decides S-2/sign --for bo.ek --format tsv --no-header").output
      .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.first?[1] == "Vera Berg" && rows.first?[2] == "true")
    #expect(rows.first?[3] == "delegation" && rows.first?[6] == "DL-2")
    #expect(rows.dropFirst().allSatisfy { $0[2] == "false" && !$0[9].isEmpty })
    #expect(rows.contains { $0[1] == "Siv Dahl" && $0[9].contains("delegation") })
    let own = bench.run("role who-decides S-1/read --for siv.dahl --format tsv --no-header").output
      .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(own.map { $0[1] } == ["Kim Ahl", "Siv Dahl", "Nils Ek"])
    #expect(own.map { $0[2] } == ["true", "false", "false"])
    let early = bench.run("role who-decides S-2/sign --as-of 2026-03-03 --format tsv --no-header")
    #expect(!early.output.contains("true"))
    #expect(bench.run("role who-decides S-2/none").status == .notFound)
  }

  @Test func `the list for the body is the same each time, and empties as it is reported`() throws {
    let bench = try bench()
    let list = "delegation decisions --body U-1 --from 2026-03-01 --until 2026-03-31"
    let all = bench.run(list + " --format csv")
    #expect(all.output == bench.run(list + " --format csv").output)
    #expect(all.output.split(whereSeparator: \.isNewline).count == 3)
    #expect(all.output.contains("HN 2026/3") && all.output.contains("Delegationsordning version 2"))
    #expect(bench.run("status").output.contains("delegation unreported") == false)
    try bench.set("2026-05-05T08:00:00.000Z")
    #expect(bench.run("status").output.contains("delegation unreported"))
    #expect(bench.run("view rule-findings").output.contains("INV-07"))
    let report =
      "delegation report --body U-1 --meeting 2026-05-04 --from 2026-03-01 --until 2026-03-31 --minutes 'KS § 9'"
    #expect(bench.run(report).output.hasSuffix(": R-7\n"))
    #expect(bench.run(list + " --unreported").output.contains("No decisions to report."))
    #expect(bench.run("delegation unreported").output.contains("Nothing is left to report."))
    #expect(bench.run(report).messages.hasPrefix("DEL-05:"))
    #expect(!bench.run("view rule-findings").output.contains("INV-07"))
  }

  @Test func `a vacancy shows by when it ends, and a successor takes over at once`() throws {
    let bench = try bench()
    let steward = "D-5"
    #expect(bench.run("role end \(steward)").messages.hasPrefix("ROL-05:"))
    bench.record(
      "role end \(steward) --vacant-until 2026-06-30 --reason 'En efterträdare söks'")
    let vacancy = bench.run("role list --system S-1").output
    #expect(vacancy.contains("vacant, the deputy acts") && vacancy.contains("2026-06-30"))
    let ended = bench.run("role end D-8 --successor bo.ek --reason 'Nya uppgifter'")
    #expect(ended.status == .done && ended.output.contains("D-8, D-"), "\(ended)")
    #expect(bench.run("role list --system S-2 --role steward").output.contains("Bo Ek"))
    #expect(
      bench.run("role list --system S-2 --role steward --with-ended").output.contains("ended"))
  }
}
