import AccessLedger
import AccessModel
import Commands
import Diagnostics
import EventStore
import Foundation
import Projections
import Testing
import Transparency

@Suite struct VerifyingTests {
  /// A ledger of its founding and some more commands, the founding's first unit renamed afterwards in the file.
  private func altered(commandCount: Int) throws -> LedgerVerification {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    for number in 0..<commandCount {
      _ = try ledger.record(
        Recording { ledger in
          [
            .init(
              .unit(
                .register(
                  RegisterUnit(
                    unit: UnitID(number: ledger.register.units.nextNumber),
                    name: "Enhet \(number)", kind: .unit, parent: UnitID(number: 1)))))
          ]
        }, signedBy: bench.signer)
    }
    #expect(try bench.verdict() == (.intact, []))
    let path = bench.ledgerPath + "/segments/000000000000.ndjson"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "Exempelby", with: "Exempelbo")
      .write(toFile: path, atomically: true, encoding: .utf8)
    return try Ledger.verify(at: bench.ledgerPath)
  }

  @Test func `a change early in the log is told once, with the number of batches after it`() throws
  {
    let verification = try altered(commandCount: 5)
    #expect(verification.verdict == .corruption)
    let foreign = verification.findings.filter { $0.code == "LED-06" }
    #expect(foreign.count == 1)
    let last = try #require(foreign.first?.facts.last)
    #expect(last.name.english == "likewise" && last.value.swedish == "4 senare omgångar")
    let one = try altered(commandCount: 1).findings.filter { $0.code == "LED-06" }
    #expect(one.count == 1 && one.first?.facts.contains { $0.name.english == "likewise" } == false)
  }

  @Test func `no finding of verify advises to run verify`() throws {
    let bench = try ImportsWorkbench()
    let path = bench.ledgerPath + "/segments/000000000000.ndjson"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "\"rev\":0", with: "\"rev\":7")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let findings = try Ledger.verify(at: bench.ledgerPath).findings
    #expect(findings.contains { $0.code == "LED-02" })
    for finding in findings {
      let isFitting =
        !finding.remedy.english.contains("liggare verify")
        && !finding.remedy.swedish.contains("liggare verify")
      #expect(isFitting, "\(finding.code)")
    }
  }

  @Test func `a restoration that states another root than the log has is found`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    let head = TreeHead(size: ledger.log.head.size, root: SHA256.digest(of: [1, 2, 3]))
    _ = try ledger.record(
      Recording(caseNumber: CaseNumber("IT 1"), reason: "Tried") { _ in
        [.init(.restore(RestoreLedger(head: head, decider: PersonID(number: 1))))]
      }, signedBy: bench.signer)
    let verification = try Ledger.verify(at: bench.ledgerPath)
    #expect(verification.verdict == .badSignature)
    #expect(verification.findings.map(\.code) == ["LED-14"])
  }
}
