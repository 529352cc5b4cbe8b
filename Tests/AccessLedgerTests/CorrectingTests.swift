import AccessLedger
import AccessModel
import Commands
import Diagnostics
import EventStore
import Projections
import Testing

@Suite struct `Correcting in a ledger` {
  private static let custodian = PersonID(number: 1)

  private func record(
    _ command: AccessCommand, in ledger: Ledger, _ bench: ImportsWorkbench
  ) throws -> UInt64 {
    try ledger.record(
      Recording(reason: "The paper says otherwise") { _ in [.init(command)] },
      signedBy: bench.signer
    ).first
  }

  private func register(_ number: Int, _ name: String) -> AccessCommand {
    .unit(
      .register(
        RegisterUnit(
          unit: .init(number: number), name: name, kind: .unit, parent: .init(number: 1))))
  }

  private func rename(_ position: UInt64, _ name: String, seen: Int? = nil) -> AccessCommand {
    .correct(
      CorrectEvent(
        position: position, change: .value(field: "name", "\"\(name)\""), decider: Self.custodian,
        seen: seen))
  }

  @Test
  func
    `a ledger that is open meets corrections of others and its own, and says what a fresh one does`()
    throws
  {
    let bench = try ImportsWorkbench()
    let one = try bench.open()
    let position = try record(register(2, "Old"), in: one, bench)
    let other = try bench.open()
    _ = try record(rename(position, "Newer", seen: 0), in: other, bench)
    // What the other recorded counts before the next command is decided.
    #expect(throws: LedgerError.self) {
      try record(rename(position, "Newest", seen: 0), in: one, bench)
    }
    _ = try record(register(3, "Third"), in: one, bench)
    #expect(one.register.units[.init(number: 2)]?.name.text == "Newer")
    _ = try record(rename(position, "Newest", seen: 1), in: one, bench)
    _ = try record(register(4, "Fourth"), in: one, bench)
    #expect(one.register.units[.init(number: 2)]?.name.text == "Newest")
    let fresh = try bench.open()
    #expect(one.register.digest == fresh.register.digest)
    let replay = try fresh.replay()
    #expect(replay.register.digest == fresh.register.digest)
    #expect(replay.head == fresh.log.head)
    let original = try Ledger.open(
      at: bench.ledgerPath, for: .reading, ambient: bench.ambient, reading: .original)
    #expect(original.register.units[.init(number: 2)]?.name.text == "Old")
    #expect(original.register.corrections.count == 2)
    #expect(
      try fresh.replay(to: position + 1).register.units[.init(number: 2)]?.name.text == "Newer")
    #expect(try fresh.replay(to: position).register.units[.init(number: 2)]?.name.text == "Old")
    #expect(try bench.verdict().0 == .intact)
  }

  @Test func `a dry run of a correction leaves the ledger as it was`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    let position = try record(register(2, "Old"), in: ledger, bench)
    let head = ledger.log.head
    let command = rename(position, "New")
    _ = try ledger.record(
      Recording(reason: "The paper says otherwise", isDryRun: true) { _ in [.init(command)] },
      signedBy: bench.signer)
    #expect(ledger.log.head == head)
    _ = try record(register(3, "Third"), in: ledger, bench)
    #expect(ledger.register.units[.init(number: 2)]?.name.text == "Old")
    #expect(ledger.register.corrections.isEmpty)
  }
}
