import AccessLedger
import AuditViews
import Chronology
import CommandLineTool
import Diagnostics
import EventStore
import Foundation
import Testing

/// What `liggare view` and the lists are told about order, limits and matters.
@Suite struct ViewVerbTests {
  @Test func `each view is sorted by its last column both ways, and cut short`() throws {
    let bench = try ToolWorkbench()
    try bench.found()
    bench.reportIncidents()
    var sortedCount = 0
    for view in ViewCatalogue.named {
      let columns =
        bench.run(["view", view.name, "--format", "tsv"]).output
        .split(separator: "\n").first.map { $0.split(separator: "\t").map(String.init) } ?? []
      let last = try #require(columns.last)
      func lines(_ options: String...) -> [String] {
        let answer = bench.run(["view", view.name, "--format", "jsonl"] + options)
        #expect(answer.status == .done, "\(view.name): \(answer.messages)")
        return answer.output.split(separator: "\n").map(String.init)
      }
      let plain = lines()
      let up = lines("--sort", last)
      let down = lines("--sort", "-\(last)")
      #expect(up.sorted() == plain.sorted() && down.sorted() == plain.sorted(), "\(view.name)")
      if up != down { sortedCount += 1 }
      let cut = bench.run(["view", view.name, "--format", "jsonl", "--limit", "1"])
      #expect(cut.output.split(separator: "\n").map(String.init) == Array(plain.prefix(1)))
      let said = plain.count > 1 ? "Rows left out: \(plain.count - 1)\n" : ""
      #expect(cut.messages.contains("Rows left out") == !said.isEmpty, "\(view.name)")
      #expect(said.isEmpty || cut.messages.contains(said), "\(view.name)")
    }
    #expect(sortedCount > 15)
  }

  @Test func `a list answers in the same order as its view, and in every format`() throws {
    let bench = try ToolWorkbench()
    try bench.found()
    for format in ["table", "csv", "tsv", "json", "jsonl"] {
      let list = bench.run("grant list --sort -grant --limit 2 --format \(format)")
      let view = bench.run("view grants --sort -grant --limit 2 --format \(format)")
      #expect(list == view && list.status == .done)
    }
    let rows = bench.run("grant list --sort=-grant --limit 2 --format tsv --no-header").output
    let all = bench.run("grant list --format tsv --no-header").output.split(separator: "\n")
    #expect(rows.split(separator: "\n").count == 2)
    #expect(rows.split(separator: "\n").first == all.max { natural($0) < natural($1) })
  }

  @Test
  func `active grants are the same with a snapshot, which has their lines ready, and without`()
    throws
  {
    let bench = try ToolWorkbench()
    try bench.found()
    let questions = [
      "", "--no-header", "--as-of 2026-02-01", "--as-of 2030-01-01", "--limit 1", "--sort grant",
      "--system S-1", "--lang sv",
    ].flatMap { options in
      ["tsv", "jsonl", "csv", "table"].map { "view active-grants --format \($0) \(options)" }
    }
    let plain = questions.map { bench.run($0) }
    #expect(plain[0].output.split(separator: "\n").count > 2)
    let ambient = Ambient(
      now: { Instant(milliseconds: 1_800_000_000_000) },
      randomBytes: { [UInt8](repeating: 0, count: $0) })
    let ledger = try Ledger.open(at: bench.ledger, for: .reading, ambient: ambient)
    #expect(ledger.writeSnapshot())
    #expect(questions.map { bench.run($0) } == plain)
    // What is recorded since is in no line of the snapshot.
    bench.record(
      "grant issue bo.ek S-2/read --need 'Svarar på frågor' --endorsed-by eva.lind --decided-by siv.dahl --case 'SN 2026/13' --provisioned"
    )
    let later = questions.map { bench.run($0) }
    #expect(later != plain)
    try FileManager.default.removeItem(atPath: bench.ledger + "/register.snapshot")
    #expect(questions.map { bench.run($0) } == later)
  }

  /// The number of the grant that a line begins with.
  private func natural(_ line: Substring) -> Int {
    Int(line.prefix { $0 != "\t" }.drop { !$0.isNumber }) ?? 0
  }

  @Test func `an unknown column is refused with those that are near and all that there are`() throws
  {
    let bench = try ToolWorkbench()
    try bench.found()
    let refused = bench.run("view systems --sort status,-onwer")
    #expect(refused.status == .usage && refused.output.isEmpty)
    #expect(refused.messages.contains("CLI-75") && refused.messages.contains("near: owner"))
    #expect(refused.messages.contains("system, system_name, status"))
    #expect(bench.run("view systems --sort -status").status == .done)
    #expect(bench.run("view systems --sort --limit").messages.contains("CLI-05"))
  }

  @Test func `without a name the views are told with their questions, and without a ledger`() throws
  {
    let bench = try ToolWorkbench()
    let answer = bench.run("view --format tsv --no-header")
    #expect(answer.status == .done)
    let told = answer.output.split(separator: "\n").map { $0.split(separator: "\t")[1] }
    #expect(told.map(String.init) == ViewCatalogue.named.map(\.name))
    #expect(bench.run("view --sort view --limit 3 --format csv").messages.contains("Rows left out"))
    let refused = bench.run("view --unit U-1")
    #expect(refused.status == .usage && refused.messages.contains("NAME"))
    let help = bench.run("help view").output
    for group in ViewCatalogue.groups { #expect(help.contains("\n\(group.title.english):\n")) }
    for view in ViewCatalogue.named { #expect(help.contains("\n  \(view.name)\n")) }
  }

  @Test func `a class and an authority limit an answer, and what cannot be read is refused`() throws
  {
    let bench = try ToolWorkbench()
    try bench.found()
    func systems(_ options: String) -> [String] {
      bench.run("view systems --format tsv --no-header \(options)").output.split(separator: "\n")
        .map { String($0.prefix { $0 != "\t" }) }
    }
    let all = systems("")
    #expect(systems("--class k0") == all && systems("--class k4").isEmpty)
    for (index, letter) in ["k", "r", "t"].enumerated() {
      let classes = bench.run("view systems --format tsv --no-header").output
        .split(separator: "\n").map {
          $0.split(separator: "\t", omittingEmptySubsequences: false)[3]
        }
      let wanted = zip(all, classes).filter {
        Int($1.split(separator: "/")[index]) ?? -1 >= 2
      }.map(\.0)
      #expect(systems("--class \(letter)2") == wanted)
    }
    #expect(bench.run("view systems --class k9").messages.contains("CLI-33"))
    #expect(bench.run("view persons --class k1").messages.contains("CLI-03"))
    #expect(bench.run("view decisions --authority DL-99").status == .notFound)
    #expect(bench.run("view systems --authority role").messages.contains("CLI-03"))
    let role = bench.run("view decisions --authority role --format jsonl").output
    #expect(!role.isEmpty)
    for line in role.split(separator: "\n") { #expect(line.contains("\"authority\": \"role\"")) }
  }
}
