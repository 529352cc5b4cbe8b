import AccessLedger
import AccessModel
import Commands
import EventStore
import Glibc
import Projections
import Synchronization
import Transparency

/// Durable commands in one process: each is decided, signed by its author and kept for good before the next of the same writer is given.
///
/// A command registers a unit, which writes nothing but the log. Each writer has the ledger open for itself.
struct CommitRun {
  var ledger: String
  /// The custodian's private key.
  var key: String
  /// How many commands in all.
  var count: Int
  var writers: Int

  func run() throws -> Figures {
    let key = try SigningKey(openSSHPrivateKey: try contents(of: self.key))
    let ledgers = try (0..<writers).map { _ in try Writer(opening: ledger) }
    let base = ledgers[0].ledger.register.units.nextNumber
    let shares = (0..<writers).map { $0 * count / writers..<($0 + 1) * count / writers }
    let outcomes = Mutex<(contended: Int, failures: [String])>((0, []))
    let crew = Crew(helpers: writers - 1)
    var watch = Stopwatch()
    try crew.work(on: writers) { place in
      do {
        let contended = try ledgers[place].record(shares[place], from: base, signedBy: key)
        outcomes.withLock { $0.contended += contended }
      } catch {
        outcomes.withLock { $0.failures.append("\(error)") }
      }
    } meanwhile: {
    }
    watch.stop()
    let outcome = outcomes.withLock { $0 }
    guard outcome.failures.isEmpty else { throw BenchError.writersStopped(outcome.failures) }
    var figures = Figures()
    figures.add(watch)
    figures.add("commits", count)
    figures.add("writers", writers)
    figures.add("contended", outcome.contended)
    return figures
  }
}

/// One author of commands, with the ledger open for them alone.
private struct Writer: @unchecked Sendable {
  /// Used by one thread at a time.
  let ledger: Ledger

  init(opening path: String) throws {
    ledger = try Ledger.open(
      at: path, for: .writing, patience: Writer.patience, ambient: .system)
    ledger.currentVerb = "bench"
  }

  /// Tries for about a minute: many writers wait for one lock, and a waiting writer gives its core away meanwhile.
  private static var patience: FileEventLog.Patience {
    FileEventLog.Patience(tries: 600_000) { usleep(100) }
  }

  /// Gives one command for each number; says how often others kept it from being recorded at the first attempt.
  func record(_ numbers: Range<Int>, from base: Int, signedBy key: SigningKey) throws -> Int {
    var contended = 0
    for number in numbers {
      let unit = UnitID(number: base + number)
      let recording = Recording { _ throws(LedgerError) in
        [
          Recording.Step(
            .unit(
              .register(
                RegisterUnit(
                  unit: unit, name: "Office \(number)", kind: .unit, parent: UnitID(number: 1)))))
        ]
      }
      while true {
        do throws(LedgerError) {
          _ = try ledger.record(recording, signedBy: key)
          break
        } catch {
          guard case .locked = error else { throw error }
          contended += 1
        }
      }
    }
    return contended
  }
}
