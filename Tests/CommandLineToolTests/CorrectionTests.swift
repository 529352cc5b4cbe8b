import CommandLineTool
import Foundation
import Testing

/// Corrections as those who make and read them meet them.
struct CorrectionTests {
  private func bench() throws -> ToolWorkbench {
    let bench = try ToolWorkbench()
    try bench.found()
    return bench
  }

  /// The position of the last event of a type whose sentence has that text.
  private func position(_ type: String, _ text: String, _ bench: ToolWorkbench) throws -> Int {
    let rows = bench.run("log --type \(type) --format tsv --no-header").output.split(
      separator: "\n")
    let row = try #require(rows.last { $0.contains(text) }, "\(type) \(text)")
    return try #require(row.split(separator: "\t").first.flatMap { Int($0) })
  }

  private let decided = "--decided-by kim.ahl --case 'SN 2026/20' --reason 'Beslutet säger annat'"

  @Test func `an end is typed as a day, and both directions are told`() throws {
    let bench = try bench()
    let approval = try position("request.approved", "as G-2", bench)
    let before = bench.run("grant show G-2")
    let dry = bench.run(
      "event correct \(approval) --field until --value 2026-06-30 \(decided) --dry-run")
    #expect(dry.messages.contains("\(approval) until: 2026-12-31 → 2026-06-30"), "\(dry)")
    #expect(bench.run("grant show G-2") == before)
    bench.record("event correct \(approval) --field until --value 2026-06-30 \(decided)")
    let correction = try position("ledger.event-corrected", "corrected until", bench)
    #expect(bench.run("grant show G-2").output.contains("2026-06-30"))
    #expect(bench.run("grant show G-2 --original").output.contains("2026-12-31"))
    #expect(bench.run("grant show G-2 --known-at 2026-03-04").output.contains("2026-12-31"))
    let shown = bench.run("event show \(approval)").output
    #expect(shown.contains("\(correction)") && shown.contains("Reads now"), "\(shown)")
    #expect(bench.run("event show \(correction)").output.contains("\(approval)"))
    let log = bench.run("log --from-position \(approval) --to-position \(approval)").output
    #expect(log.contains("corrected: position \(correction)"), "\(log)")
    let list = bench.run("event list --corrected --format jsonl").output.split(separator: "\n")
    #expect(list.count == 2)
    #expect(list.first?.contains("\"corrected_by\": [\"\(correction)\"]") == true, "\(list)")
    #expect(list.last?.contains("\"corrects\": \(approval)") == true, "\(list)")
    let why = bench.run("why G-2").output
    #expect(why.contains("corrected until of the event at position \(approval)"), "\(why)")
    #expect(why.contains("Beslutet säger annat"))
    // The log is as whole as before.
    #expect(bench.run("verify").status == .done)
  }

