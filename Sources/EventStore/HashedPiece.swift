import CanonicalJSON
import Transparency

/// Some lines of a segment, hashed: for whoever needs the tree and nothing else.
final class HashedPiece: BlockPiece, @unchecked Sendable {
  // Unchecked because one thread at a time has it.
  let block: LineBlock
  /// The leaf hash of each line.
  private(set) var leaves: [Digest] = []
  /// The tree over them, at the positions that they have if the first line says its own.
  private(set) var run = MerkleRun(from: 0)
  private var lines = LineHashes()

  /// - Parameter byteCount: how much there is to read at all.
  init(reading byteCount: Int) { block = LineBlock(upTo: byteCount) }

  func work() {
    lines.findLines(in: block.bytes)
    run.restart(from: statedPosition)
    lines.hash(block.bytes) {
      leaves.removeAll(keepingCapacity: true)
      leaves.append(contentsOf: $0)
      run.append(leafHashes: $0)
    }
  }

  /// The last line without its LF.
  var lastLine: UnsafeRawBufferPointer {
    let begin = lines.ends.count < 2 ? 0 : Int(lines.ends[lines.ends.count - 2]) + 1
    return UnsafeRawBufferPointer(rebasing: block.bytes[begin..<block.bytes.count - 1])
  }

  private var statedPosition: UInt64 {
    var reader = JSONReader(block.bytes)
    do throws(CanonicalJSONError) {
      try reader.take("{\"seq\":")
      return UInt64(max(0, try reader.integer()))
    } catch {
      return 0
    }
  }
}

extension MerkleFrontier {
  /// Adds the leaves of a piece: as one run where this tree has come to a place like the one that its lines state.
  mutating func append(_ piece: HashedPiece) {
    guard piece.run.canFollow(self) else {
      for leaf in piece.leaves { append(leafHash: leaf) }
      return
    }
    append(subtreesOf: piece.run)
  }
}
