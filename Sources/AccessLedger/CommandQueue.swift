public import Diagnostics
public import EventStore
import Glibc
import Transparency

/// One ledger, kept open for the commands of many threads, which share commits.
///
/// Whoever gives a command while another is being kept waits; the next commit takes all that wait. Of each group one thread does the
/// work for all: it decides the commands in their order, each on the state with those before it, has each signed by its author, and puts
/// them on the disk with one pair of syncs. Each call returns when its own command is kept for good, or says why it was refused; a
/// refused command stands in nobody's way.
///
/// ```swift
/// let queue = CommandQueue(try Ledger.open(at: path, for: .writing, patience: patience, ambient: .system))
/// // On any number of threads:
/// let receipt = try queue.record(recording, signedBy: key)
/// // At the end, and whenever others should see a checkpoint:
/// let warnings = queue.publish()
/// ```
///
/// The queue has the ledger for its own. Other processes may write to it meanwhile: their commands are read before the next group is
/// decided. Checkpoint and tiles are made when so much has come that it matters, and by ``publish()``.
public final class CommandQueue: @unchecked Sendable {
  /// How many commands may share a commit.
  public static let groupMax = 64

  private let room = WaitingRoom()
  /// Touched only by the thread that leads.
  private let ledger: Ledger
  private var lastPublished: UInt64
  /// Signs commands while others are decided, where there is a core for it; begun with the first that wait together.
  private lazy var signingThread = Crew.usefulHelpers > 0 ? SideThread() : nil

  /// After how many events a checkpoint is issued without being asked for: the width of a tile.
  static let eventsBetweenCheckpoints: UInt64 = 256

  /// - Parameter ledger: opened for writing; nobody else uses it from now on.
  public init(_ ledger: Ledger) {
    self.ledger = ledger
    ledger.defersCheckpoint = true
    lastPublished = ledger.log.head.size
  }

  /// Decides a command behind those that were given before it, and records what follows, all of it or nothing.
  ///
  /// Called from any thread; returns when the command is kept for good. The recording's steps are made on the thread that leads.
  /// - Throws: as `Ledger.record`.
  public func record(
    _ recording: Recording, signedBy signer: any BatchSigner
  ) throws(LedgerError) -> RecordingReceipt {
    let command = QueuedCommand(recording, signer)
    room.enter(command) { commands in lead(commands) }
    guard let outcome = command.outcome else {
      preconditionFailure("Who leads answers all that it was given.")
    }
    return try outcome.get()
  }

  /// Issues a checkpoint of the head and brings the tiles up to it; gives what there is to tell of it.
  public func publish() -> [Diagnostic] {
    room.alone { publishNow() }
  }

  /// Lends the ledger for a question, between two groups.
  public func withLedger<Answer>(_ body: (Ledger) -> Answer) -> Answer {
    room.alone { body(ledger) }
  }

  private func publishNow() -> [Diagnostic] {
    let warnings = ledger.publishNews()
    lastPublished = ledger.log.head.size
    return warnings
  }

  private func lead(_ commands: [QueuedCommand]) {
    ledger.recordTogether(commands, beside: commands.count > 1 ? signingThread : nil)
    guard ledger.log.head.size >= lastPublished + Self.eventsBetweenCheckpoints else { return }
    let warnings = publishNow()
    guard let last = commands.last, case .success(var receipt) = last.outcome else { return }
    receipt.warnings += warnings
    last.outcome = .success(receipt)
  }
}

/// A command in the queue, with what becomes of it.
final class QueuedCommand {
  let recording: Recording
  let signer: any BatchSigner
  var outcome: Result<RecordingReceipt, LedgerError>?
  /// What its thread sleeps on: a lock that all of them share would have each wait for the others when all are answered.
  private let turn = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init(_ recording: Recording, _ signer: any BatchSigner) {
    self.recording = recording
    self.signer = signer
    sem_init(turn, 0, 0)
  }

  deinit {
    sem_destroy(turn)
    turn.deallocate()
  }

  /// Returns when ``wake()`` was called, once for each call.
  func sleep() {
    while sem_wait(turn) != 0 {}
  }

  func wake() { sem_post(turn) }
}

/// Where threads wait for their commands to be done: the first that finds nobody at work does the work of all that wait, and wakes each
/// when it is done.
private final class WaitingRoom {
  private let monitor = Monitor()
  private var waiting: [QueuedCommand] = []
  private var isBusy = false
  /// How many threads wait until nobody leads.
  private var aloneCount = 0
  /// How many commands the last group had: as many are likely to come again.
  private var expected = 1

  /// Waits until the command has its outcome, and leads when nobody does.
  func enter(_ command: QueuedCommand, lead: ([QueuedCommand]) -> Void) {
    monitor.lock()
    waiting.append(command)
    if isBusy {
      monitor.unlock()
      command.sleep()
      // Woken without an outcome, it is the first that waits, and leads.
      guard command.outcome == nil else { return }
      monitor.lock()
    }
    isBusy = true
    var isDone = false
    while !isDone {
      letOthersCome()
      let group = Array(waiting.prefix(CommandQueue.groupMax))
      waiting.removeFirst(group.count)
      expected = group.count
      monitor.unlock()
      lead(group)
      monitor.lock()
      isDone = command.outcome != nil
      if isDone { handOver() }
      // Woken under the lock they would only wait for it.
      monitor.unlock()
      for other in group where other !== command { other.wake() }
      if !isDone { monitor.lock() }
    }
  }

  /// Does something while nobody leads.
  func alone<Result>(_ body: () -> Result) -> Result {
    monitor.lock()
    aloneCount += 1
    while isBusy { monitor.wait() }
    aloneCount -= 1
    isBusy = true
    monitor.unlock()
    let result = body()
    monitor.lock()
    handOver()
    monitor.unlock()
    return result
  }

  /// Ends leading: whoever wants to be alone comes first, then the first that waits leads on. Called with the lock held.
  private func handOver() {
    if aloneCount == 0, let next = waiting.first {
      next.wake()
    } else {
      isBusy = false
      monitor.signal()
    }
  }

  /// Gives the threads that were just answered a moment to come with their next commands: a sync shared by all is worth it.
  private func letOthersCome() {
    var turns = 0
    while waiting.count < expected, turns < 2 * expected {
      turns += 1
      monitor.unlock()
      sched_yield()
      monitor.lock()
    }
  }
}
