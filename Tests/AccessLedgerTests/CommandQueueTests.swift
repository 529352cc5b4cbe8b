import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Foundation
import IdentityRegister
import Projections
import Testing
import Transparency

@Suite struct `A queue of commands` {
  /// Registers a unit below the organisation; one that is there already is refused.
  private static func unit(_ number: Int) -> Recording {
    Recording { _ in
      [
        Recording.Step(
          .unit(
            .register(
              RegisterUnit(
                unit: UnitID(number: number), name: "Office \(number)", kind: .unit,
                parent: UnitID(number: 1)))))
      ]
    }
  }

  private static func person(_ number: Int, userName: String) -> Recording {
    Recording { _ in
      let person = PersonID(number: number)
      return [
        .init(
          .person(.register(RegisterPerson(person: person, category: .employee))),
          identity: Identity(person: "\(person)", name: "Person \(number)", userName: userName))
      ]
    }
  }

  /// What came of commands that so many threads gave at once, by their numbers.
  private func outcomes(
    _ queue: CommandQueue, _ bench: ImportsWorkbench, threads: Int, _ recordings: [Recording]
  ) -> [Result<RecordingReceipt, LedgerError>?] {
    let outcomes = Outcomes(count: recordings.count)
    nonisolated(unsafe) let recordings = recordings
    let signer = bench.signer
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for index in stride(from: thread, to: recordings.count, by: threads) {
        do throws(LedgerError) {
          outcomes[index] = .success(try queue.record(recordings[index], signedBy: signer))
        } catch {
          outcomes[index] = .failure(error)
        }
      }
    }
    return outcomes.all
  }

  /// What came of each command, noted by the thread that gave it.
  private final class Outcomes: @unchecked Sendable {
    private let lock = NSLock()
    private var found: [Result<RecordingReceipt, LedgerError>?]

    init(count: Int) { found = Array(repeating: nil, count: count) }

    var all: [Result<RecordingReceipt, LedgerError>?] { lock.withLock { found } }

    subscript(index: Int) -> Result<RecordingReceipt, LedgerError>? {
      get { lock.withLock { found[index] } }
      set { lock.withLock { found[index] = newValue } }
    }
  }

  @Test func `keeps every command of many threads once, signed, in an intact log`() throws {
    let bench = try ImportsWorkbench()
    let queue = CommandQueue(try bench.open())
    let found = outcomes(queue, bench, threads: 8, (0..<160).map { Self.unit(100 + $0) })
    var positions: Set<UInt64> = []
    for outcome in found {
      let receipt = try #require(try outcome?.get())
      #expect(receipt.events.count == 1 && receipt.warnings.isEmpty)
      positions.insert(receipt.first)
    }
    #expect(positions.count == 160)
    #expect(queue.publish().isEmpty)
    let head = queue.withLedger { $0.log.head }
    #expect(head.size == 166)
    let (verdict, findings) = try bench.verdict()
    #expect(verdict == .intact, "\(findings)")
    // Read anew, every unit is there.
    let again = try Ledger.open(
      at: bench.ledgerPath, for: .reading, ambient: bench.ambient, usesSnapshot: false)
    #expect(again.log.head == head)
    #expect((0..<160).allSatisfy { again.register.units.contains(UnitID(number: 100 + $0)) })
  }

  @Test func `refuses what the commands before it forbid, and nothing else`() throws {
    let bench = try ImportsWorkbench()
    let queue = CommandQueue(try bench.open())
    // Each unit is asked for by four commands, of which one is the first.
    let found = outcomes(queue, bench, threads: 8, (0..<80).map { Self.unit(100 + $0 / 4) })
    for unit in 0..<20 {
      let four = found[unit * 4..<unit * 4 + 4]
      #expect(four.count { (try? $0?.get()) != nil } == 1)
    }
    #expect(queue.withLedger { $0.log.head.size } == 26)
    #expect(queue.publish().isEmpty)
    #expect(try bench.verdict().0 == .intact)
  }

  @Test func `knows the names and texts of commands that share a commit with it`() throws {
    let bench = try ImportsWorkbench()
    let queue = CommandQueue(try bench.open())
    let found = outcomes(
      queue, bench, threads: 8,
      (0..<40).map { Self.person(100 + $0, userName: "user.\($0 / 2)") })
    for name in 0..<20 {
      let codes = found[name * 2..<name * 2 + 2].map { outcome -> String in
        guard case .failure(let error)? = outcome else { return "kept" }
        return error.diagnostics.map(\.code).joined()
      }
      // Who is not affiliated is not here, and leaves the name to others: both are kept, in whatever order.
      #expect(codes == ["kept", "kept"])
    }
    let names = try queue.withLedger { ledger in Result { try ledger.identities.identities().count }
    }.get()
    #expect(names == 41)
  }

  /// A key that is not there each third time it is asked.
  private final class AbsentKey: BatchSigner, @unchecked Sendable {
    private let key: SigningKey
    private let lock = NSLock()
    private var asked = 0

    init(_ key: SigningKey) { self.key = key }

    var publicKey: OpenSSHPublicKey { key.publicKey }

    func signature(
      over message: SHA512.Digest, namespace: SignatureNamespace
    ) throws(Diagnostic) -> SSHSignature {
      let count = lock.withLock {
        asked += 1
        return asked
      }
      guard count % 3 != 0 else { throw StoreCode.originMalformed.diagnostic() }
      return try key.signature(over: message, namespace: namespace)
    }
  }

  @Test func `takes back what was decided on a command that could not be signed`() throws {
    let bench = try ImportsWorkbench()
    let queue = CommandQueue(try bench.open())
    let signer = AbsentKey(bench.signer)
    let found = Outcomes(count: 120)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for index in stride(from: thread, to: 120, by: 8) {
        do throws(LedgerError) {
          found[index] = .success(
            try queue.record(Self.unit(100 + index / 4), signedBy: signer))
        } catch {
          found[index] = .failure(error)
        }
      }
    }
    var kept = 0
    for unit in 0..<30 {
      let four = found.all[unit * 4..<unit * 4 + 4]
      let unsigned = four.count { outcome in
        guard case .failure(.unavailable(let error))? = outcome else { return false }
        return error.code == StoreCode.originMalformed.code
      }
      // Whoever was refused was refused because of one that was kept, and not of one that was not signed.
      let isKept = four.count { (try? $0?.get()) != nil } == 1
      #expect(isKept ? unsigned < 4 : unsigned == 4)
      kept += isKept ? 1 : 0
    }
    #expect(kept > 10)
    #expect(queue.withLedger { $0.log.head.size } == 6 + UInt64(kept))
    #expect(queue.publish().isEmpty)
    #expect(try bench.verdict().0 == .intact)
  }

  @Test func `reads what another process writes between two groups`() throws {
    let bench = try ImportsWorkbench()
    let queue = CommandQueue(try bench.open())
    _ = try queue.record(Self.unit(100), signedBy: bench.signer)
    let other = try bench.open()
    _ = try other.record(Self.unit(101), signedBy: bench.signer)
    #expect(throws: LedgerError.self) {
      try queue.record(Self.unit(101), signedBy: bench.signer)
    }
    _ = try queue.record(Self.unit(102), signedBy: bench.signer)
    #expect(queue.withLedger { $0.log.head.size } == 9)
    _ = try other.record(Self.unit(103), signedBy: bench.signer)
    #expect(try bench.verdict().0 == .intact)
  }
}
