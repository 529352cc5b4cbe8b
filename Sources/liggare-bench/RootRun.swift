import EventStore
import Transparency

/// The Merkle root and the full grammar of the lines, alone: nothing is folded and no signature is looked at.
struct RootRun {
  var ledger: String

  func run() throws -> Figures {
    var watch = Stopwatch()
    let log = try FileEventLog.open(at: ledger, for: .examining)
    var tree = MerkleFrontier()
    var byteCount = 0
    try BlockRelay(log.makeBlocks(), isShort: false) { RootPiece() }.run { piece in
      if let failure = piece.failure { throw failure }
      guard piece.run.start == tree.size else {
        throw BenchError.misplaced(stated: piece.run.start, position: tree.size)
      }
      tree.append(piece.run)
      byteCount += piece.block.bytes.count
      return .proceed
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
}

/// Some lines, read by the grammar and hashed.
private final class RootPiece: BlockPiece, @unchecked Sendable {
  // Unchecked because one thread at a time has it.
  let block = LineBlock()
  private(set) var run = MerkleRun(from: 0)
  private(set) var failure: (any Error)?
  private var lines = LineHashes()

  func work() {
    failure = nil
    lines.findLines(in: block.bytes)
    do {
      try read()
      lines.hash(block.bytes) { run.append(leafHashes: $0) }
    } catch {
      failure = error
    }
  }

  private func read() throws {
    var begin = 0
    var position: UInt64?
    for end in lines.ends {
      let line = try RecordLine(
        UnsafeRawBufferPointer(rebasing: block.bytes[begin..<Int(end)]))
      try line.checkEvent()
      if position == nil { run.restart(from: line.sequence) }
      guard line.sequence == position ?? line.sequence else {
        throw BenchError.misplaced(stated: line.sequence, position: position ?? 0)
      }
      position = line.sequence + 1
      begin = Int(end) + 1
    }
  }
}
