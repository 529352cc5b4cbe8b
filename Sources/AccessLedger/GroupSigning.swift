import Diagnostics
import EventStore
import Synchronization

/// The batches of a group, signed and added in their order while the commands behind them are decided.
///
/// A batch states the root of the log before it, which covers the signature of the batch before it: so signatures are made one after the
/// other, and what can go on meanwhile is deciding. Each of the two takes about as long. Without a side thread a batch is signed when it
/// is added.
final class GroupSigning: @unchecked Sendable {
  // Unchecked because what both threads touch stands behind the lock. The group and what comes of it belong to the side thread from the
  // first batch on until `finish()`; so does what a batch still lacks, its basis.
  private let log: FileEventLog
  private let thread: SideThread?
  private var group: BatchGroup
  private var receipts: [AppendReceipt] = []
  private var failure: Diagnostic?
  private let monitor = Monitor()
  private var waiting: [(writer: EventWriter, signer: any BatchSigner)] = []
  private var isBegun = false
  private var isClosed = false
  /// Whether the side thread sleeps and has to be woken, which takes as long as deciding a command.
  private var isSleeping = false
  /// How many batches were given.
  private let givenCount = Atomic<Int>(0)
  /// How often the side thread looks whether another one was given before it sleeps: for some twenty microseconds.
  private static let looksMax = 40_000

  /// - Parameter thread: has nothing else to do until `finish()`.
  init(_ group: BatchGroup, of log: FileEventLog, on thread: SideThread?) {
    self.group = group
    self.log = log
    self.thread = thread
  }

  /// Gives a batch to be signed; how many events it has is not changed any more, but nothing else of it is to be looked at.
  func add(_ writer: EventWriter, signedBy signer: any BatchSigner) {
    guard let thread else { return sign(writer, signer) }
    monitor.lock()
    waiting.append((writer, signer))
    givenCount.wrappingAdd(1, ordering: .releasing)
    if isSleeping { monitor.signal() }
    monitor.unlock()
    guard !isBegun else { return }
    isBegun = true
    thread.begin { self.signAll() }
  }

  /// Waits until all are signed; gives the group, what became of the batches as far as they are in it, and why the next one is not.
  func finish() -> (group: BatchGroup, receipts: [AppendReceipt], failure: Diagnostic?) {
    monitor.lock()
    isClosed = true
    monitor.signal()
    monitor.unlock()
    if isBegun { thread?.wait() }
    return (group, receipts, failure)
  }

  private func signAll() {
    var takenCount = 0
    while true {
      var looks = 0
      while givenCount.load(ordering: .acquiring) == takenCount, looks < Self.looksMax {
        looks += 1
      }
      monitor.lock()
      isSleeping = true
      while waiting.isEmpty, !isClosed { monitor.wait() }
      isSleeping = false
      let batches = waiting
      waiting = []
      monitor.unlock()
      guard !batches.isEmpty else { return }
      takenCount += batches.count
      for (writer, signer) in batches { sign(writer, signer) }
    }
  }

  private func sign(_ writer: EventWriter, _ signer: any BatchSigner) {
    // What was decided on a batch that is not there does not count.
    guard failure == nil else { return }
    writer.settle(on: group.head)
    do throws(Diagnostic) {
      receipts.append(try log.add(try UnsignedBatch(writer.events), signedBy: signer, to: &group))
    } catch {
      failure = error
    }
  }
}
