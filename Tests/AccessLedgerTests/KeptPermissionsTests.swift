import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import EventStore
import Events
import Foundation
import Projections
import Testing
import Transparency

@testable import AccessLedger

/// What was known at a moment, from what is kept of an earlier one on.
@Suite struct KeptPermissionsTests {
  /// How many events a segment has.
  private static let segmentSize: UInt64 = 32

  /// A made-up history.
  private static let history = Result {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = NSTemporaryDirectory() + "liggare-history-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let program = Process()
    program.executableURL = tests.deletingLastPathComponent()
      .appendingPathComponent("tools/generate-history")
    program.arguments = ["--operations", "900", "--seed", "5", "--out", path]
    try program.run()
    program.waitUntilExit()
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// A ledger in short segments that took it over bit by bit, so that it is recorded at several moments.
  private func workbench(timeZone: String = "UTC") throws -> ImportsWorkbench {
    let bench = try ImportsWorkbench(timeZone: timeZone, segmentSize: Self.segmentSize)
    let lines = try Self.history.get().split(separator: "\n")
    let partCount = 16
    for part in 0..<partCount {
      let some = lines[lines.count * part / partCount..<lines.count * (part + 1) / partCount]
      let path = try bench.file("history.ndjson", some.joined(separator: "\n") + "\n")
      let report = try HistoryImport(path: path).run(on: try bench.open(), signedBy: bench.signer)
      #expect(report.stop == nil)
    }
    return bench
  }

  /// The moments at which something was recorded, each once.
  private func moments(_ ledger: Ledger) throws -> [Instant] {
    var moments: [Instant] = []
    try ledger.log.readChunks(from: 0) { chunk in
      try chunk.forEachRecord(hashing: false) { record in
        if moments.last != record.fields.recorded { moments.append(record.fields.recorded) }
        return .proceed
      }
    }
    return moments
  }

  private func reading(_ bench: ImportsWorkbench) throws -> Ledger {
    try Ledger.open(at: bench.ledgerPath, for: .reading, ambient: bench.ambient)
  }

  private func folder(_ bench: ImportsWorkbench) -> String { bench.ledgerPath + "/permissions" }

  private func names(_ bench: ImportsWorkbench) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder(bench))) ?? []).sorted()
  }

  /// The answers at several days, from what is kept and from nothing.
  private func answers(
    _ ledger: Ledger, knownAt moment: Instant
  ) throws -> (kept: [[Permission]], folded: [[Permission]]) {
    let days = [2016, 2018, 2020, 2022, 2024].compactMap { Day(year: $0, month: 6, day: 1) }
    let asked = days.map { Instant(milliseconds: Int64($0.number) * 86_400_000) }
    let kept = try ledger.permissionsFromKept(knownAt: moment)
    let folded = try ledger.permissions(knownAt: moment)
    let counts = [(kept.eventCount, kept.byteCount), (folded.eventCount, folded.byteCount)]
    #expect(counts[0] == counts[1])
    let trees = [kept.tree, folded.tree]
    #expect(trees[0] == trees[1])
    return (
      asked.map { kept.inEffect(at: $0).map(\.self) },
      asked.map { folded.inEffect(at: $0).map(\.self) }
    )
  }

  @Test func `is what folding from nothing comes to, whatever was asked before`() throws {
    let bench = try workbench()
    let ledger = try reading(bench)
    #expect(ledger.log.head.size > 25 * Self.segmentSize)
    let moments = try moments(ledger)
    #expect(moments.count > 12)
    var found = 0
    // Late, early, between, each twice, and before and after everything.
    let order =
      [Instant(milliseconds: 0), moments[moments.count - 1]] + moments.reversed() + moments
      + moments.enumerated().filter { $0.offset % 3 == 1 }.map(\.element)
      + [Instant(milliseconds: 4_000_000_000_000)]
    for moment in order {
      let both = try answers(try reading(bench), knownAt: moment)
      #expect(both.kept == both.folded, "\(moment)")
      found += both.kept.reduce(0) { $0 + $1.count }
      #expect(names(bench).count <= 8)
    }
    #expect(found > 100)
    #expect(!names(bench).isEmpty)
    #expect(try Ledger.verifyDerived(at: bench.ledgerPath, ambient: bench.ambient) == .agrees)
    #expect(try bench.verdict() == (.intact, []))
    for name in names(bench) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder(bench) + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `begins at what is kept, and hashes what comes after it alone`() throws {
    let bench = try workbench()
    let ledger = try reading(bench)
    let last = try #require(try moments(ledger).last)
    let before = try ledger.permissionsFromKept(knownAt: last).tree
    let name = try #require(names(bench).first)
    #expect(UInt64(name) == (ledger.log.head.size - 1) / Self.segmentSize * Self.segmentSize)
    // A changed byte before what is kept is for `verify` to find, one after it is found.
    let segments = bench.ledgerPath + "/segments/"
    func change(_ first: String) throws -> String {
      let path = segments + first + ".ndjson"
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      var text = try String(contentsOfFile: path, encoding: .utf8)
      let place = try #require(text.range(of: "\"id\":\"")?.upperBound)
      text.replaceSubrange(place...place, with: text[place] == "0" ? "1" : "0")
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      return path
    }
    _ = try change("000000000032")
    let after = try reading(bench).permissionsFromKept(knownAt: last).tree
    #expect(after == before)
    #expect(throws: LedgerError.self) { _ = try reading(bench).permissions(knownAt: last).tree }
    try FileManager.default.removeItem(atPath: folder(bench))
    #expect(throws: LedgerError.self) {
      _ = try reading(bench).permissionsFromKept(knownAt: last).tree
    }
    // What is not proved is not kept for those who ask next.
    #expect(names(bench).isEmpty)
  }

  @Test func `what is damaged, foreign or made up is not believed`() throws {
    let bench = try workbench()
    let ledger = try reading(bench)
    let last = try #require(try moments(ledger).last)
    let expected = try answers(ledger, knownAt: last).folded
    let name = try #require(names(bench).first)
    let path = folder(bench) + "/" + name
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in stride(from: 0, to: sound.count, by: 997) {
      var damaged = sound
      damaged[place] ^= 0x10
      try damaged.write(to: URL(fileURLWithPath: path))
      #expect(try answers(try reading(bench), knownAt: last).kept == expected, "\(place)")
    }
    for count in [0, 1, 4_096, sound.count / 2] {
      try sound.prefix(count).write(to: URL(fileURLWithPath: path))
      #expect(try answers(try reading(bench), knownAt: last).kept == expected, "\(count)")
    }
    // Of another place in the same log.
    try sound.write(to: URL(fileURLWithPath: folder(bench) + "/000000000128"))
    try FileManager.default.removeItem(atPath: path)
    #expect(try answers(try reading(bench), knownAt: last).kept == expected)
    // Of another log.
    let other = try workbench(timeZone: "Europe/Stockholm")
    let otherLast = try #require(try moments(try reading(other)).last)
    let otherExpected = try answers(try reading(other), knownAt: otherLast).folded
    let theirs = try #require(names(other).last)
    try sound.write(to: URL(fileURLWithPath: folder(other) + "/" + theirs))
    #expect(try answers(try reading(other), knownAt: otherLast).kept == otherExpected)
    // Something is kept again, and it is theirs.
    #expect(names(other).contains(theirs))
    #expect(try answers(try reading(other), knownAt: otherLast).kept == otherExpected)
    #expect(try Ledger.verifyDerived(at: other.ledgerPath, ambient: other.ambient) == .agrees)
  }

  @Test func `what lies is found by comparing it with the log`() throws {
    let bench = try workbench()
    let ledger = try reading(bench)
    let last = try #require(try moments(ledger).last)
    let end = (ledger.log.head.size - 1) / Self.segmentSize * Self.segmentSize
    let honest = try ledger.permissions(to: end - 1)
    // The edge of the tree is the right one, and what is said of access is from some events before.
    let earlier = try ledger.permissions(to: end - 300)
    let forged = PermissionReplay(
      try copy(earlier.state), tree: honest.tree, byteCount: honest.byteCount)
    KeptPermissions(of: bench.ledgerPath).keep(forged)
    _ = try reading(bench).permissionsFromKept(knownAt: last).tree
    guard
      case .differs(let diagnostic) = try Ledger.verifyDerived(
        at: bench.ledgerPath, ambient: bench.ambient)
    else {
      Issue.record("not found")
      return
    }
    #expect(diagnostic.code == "LED-12")
    #expect(diagnostic.text(in: .english).contains("permissions/"))
    try FileManager.default.removeItem(atPath: folder(bench))
    let both = try answers(try reading(bench), knownAt: last)
    #expect(both.kept == both.folded)
    #expect(try Ledger.verifyDerived(at: bench.ledgerPath, ambient: bench.ambient) == .agrees)
  }

  private func copy(_ state: borrowing PermissionState) throws -> PermissionState {
    var bytes: [UInt8] = []
    let isWritten = PermissionSnapshot.write(state, stamp: []) {
      bytes.append(contentsOf: $0)
      return true
    }
    #expect(isWritten)
    let path = NSTemporaryDirectory() + "liggare-kept-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let file = try #require(MappedFile(path))
    guard let state = PermissionSnapshot.state(from: file.bytes, owner: file) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return state
  }

  /// Where the first grant was carried out.
  private func provisioning(_ ledger: Ledger) throws -> UInt64 {
    for position in 0..<ledger.log.head.size {
      if case .grant(.provisioned) = try ledger.event(at: position)?.event { return position }
    }
    throw CocoaError(.fileReadCorruptFile)
  }

  @Test func `with a correction nothing is kept after it, and what was kept before is not used`()
    throws
  {
    let bench = try workbench()
    let first = try #require(try moments(try reading(bench)).last)
    _ = try reading(bench).permissionsFromKept(knownAt: first).tree
    #expect(names(bench).count == 1)
    let ledger = try bench.open()
    let target = try provisioning(ledger)
    _ = try ledger.record(
      Recording(reason: "It was never carried out") { _ in
        [
          .init(
            .correct(CorrectEvent(position: target, change: .void, decider: PersonID(number: 1))))
        ]
      }, signedBy: bench.signer)
    let last = try #require(try moments(try reading(bench)).last)
    let (kept, folded) = try answers(try reading(bench), knownAt: last)
    #expect(kept == folded)
    #expect(names(bench).count == 1)
    // As it was known before, it is as it was.
    let before = try answers(try reading(bench), knownAt: first)
    #expect(before.kept == before.folded && before.kept != kept)
    let original = try Ledger.open(
      at: bench.ledgerPath, for: .reading, ambient: bench.ambient, reading: .original)
    let recorded = try answers(original, knownAt: last)
    #expect(recorded.kept == recorded.folded && recorded.kept == before.kept)
    #expect(try Ledger.verifyDerived(at: bench.ledgerPath, ambient: bench.ambient) == .agrees)
  }

  @Test func `who may not write answers all the same, and drafts of the dead are removed`() throws {
    let bench = try workbench()
    let ledger = try reading(bench)
    let last = try #require(try moments(ledger).last)
    // A file where the folder would be.
    try Data().write(to: URL(fileURLWithPath: folder(bench)))
    let both = try answers(ledger, knownAt: last)
    #expect(both.kept == both.folded)
    try FileManager.default.removeItem(atPath: folder(bench))
    _ = try answers(try reading(bench), knownAt: last)
    let draft = folder(bench) + "/000000000064.4000000.tmp"
    try Data([1]).write(to: URL(fileURLWithPath: draft))
    #expect(KeptPermissions(of: bench.ledgerPath).abandonedDrafts() == [draft])
    try Data([1]).write(to: URL(fileURLWithPath: folder(bench) + "/notes.4000000.tmp"))
    let recovered = try Ledger.recover(
      at: bench.ledgerPath, logKeyPath: nil, patience: .none, ambient: bench.ambient)
    #expect(recovered.steps.contains(.removeDraft(draft)))
    #expect(names(bench).count == 2)
  }

  @Test func `there are never many`() throws {
    let bench = try workbench()
    let ledger = try reading(bench)
    let count = ledger.log.head.size / Self.segmentSize
    for segment in 1..<count {
      let replay = try ledger.permissions(to: segment * Self.segmentSize - 1)
      KeptPermissions(of: bench.ledgerPath).keep(replay)
      #expect(names(bench).count <= 8)
      #expect(names(bench).contains { UInt64($0) == segment * Self.segmentSize })
    }
    // They stand at the beginning as at the end, and nearest each other where there is least before them.
    let kept = names(bench).compactMap { UInt64($0) }
    #expect(kept.count == 8 && kept == kept.sorted())
    #expect(try Ledger.verifyDerived(at: bench.ledgerPath, ambient: bench.ambient) == .agrees)
  }
}
