import AuditViews
import CommandLineTool
import Foundation
import Testing

/// Which readings leave a line in the log of reads (INV-56).
struct LoggedReadingTests {
  private func lines(_ bench: ToolWorkbench) -> [String] {
    let bytes = FileManager.default.contents(atPath: bench.ledger + "/reads.log") ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test
  func `every view, and every verb that asks the register, is noted once where the rules say so`()
    throws
  {
    let bench = try ToolWorkbench()
    try bench.found()
    let path = bench.folder + "/reading.policy"
    let names = ViewCatalogue.views.map(\.name) + ["evidence", "reads"]
    try Data(
      "liggare-policy: 1\npolicy: reading\n[reading]\nlogged: \(names.joined(separator: ", "))\n"
        .utf8
    ).write(to: URL(fileURLWithPath: path))
    bench.record(
      "policy adopt \(path) --body U-1 --from 2026-03-05 --review-by 2027-12-31 --case 'KS 1'")
    bench.record(
      """
      review plan --axis unit --unit U-1 --opens 2026-03-03 --due 2026-03-04
      review plan --axis system --system S-2 --opens 2026-03-03 --due 2026-03-04
      review start V-2
      role assign registrar anna.berg
      disclosure deny --request 'KS 2026/43' --recipient media --provision 'OSL 18:8' --decided-by anna.berg --ground 'Visar skyddet'
      """)
    try bench.flag()
    bench.reportIncidents()
    // What they tell is of the log and its keys, of a file, or of no ledger at all.
    let others: Set<String> = [
      "verify", "replay", "key log", "policy check", "policy diff", "view",
    ]
    var asked = ViewNames.all.map { ["view", $0] }
    for verb in Tool.grammar.verbs where verb.kind == .reading {
      let name = verb.path.joined(separator: " ")
      guard !others.contains(name) else { continue }
      asked.append(
        verb.path
          + (OptionTests.arguments[name] ?? [])
          .map { $0 == "POSITION" ? "5" : $0 == "RULES" ? path : $0 })
    }
    #expect(asked.count > 60)
    for words in asked {
      for form in ["table", "csv"] {
        let before = lines(bench).count
        let answer = bench.run(words + ["--format", form])
        #expect(lines(bench).count == before + 1, "\(words) \(form): \(answer)")
        #expect(lines(bench).last?.contains(#""principal":"P-1""#) == true, "\(words)")
      }
    }
    let all = lines(bench).joined()
    for name in ["Bo Ek", "bo.ek", "Nils", "nils.ek", "Liv", "liv.strand", "Anna"] {
      #expect(!all.contains(name), "\(name)")
    }
  }

  @Test func `without rules of its own a ledger notes who reads the markings of secrecy alone`()
    throws
  {
    let bench = try ToolWorkbench()
    try bench.found()
    for view in ViewNames.all { _ = bench.run(["view", view]) }
    #expect(lines(bench).count == 1)
    #expect(lines(bench).first?.contains(#""question":"secrecy-markings""#) == true)
  }
}