  @Test func `what is void is told in the story, and reads again when that is void in turn`() throws
  {
    let bench = try bench()
    let execution = try position("grant.provisioned", "G-1 (", bench)
    let before = bench.run("replay --format tsv --no-header").output
    bench.record("event correct \(execution) --void \(decided)")
    #expect(!bench.run("grant show G-1").output.contains("Carried out by"))
    #expect(bench.run("why G-1").output.contains("void: position"))
    let correction = try position("ledger.event-corrected", "void", bench)
    let again = bench.run("event correct \(execution) --void \(decided)")
    #expect(again.status == .refused && again.messages.hasPrefix("COR-06"), "\(again)")
    // Not by who decided on it.
    let own = bench.run("event correct \(correction) --void \(decided)")
    #expect(own.status == .refused && own.messages.hasPrefix("COR-01"), "\(own)")
    bench.record("role assign security-coordinator nils.ek")
    bench.record(
      "event correct \(correction) --void --decided-by nils.ek --case 1 --reason 'Den var verkställd'"
    )
    #expect(bench.run("grant show G-1").output.contains("Carried out by"))
    let first = bench.run("replay --to \(correction - 1) --format tsv --no-header").output
    #expect(first == before)
    #expect(
      bench.run("replay --original --format tsv --no-header").output
        == bench.run("replay --format tsv --no-header").output)
  }

  @Test func `no correction leaves the ledger without anybody to keep it`() throws {
    let bench = try bench()
    let key = "\(bench.folder)/second"
    bench.record(
      """
      key create \(key)
      key enroll nils.ek \(key).pub
      role assign registrar nils.ek
      role assign head kim.ahl --unit U-1
      role assign security-coordinator kim.ahl
      """)
    let custodian = try position("role.assigned", "ledger custodian", bench)
    let answer = bench.run("event correct \(custodian) --void \(decided) --key \(key)")
    #expect(answer.status == .refused && answer.messages.hasPrefix("ROL-04"), "\(answer)")
  }

  @Test func `access that a correction ends is told, to be removed`() throws {
    let bench = try bench()
    bench.record("person leave liv.strand")
    let left = try position("person.affiliation-ended", "Liv Strand", bench)
    bench.record(
      "event correct \(left) --void --decided-by eva.lind --case 1 --reason 'Fel person'")
    bench.record("role assign security-coordinator nils.ek")
    let correction = try position("ledger.event-corrected", "void", bench)
    let again = bench.run(
      "event correct \(correction) --void --decided-by nils.ek --case 1 --reason 'Rätt person'")
    #expect(again.output.contains("liggare grant confirm G-3"), "\(again)")
  }

  @Test func `values are typed as people know them, and refused when they cannot be`() throws {
    let bench = try bench()
    let approval = try position("request.approved", "as G-2", bench)
    let submitted = try position("request.submitted", "(R-4)", bench)
    func refusal(_ words: String) -> String {
      String(bench.run("event correct \(words)").messages.prefix(6))
    }
    #expect(refusal("9999 --void \(decided)") == "REF-01")
    #expect(refusal("\(approval) \(decided)") == "CLI-13")
    #expect(refusal("\(approval) --void --field until \(decided)") == "CLI-17")
    #expect(refusal("\(approval) --field colour --value red \(decided)") == "COR-04")
    #expect(refusal("\(approval) --field until --value soon \(decided)") == "CLI-33")
    #expect(refusal("\(approval) --field decider --value nobody.here \(decided)") == "CLI-34")
    #expect(refusal("0 --void \(decided)") == "COR-03")
    #expect(refusal("\(approval) --void --decided-by siv.dahl --case 1 --reason x") == "COR-01")
    let unit = try position("unit.registered", "Hyreskontoret", bench)
    bench.record("role assign head kim.ahl --unit U-1")
    bench.record("event correct \(unit) --field name --value 'Bostadskontoret' \(decided)")
    #expect(bench.run("unit list").output.contains("Bostadskontoret"))
    #expect(bench.run("unit list --original").output.contains("Hyreskontoret"))
    bench.record("event correct \(submitted) --field need --value 'Ser hyresavtal' \(decided)")
    let request = bench.run("request show R-4").output
    #expect(request.contains("Ser hyresavtal"), "\(request)")
    #expect(!bench.run("request show R-4 --original").output.contains("Ser hyresavtal"))
  }

  @Test func `a finding says whether it rests on what was known then or on what is known now`()
    throws
  {
    let bench = try bench()
    bench.record("role assign head kim.ahl --unit U-1")
    let before = bench.run("view rule-findings --format jsonl").output
    let clean = bench.run("verify --rules")
    #expect(clean.status == (before.isEmpty ? .done : .findingsRecorded), "\(clean)")
    // The manager was no manager when the need was endorsed.
    let role = try position("role.assigned", "U-2", bench)
    bench.record("event correct \(role) --field from --value 2026-03-05 \(decided)")
    let findings = bench.run("view rule-findings --format jsonl").output
    let late = findings.split(separator: "\n").filter { $0.contains("\"judged_by\": \"now\"") }
    #expect(late.contains { $0.contains("REQ-01") }, "\(findings)")
    #expect(bench.run("view rule-findings --original --format jsonl").output == before)
    #expect(bench.run("view rule-findings").output.contains("By what is known now"))
    let verified = bench.run("verify --rules --format jsonl")
    #expect(verified.status == .findingsRecorded)
    #expect(verified.output == findings)
    #expect(verified.messages.contains("The ledger is intact"))
  }
}
