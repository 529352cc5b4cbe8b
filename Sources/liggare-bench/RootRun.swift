import EventStore
import Synchronization
import Transparency

/// The Merkle root and the full grammar of the lines, alone: nothing is folded and no signature is looked at.
///
/// Whole segments are work of their own, because each is a subtree of its own; every core takes the next.
struct RootRun {
  var ledger: String

  private struct Part {
    var run: MerkleRun
    var byteCount = 0
    var failure: (any Error)?
  }

  func run() throws -> Figures {
    var watch = Stopwatch()
    let log = try FileEventLog.open(at: ledger, for: .examining)
    let segmentSize = log.format.segmentSize
    let count = Int((log.head.size + segmentSize - 1) / segmentSize)
    let parts = Mutex<[Int: Part]>([:])
    let crew = Crew(helpers: min(Crew.usefulHelpers, max(0, count - 1)))
    try crew.work(on: count) { place in
      let part = self.part(at: UInt64(place) * segmentSize, of: segmentSize)
      parts.withLock { $0[place] = part }
    } meanwhile: {
    }
    var tree = MerkleFrontier()
    var byteCount = 0
    for (_, part) in parts.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      if let failure = part.failure { throw failure }
      tree.append(part.run)
      byteCount += part.byteCount
    }
    guard tree.head == log.head else {
      throw BenchError.foreignRoot(found: tree.root.base64, committed: log.head.root.base64)
    }
    watch.stop()
    var figures = Figures()
    figures.add(watch)
    figures.add("events", Int(tree.size))
    figures.add("bytes", byteCount)
    figures.add("root", word: tree.root.base64)
    return figures
  }

  /// One segment, read by a log of its own, because a log is not to be shared.
  private func part(at first: UInt64, of segmentSize: UInt64) -> Part {
    var part = Part(run: MerkleRun(from: first))
    do {
      let log = try FileEventLog.open(at: ledger, for: .examining)
      try log.readChunks(from: first) { chunk in
        guard chunk.segment == first else { return .stop }
        part.byteCount += chunk.bytes.count
        return try chunk.forEachRecord(hashing: true) { record in
          try record.fields.checkEvent()
          if let leaf = record.leaf { part.run.append(leafHash: leaf) }
          return .proceed
        }
      }
    } catch {
      part.failure = error
    }
    return part
  }
}
