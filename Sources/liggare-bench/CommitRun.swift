import AccessLedger
import AccessModel
import Commands
import EventStore
import Projections
import Synchronization
import Transparency

/// Durable commands in one process: each is decided, signed by its author and kept for good before the next of the same writer is given.
///
/// A command registers a unit, which writes nothing but the log. The writers share one queue, in which those that wait share a commit; the
/// checkpoint at the end is timed with them.
struct CommitRun {
  var ledger: String
  /// The custodian's private key.
  var key: String
  /// How many commands in all.
  var count: Int
  var writers: Int

  func run() throws -> Figures {
    let key = try SigningKey(openSSHPrivateKey: try contents(of: self.key))
    let ledger = try Ledger.open(at: self.ledger, for: .writing, ambient: .system)
    ledger.currentVerb = "bench"
    let base = ledger.register.units.nextNumber
    let queue = CommandQueue(ledger)
    let shares = (0..<writers).map { $0 * count / writers..<($0 + 1) * count / writers }
    let failures = Mutex<[String]>([])
    let crew = Crew(helpers: writers - 1)
    var watch = Stopwatch()
    crew.work(on: writers) { place in
      do {
        for number in shares[place] {
          _ = try queue.record(registration(of: number, from: base), signedBy: key)
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    } meanwhile: {
    }
    let warnings = queue.publish()
    watch.stop()
    let stopped = failures.withLock { $0 } + warnings.map { "\($0)" }
    guard stopped.isEmpty else { throw BenchError.writersStopped(stopped) }
    var figures = Figures()
    figures.add(watch)
    figures.add("commits", count)
    figures.add("writers", writers)
    return figures
  }

  private func registration(of number: Int, from base: Int) -> Recording {
    Recording { _ throws(LedgerError) in
      [
        Recording.Step(
          .unit(
            .register(
              RegisterUnit(
                unit: UnitID(number: base + number), name: "Office \(number)", kind: .unit,
                parent: UnitID(number: 1)))))
      ]
    }
  }
}
