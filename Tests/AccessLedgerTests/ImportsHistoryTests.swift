import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import EventStore
import Events
import Foundation
import IdentityRegister
import Projections
import Testing
import Transparency

@testable import AccessLedger

@Suite struct ImportsHistoryTests {
  private func lines(_ register: Register, at moment: Int64) -> [String] {
    let moment = Instant(milliseconds: moment)
    return register.grants.rows.filter { register.isInEffect($0, at: moment) }.map {
      "\($0.person.map { "\($0)" } ?? "–")\t\($0.entitlement.system)\t\($0.entitlement.name)\t\($0.id)"
    }.sorted()
  }

  private func importing(
    _ path: String, _ bench: ImportsWorkbench, isDryRun: Bool = false
  ) throws -> HistoryImportReport {
    try HistoryImport(path: path, isDryRun: isDryRun).run(
      on: try bench.open(), signedBy: bench.signer)
  }

  @Test(arguments: ["UTC", "Europe/Stockholm"])
  func `the sample comes out as a plain reading of it says, at every moment`(zone: String) throws {
    let text = try ImportsHistoryReading.sample()
    let reading = try ImportsHistoryReading(text, timeZone: zone)
    let bench = try ImportsWorkbench(timeZone: zone)
    let report = try importing(bench.file("history.ndjson", text), bench)
    #expect(report.stop == nil)
    for kind in HistoryOperationKind.allCases {
      #expect(report.counts[kind]?.recorded == reading.counts[kind.rawValue])
    }
    let ledger = try bench.open()
    var differing: [Int64] = []
    var answers: Set<[String]> = []
    for moment in reading.moments {
      let expected = reading.inEffect(at: Date(timeIntervalSince1970: Double(moment) / 1_000))
      answers.insert(expected)
      if lines(ledger.register, at: moment) != expected { differing.append(moment) }
    }
    #expect(differing == [])
    #expect(answers.count > 10, "the moments must tell different answers apart")
    #expect(try bench.verdict() == (.intact, []))
    #expect(report.findings["INV-31"]?.count == reading.selfReviews)
    #expect(report.findings["ROL-02"]?.count == reading.deputisedByThemselves)
    let places = report.findings["INV-31"]?.positions ?? []
    for position in places {
      guard case .review = try ledger.event(at: position)?.event else {
        Issue.record("not a review at \(position)")
        continue
      }
    }
  }

  @Test func `a finished import run again records nothing`() throws {
    let bench = try ImportsWorkbench()
    let path = try bench.file("history.ndjson", try ImportsHistoryReading.sample())
    let first = try importing(path, bench)
    let head = try bench.open().log.head
    let second = try importing(path, bench)
    #expect(second.total.skipped == first.total.recorded && second.total.recorded == 0)
    #expect(second.eventCount == 0 && second.batchCount == 0)
    #expect(try bench.open().log.head == head)
    #expect(first.eventCount == Int(head.size) - 6)
  }

  @Test func `a long import leaves indexes of texts to its end, and keeps the same`() throws {
    let text = try ImportsHistoryReading.sample()
    let (usual, long) = (try ImportsWorkbench(), try ImportsWorkbench())
    let expected = try importing(usual.file("history.ndjson", text), usual)
    var history = HistoryImport(path: try long.file("history.ndjson", text))
    history.firstBatchWithoutIndexes = 1
    let report = try history.run(on: try long.open(), signedBy: long.signer)
    #expect(report.stop == nil && report.total == expected.total)
    #expect(try long.open().register.digest == usual.open().register.digest)
    try long.open().identities.check()
    #expect(try long.verdict() == (.intact, []))
  }

  @Test func `an import that was cut off goes on where it was, wherever that is`() throws {
    let text = try ImportsHistoryReading.sample()
    let all = text.split(separator: "\n")
    let whole = try ImportsWorkbench()
    _ = try importing(whole.file("history.ndjson", text), whole)
    let expected = try whole.open().register
    let moments = try ImportsHistoryReading(text, timeZone: "UTC").moments
    for cut in stride(from: 1, to: all.count, by: 9) {
      let bench = try ImportsWorkbench()
      let half = all.prefix(cut).joined(separator: "\n")
      _ = try importing(bench.file("half.ndjson", half), bench)
      let report = try importing(bench.file("whole.ndjson", text), bench)
      #expect(report.stop == nil && report.total.skipped == cut)
      let register = try bench.open().register
      #expect(register.position == expected.position)
      #expect(register.units.rows.map(\.name) == expected.units.rows.map(\.name))
      #expect(moments.allSatisfy { lines(register, at: $0) == lines(expected, at: $0) })
    }
  }

