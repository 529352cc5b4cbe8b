import Chronology
import Interchange

/// The operations that are about to be kept together under one signature.
struct HistoryBatch {
  let writer: EventWriter
  /// When the batch was begun, by the machine's clock.
  let now: Instant
  /// What its events say of when they were recorded.
  let recorded: Instant
  /// What came of keeping it, once that was begun.
  let keeping = Keeping()
  /// Kept to be decided again if another process writes first.
  var operations: [Operation] = []
  var tally = HistoryTally()

  /// What came of keeping a batch: written by the thread that keeps it, read by who waited for that.
  final class Keeping: @unchecked Sendable {
    /// Whether the log has it; it has not when another process wrote first.
    var outcome: Result<Bool, LedgerError> = .success(false)
  }

  /// The most events under one signature.
  static let eventsMax = 4_096

  init(_ ambient: Ambient, lastRecorded: Instant?) {
    writer = EventWriter(ambient)
    now = ambient.now()
    recorded = max(now, lastRecorded ?? .earliest)
  }
}
