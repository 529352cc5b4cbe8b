import AccessLedger
import AccessModel
import Commands
import Diagnostics
import EventStore
import Foundation
import Projections
import Testing
import Transparency

/// Works on ledgers with and without the snapshot beside their log.
@Suite struct SnapshotTests {
  private func register(_ count: Int, on ledger: Ledger, _ bench: ImportsWorkbench) throws {
    for _ in 0..<count {
      _ = try ledger.record(
        Recording { ledger in
          let number = ledger.register.units.nextNumber
          return [
            .init(
              .unit(
                .register(
                  RegisterUnit(
                    unit: UnitID(number: number), name: "Enhet \(number)", kind: .unit,
                    parent: UnitID(number: max(1, number / 2))))))
          ]
        }, signedBy: bench.signer)
    }
  }

  private func digests(_ bench: ImportsWorkbench) throws -> (with: String, without: String) {
    func digest(_ usesSnapshot: Bool) throws -> String {
      let ledger = try Ledger.open(
        at: bench.ledgerPath, for: .reading, ambient: bench.ambient, usesSnapshot: usesSnapshot)
      #expect(ledger.register.position == ledger.log.head.size)
      let digest = "\(RegisterSnapshot.digest(of: ledger.register))"
      #expect(!usesSnapshot || ledger.register.isIntact)
      return digest
    }
    return (try digest(true), try digest(false))
  }

  private func path(_ bench: ImportsWorkbench) -> String {
    bench.ledgerPath + "/register.snapshot"
  }

  @Test func `a ledger opened from a snapshot is the one that its log folds to`() throws {
    let bench = try ImportsWorkbench()
    for _ in 0..<4 {
      let ledger = try bench.open()
      try register(3, on: ledger, bench)
      #expect(ledger.writeSnapshot())
      let at = ledger.log.head.size
      #expect(try bench.open().log.resumedPosition == at)
      try register(2, on: try bench.open(), bench)
      let reopened = try bench.open()
      #expect(reopened.log.resumedPosition == at)
      let both = try digests(bench)
      #expect(both.with == both.without)
      #expect(try Ledger.verifyDerived(at: bench.ledgerPath, ambient: bench.ambient) == .agrees)
    }
    #expect(try bench.verdict() == (.intact, []))
  }

  private func rename(
    unitAt position: UInt64, _ name: String, on ledger: Ledger, _ bench: ImportsWorkbench
  ) throws {
    _ = try ledger.record(
      Recording(reason: "The paper says otherwise") { _ in
        [
          .init(
            .correct(
              CorrectEvent(
                position: position, change: .value(field: "name", "\"\(name)\""),
                decider: PersonID(number: 1))))
        ]
      }, signedBy: bench.signer)
  }

  @Test
  func `a snapshot holds what is true as corrected, and a correction after it begins all again`()
    throws
  {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    try register(3, on: ledger, bench)
    let position = ledger.log.head.size - 1
    let unit = UnitID(number: ledger.register.units.nextNumber - 1)
    #expect(ledger.writeSnapshot())
    let before = ledger.log.head.size
    // A correction of an event before the snapshot.
    try rename(unitAt: position, "Rättad", on: ledger, bench)
    let corrected = try bench.open()
    #expect(corrected.log.resumedPosition == before)
    #expect(corrected.register.units[unit]?.name.text == "Rättad")
    var both = try digests(bench)
    #expect(both.with == both.without)
    #expect(try Ledger.verifyDerived(at: bench.ledgerPath, ambient: bench.ambient) == .agrees)
    // A snapshot of the corrected register, read alone and with events after it.
    #expect(corrected.writeSnapshot())
    let after = corrected.log.head.size
    for _ in 0..<2 {
      let reopened = try bench.open()
      #expect(reopened.log.resumedPosition == after)
      #expect(reopened.register.units[unit]?.name.text == "Rättad")
      #expect(reopened.register.corrections.map(\.target) == [position])
      #expect(!reopened.corrections.isEmpty)
      #expect(try Ledger.verifyDerived(at: bench.ledgerPath, ambient: bench.ambient) == .agrees)
      try register(2, on: reopened, bench)
      both = try digests(bench)
      #expect(both.with == both.without)
    }
    // A second correction of the same, after the snapshot that holds the first.
    try rename(unitAt: position, "Rättad igen", on: try bench.open(), bench)
    #expect(try bench.open().log.resumedPosition == after)
    #expect(try bench.open().register.units[unit]?.name.text == "Rättad igen")
    both = try digests(bench)
    #expect(both.with == both.without)
    #expect(try bench.verdict() == (.intact, []))
  }

