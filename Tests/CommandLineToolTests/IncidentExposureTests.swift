import CommandLineTool
import Testing

struct IncidentExposureTests {
  @Test func `from the list of who could reach it follow suspensions, accounts and an answer`()
    throws
  {
    let bench = try ToolWorkbench()
    try bench.found()
    bench.reportIncidents()
    let window = "--from 2026-03-01"
    let before = bench.run("incident exposure I-1 \(window) --format tsv --no-header").output
    let rows = before.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(rows.count > 2, "\(before)")
    // Emergency access is first, whoever has it.
    #expect(
      rows.first?[2] == "emergency" && rows.dropFirst().contains { $0[2] != "emergency" },
      "\(before)")
    #expect(bench.run("incident suspend I-1 \(window) --reason Varför").status == .usage)
    #expect(
      bench.run("incident suspend I-1 \(window) --all --privileged --reason Varför").status
        == .usage)
    #expect(
      bench.run("incident suspend I-1 \(window) --grant G-99 --reason Varför").status == .notFound)
    let held = bench.run("grant list --system S-1 --state in-effect --format tsv --no-header")
      .output
    #expect(held.split(separator: "\n").count > 0)
    bench.record("incident suspend I-1 \(window) --all --reason 'Kontona missbrukas' --case 1")
    #expect(
      bench.run("grant list --system S-1 --state in-effect --format tsv --no-header").output == "")
    let again = bench.run(
      "incident suspend I-1 \(window) --all --reason 'Kontona missbrukas' --case 1")
    #expect(
      again.status == .done && again.messages.contains("Nothing of it is in effect now."),
      "\(again)")
    bench.record("incident answer I-1 'Alla är spärrade' \(window)")
    let shown = bench.run("incident exposure I-1 \(window)").output
    #expect(shown.contains("gives the same list"), "\(shown)")
    let accounts = bench.run("incident exposure I-1 \(window) --accounts --format csv")
    #expect(accounts.status == .done && accounts.output.hasPrefix("system,account,"))
  }

  @Test func `an incident that names nothing says how to say what is meant`() throws {
    let bench = try ToolWorkbench()
    try bench.found()
    bench.record("incident report 'Något är fel' --by bo.ek")
    #expect(bench.run("incident exposure I-1").messages.contains("CLI-69"))
    #expect(bench.run("incident exposure I-1 --system S-1").status == .done)
    #expect(bench.run("incident exposure I-1 --system S-1 --until 2020-01-01").status == .usage)
  }
}
