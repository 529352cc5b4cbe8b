import AccessModel
import Diagnostics
import EventSourcing
import EventStore
import Events
import Foundation
import Projections
import Testing
import Transparency

@testable import AccessLedger

/// Evidence out of a history that was taken over: requests, grants, reviews.
@Suite struct EvidenceTests {
  private func ledger() throws -> (ImportsWorkbench, Ledger) {
    let bench = try ImportsWorkbench()
    let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("InterchangeTests/Fixtures/history-sample.ndjson").path
    _ = try HistoryImport(path: sample, isDryRun: false)
      .run(on: try bench.open(), signedBy: bench.signer)
    return (bench, try bench.open())
  }

  private func expectIntact(_ bundle: EvidenceBundle, _ what: String) throws {
    let verification = try bundle.verify()
    #expect(
      verification.verdict == .intact && verification.findings.isEmpty, "\(what): \(verification)")
    #expect(
      verification.counts.lines > 0 && verification.counts.proofs == verification.counts.lines)
    #expect(try EvidenceBundle(archive: bundle.archive) == bundle)
  }

  @Test func `the evidence for each grant and each decision holds together`() throws {
    let (bench, ledger) = try ledger()
    defer { withExtendedLifetime(bench) {} }
    for row in ledger.register.grants.rows {
      let subject = try ledger.evidenceSubject(.grant, "\(row.id)")
      let bundle = try ledger.evidence(for: subject)
      try expectIntact(bundle, "\(row.id)")
      #expect(try bundle == ledger.evidence(for: subject))
    }
    for row in ledger.register.requests.rows {
      let subject = try ledger.evidenceSubject(.decision, "\(row.id)")
      try expectIntact(try ledger.evidence(for: subject), "\(row.id)")
    }
  }

  @Test func `the evidence for an item of a review holds what was reviewed`() throws {
    let (bench, ledger) = try ledger()
    defer { withExtendedLifetime(bench) {} }
    var items: [UInt64] = []
    try ledger.readEvents { recorded in
      if case .review(.itemDecided(_)) = recorded.event { items.append(recorded.position) }
      return .proceed
    }
    #expect(!items.isEmpty)
    for position in items {
      let subject = try ledger.evidenceSubject(.review, "\(position)")
      let bundle = try ledger.evidence(for: subject)
      try expectIntact(bundle, "\(position)")
      let chain = String(decoding: bundle.files["chain"] ?? [], as: UTF8.self)
      #expect(chain.contains("\(position) review.item-decided") && chain.contains(" grant/"))
    }
  }

  @Test func `an archive that was changed, cut or made by others is not read`() throws {
    let (bench, ledger) = try ledger()
    defer { withExtendedLifetime(bench) {} }
    let row = try #require(ledger.register.grants.rows.first)
    let archive = try ledger.evidence(for: ledger.evidenceSubject(.grant, "\(row.id)")).archive
    for count in stride(from: 0, to: archive.count, by: 509) {
      #expect(Ustar.read(Array(archive[..<count]), below: "evidence") == nil, "\(count)")
    }
    #expect(Ustar.read(archive + [UInt8](repeating: 0, count: 512), below: "evidence") == nil)
    // Every bit of the first two headers.
    for bit in 0..<(2 * Ustar.blockSize * 8) {
      var altered = archive
      altered[bit / 8] ^= 1 << (bit % 8)
      #expect(Ustar.read(altered, below: "evidence") == nil, "\(bit)")
    }
  }
}