  @Test func `a dry run judges everything and records nothing`() throws {
    let bench = try ImportsWorkbench()
    let path = try bench.file("history.ndjson", try ImportsHistoryReading.sample())
    let ledger = try bench.open()
    let head = ledger.log.head
    var told: [ImportProgress] = []
    let dry = try HistoryImport(path: path, isDryRun: true, progress: { told.append($0) }).run(
      on: ledger, signedBy: bench.signer)
    #expect(try bench.open().log.head == head)
    #expect(try bench.open().identities.identities().count == 1)
    #expect(told.last?.operationCount == 73 && told.last?.bytesRead == told.last?.bytesTotal)
    // The same value goes on to do it, so that nothing of the dry run may be left in it.
    let wet = try HistoryImport(path: path).run(on: ledger, signedBy: bench.signer)
    #expect(dry.counts == wet.counts && dry.eventCount == wet.eventCount)
    #expect(dry.findings.mapValues(\.count) == wet.findings.mapValues(\.count))
    #expect(dry.findings.mapValues(\.positions) == wet.findings.mapValues(\.positions))
  }

  @Test func `names and texts are kept beside the log and open their commitments`() throws {
    let bench = try ImportsWorkbench()
    _ = try importing(
      bench.file("history.ndjson", try ImportsHistoryReading.sample()), bench)
    let ledger = try bench.open()
    func text(_ commitment: Commitment?) throws -> String? {
      guard let commitment, case .present(let open) = try ledger.text(for: commitment) else {
        return nil
      }
      return open.text
    }
    let request = ledger.register.requests[RequestID("R005")!]!
    #expect(try text(request.need) == "Bokslut 2020, konsultuppdrag\tavrop 17")
    let system = ledger.register.systems[SystemID("S0002")!]!
    #expect(try text(system.purpose) == "Redovisning och fakturor\nAttest i två steg")
    guard case .present(let identity) = try ledger.identities.identity(of: "P0007") else {
      Issue.record("P0007 has no name")
      return
    }
    #expect(identity.name == "Tuva \"Tuvis\" Grönvall" && identity.title == "Biståndshandläggare")
    var reasons: [String] = []
    var unopened = 0
    try ledger.readEvents { recorded in
      guard recorded.command.channel == .migration, let reason = recorded.reason else {
        return .proceed
      }
      if let reason = try text(reason) { reasons.append(reason) } else { unopened += 1 }
      return .proceed
    }
    #expect(unopened == 0)
    for expected in [
      "Enligt delegation 4.2", "Två personer ska attestera", "Min egen, behövs", "ÄR-2021-0007",
      "Samtal hållet; felsökning, inte nyfikenhet. Rutin: C:\\rutin\\logg.txt",
    ] {
      #expect(reasons.contains(expected))
    }
  }

  @Test func `what history does not say is left out, and what it says keeps its place`() throws {
    let bench = try ImportsWorkbench()
    _ = try importing(
      bench.file("history.ndjson", try ImportsHistoryReading.sample()), bench)
    let register = try bench.open().register
    let system = register.systems[SystemID("S0001")!]!
    #expect(register.units[system.owner]?.name.text == "Socialförvaltningen")
    #expect(register.units[system.owner]?.kind == .administration)
    let night = register.units.rows.first { $0.name.text == "Nattpatrullen" }!
    #expect(register.units[night.parent!]?.name.text == "Hemtjänsten Östra")
    #expect(night.kind == .unit)
    // The steward decided the first request; the second decider of the fifth held nothing.
    let first = register.requests[RequestID("R001")!]!.decision!
    #expect(register.assignments[first.assignment!]?.role == .steward && first.authority == .role)
    let fifth = register.requests[RequestID("R005")!]!.decision!
    #expect(fifth.assignment == nil && fifth.authority == .unstated)
    // The deputy acted for the steward.
    #expect(register.requests[RequestID("R010")!]!.decision!.actingFor == PersonID("P0004"))
    #expect(register.incidents[IncidentID("I001")!]?.closed != nil)
    #expect(register.grants.rows.allSatisfy { $0.begun.isMigrated })
  }
}