  @Test func `who reads as first recorded neither uses a snapshot nor writes one`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    try register(2, on: ledger, bench)
    let unit = UnitID(number: ledger.register.units.nextNumber - 1)
    let name = try #require(ledger.register.units[unit]?.name.text)
    try rename(unitAt: ledger.log.head.size - 1, "Rättad", on: ledger, bench)
    #expect(try bench.open().writeSnapshot())
    let original = try Ledger.open(
      at: bench.ledgerPath, for: .reading, ambient: bench.ambient, reading: .original)
    #expect(original.log.resumedPosition == 0)
    #expect(original.register.units[unit]?.name.text == name)
    #expect(!original.writeSnapshot())
    #expect(try bench.open().register.units[unit]?.name.text == "Rättad")
  }

  @Test
  func `corrections in a damaged snapshot are not believed when a later one begins all again`()
    throws
  {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    try register(2, on: ledger, bench)
    let position = ledger.log.head.size - 1
    try rename(unitAt: position, "Rättad", on: ledger, bench)
    #expect(try bench.open().writeSnapshot())
    try rename(unitAt: position - 1, "Rättad också", on: try bench.open(), bench)
    let sound = try Data(contentsOf: URL(fileURLWithPath: path(bench)))
    let expected = try digests(bench).without
    for place in 0..<sound.count where place % 17 == 0 {
      var damaged = sound
      damaged[place] ^= 0x10
      try damaged.write(to: URL(fileURLWithPath: path(bench)))
      let ledger = try Ledger.open(at: bench.ledgerPath, for: .reading, ambient: bench.ambient)
      let digest = "\(RegisterSnapshot.digest(of: ledger.register))"
      #expect(!ledger.register.isIntact || digest == expected, "\(place)")
    }
  }

  @Test func `a damaged snapshot is ignored, read or written on`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    try register(60, on: ledger, bench)
    #expect(ledger.writeSnapshot())
    let sound = try Data(contentsOf: URL(fileURLWithPath: path(bench)))
    let expected = try digests(bench).without
    for place in stride(from: 0, to: sound.count, by: 131) {
      var damaged = sound
      damaged[place] ^= 0x10
      try damaged.write(to: URL(fileURLWithPath: path(bench)))
      let ledger = try Ledger.open(at: bench.ledgerPath, for: .reading, ambient: bench.ambient)
      let digest = "\(RegisterSnapshot.digest(of: ledger.register))"
      #expect(!ledger.register.isIntact || digest == expected, "\(place)")
      #expect(try Ledger.verifyDerived(at: bench.ledgerPath, ambient: bench.ambient) != .agrees)
    }
    try sound.prefix(200).write(to: URL(fileURLWithPath: path(bench)))
    #expect(try digests(bench).with == expected)
    // The first rows lie in the first block of the body, which nobody looks at before they are asked for.
    var damaged = sound
    damaged[2 * 4_096 + 150] ^= 0x40
    try damaged.write(to: URL(fileURLWithPath: path(bench)))
    let writing = try bench.open()
    #expect(writing.log.resumedPosition > 0)
    try register(2, on: writing, bench)
    #expect(!FileManager.default.fileExists(atPath: path(bench)))
    let both = try digests(bench)
    #expect(both.with == both.without)
    #expect(try bench.verdict() == (.intact, []))
  }

  @Test func `the snapshot of another ledger, or of another history, is ignored`() throws {
    let (one, other) = (try ImportsWorkbench(), try ImportsWorkbench(timeZone: "Europe/Stockholm"))
    let ledger = try one.open()
    try register(4, on: ledger, one)
    try register(6, on: try other.open(), other)
    #expect(ledger.writeSnapshot())
    try FileManager.default.copyItem(atPath: path(one), toPath: path(other))
    #expect(try other.open().log.resumedPosition == 0)
    let both = try digests(other)
    #expect(both.with == both.without)
    guard case .differs = try Ledger.verifyDerived(at: other.ledgerPath, ambient: other.ambient)
    else {
      Issue.record("A foreign snapshot agrees.")
      return
    }
  }

  @Test func `a snapshot that lies is found by comparing it with the log`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    try register(4, on: ledger, bench)
    let liar = try ImportsWorkbench()
    let other = try liar.open()
    try register(3, on: other, liar)
    _ = try other.record(
      Recording { ledger in
        [
          .init(
            .unit(
              .register(
                RegisterUnit(
                  unit: UnitID(number: 90), name: "Annan", kind: .unit,
                  parent: UnitID(number: 1))))
          )
        ]
      }, signedBy: liar.signer)
    #expect(other.register.position == ledger.register.position)
    let bookmark = try #require(ledger.log.bookmark)
    let bytes = RegisterSnapshot.bytes(of: other.register, stamp: bookmark.bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: path(bench)))
    guard
      case .differs(let finding) = try Ledger.verifyDerived(
        at: bench.ledgerPath, ambient: bench.ambient)
    else {
      Issue.record("A snapshot that lies agrees.")
      return
    }
    #expect(finding.code == "LED-12")
  }

  @Test func `who cannot write a snapshot answers without it`() throws {
    let bench = try ImportsWorkbench()
    // A folder stands in its place: nothing can be renamed to it, and nothing be read from it.
    try FileManager.default.createDirectory(
      atPath: path(bench) + "/x", withIntermediateDirectories: true)
    let ledger = try bench.open()
    try register(2, on: ledger, bench)
    #expect(!ledger.writeSnapshot())
    let both = try digests(bench)
    #expect(both.with == both.without)
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.ledgerPath)
    #expect(!left.contains { $0.hasSuffix(".tmp") })
    #expect(
      try Ledger.verifyDerived(at: bench.ledgerPath, ambient: bench.ambient) == .nothingDerived)
  }
}
