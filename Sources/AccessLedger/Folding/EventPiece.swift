import Diagnostics
import EventSourcing
import EventStore
import Events
import Transparency

/// Some lines of the log, read and hashed: all that can be done before it is known what came before them.
///
/// One thread at a time fills it or takes from it.
final class EventPiece: @unchecked Sendable {
  /// The events, in the order of the log.
  private(set) var events: [Recorded<AccessEvent>] = []
  /// The number of bytes of each line, with its end.
  private(set) var byteCounts: [Int] = []
  /// The tree over the leaves, when the reading hashes.
  private(set) var run = MerkleRun(from: 0)
  /// What is wrong with the line after the last of `events`.
  private(set) var failure: (any Error)?
  /// The leaf hash of each line, when the reading hashes.
  private(set) var leaves: [Digest] = []
  private var lines = LineHashes()

  /// Reads the lines of a chunk in place of what was read before, up to the first that cannot be read.
  func read(_ chunk: RecordChunk, isHashing: Bool) {
    events.removeAll(keepingCapacity: true)
    byteCounts.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    run.restart(from: chunk.first)
    failure = nil
    do {
      _ = try chunk.forEachRecord(hashing: false) { record in
        events.append(try Ledger.event(of: record))
        byteCounts.append(record.line.count + 1)
        return .proceed
      }
    } catch {
      failure = error
    }
    guard isHashing else { return }
    lines.findLines(in: chunk.bytes)
    lines.hash(chunk.bytes, upTo: events.count) {
      leaves.append(contentsOf: $0)
      run.append(leafHashes: $0)
    }
  }
}
