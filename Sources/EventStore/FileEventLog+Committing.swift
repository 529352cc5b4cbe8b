import Diagnostics
import Transparency

extension FileEventLog {
  /// The part of a commit that goes into one segment.
  private struct Piece {
    var segment: UInt64
    /// Where it begins in the segment; 0 makes a new file.
    var offset: Int
    var lines: Range<Int>
  }

  /// Why the lines are not in place.
  private enum Fault: Error {
    case system(SystemError)
    case readBackDiffers(segment: UInt64)
  }

  /// Steps 2 to 4: write and sync the lines, read them back, write the new head over the old one and sync it.
  ///
  /// Whatever fails before the head is written leaves the lines behind it, where they do not count.
  /// What fails at writing it or at its sync leaves the outcome open. Either ends this writer, except
  /// when a full disk was met before any sync and the lines could be taken away again.
  func write(_ group: BatchGroup, batchesNext: Int) throws(AppendFailure) {
    let batch = group.encoded
    let pieces = pieces(of: batch)
    var next = group.next
    if next.tree.isSegmentFull { next.noteFullSegment() }
    next.batchesBehind = batchesNext
    var record = HeadRecord(head: group.head, segment: next.tree.segment, byteCount: next.byteCount)
    record.batchesBehind = batchesNext
    do throws(Fault) {
      for piece in pieces { try write(piece, of: batch) }
      do throws(SystemError) {
        if pieces.contains(where: { $0.offset == 0 }) {
          try files.synchroniseFolder(folder.segments)
        }
      } catch {
        throw .system(error)
      }
    } catch {
      throw refusal(for: error, pieces)
    }
    do throws(SystemError) {
      try writeHead(record)
    } catch {
      // Nothing of the head has changed then: a file system that puts elsewhere what is written over can be full here.
      let isUntouched = error.call == "open" || (error.call == "pwrite" && error.isDiskFull)
      if isUntouched { throw refusal(for: .system(error), pieces) }
      let diagnostic = error.diagnostic(as: StoreCode.outcomeUnknown)
      let unknown = StoreCode.outcomeUnknown.diagnostic(facts: diagnostic.facts)
      ending = unknown
      throw .outcomeUnknown(unknown)
    }
    log = next
    head = record.head
    extent = record
    for piece in pieces {
      writeLeaves(
        batch.leaves[piece.lines], of: piece.segment,
        at: Int(record.head.size) - batch.leaves.count + piece.lines.lowerBound
          - Int(piece.segment))
    }
  }

  /// Writes a head over the one there is, and syncs it: the commit.
  func writeHead(_ record: HeadRecord) throws(SystemError) {
    let bytes = record.bytes
    try files.withFile(folder.head, .writing) { (file) throws(SystemError) in
      try files.writeAll(file, bytes, at: 0)
      try files.synchroniseData(file)
    }
    knownHead = (bytes, record)
  }

  private func pieces(of batch: EncodedBatch) -> [Piece] {
    var pieces: [Piece] = []
    var place = log.tree
    var offset = log.byteCount
    var index = 0
    while index < batch.leaves.count {
      if place.isSegmentFull {
        place.beginSegmentIfFull()
        offset = 0
      }
      let room = Int(format.segmentSize - place.current.size)
      let end = min(batch.leaves.count, index + room)
      pieces.append(Piece(segment: place.segment, offset: offset, lines: index..<end))
      for leaf in batch.leaves[index..<end] { place.append(leafHash: leaf) }
      index = end
    }
    return pieces
  }

  private func write(_ piece: Piece, of batch: EncodedBatch) throws(Fault) {
    let bytes = batch.bytes[
      batch.start(of: piece.lines.lowerBound)..<batch.ends[piece.lines.upperBound - 1]]
    let readBack: [UInt8]
    do throws(SystemError) {
      readBack = try files.withFile(
        folder.segment(piece.segment), piece.offset == 0 ? .creating(mode: 0o600) : .writing
      ) { (file) throws(SystemError) in
        try files.writeAll(file, Array(bytes), at: piece.offset)
        try files.synchroniseData(file)
        return try files.contents(of: file, from: piece.offset, count: bytes.count)
      }
    } catch {
      throw .system(error)
    }
    // Hashed anew: a bit that flipped in memory after the first hash would be kept for ever
    // otherwise.
    var leaves: [Digest] = []
    readBack.withUnsafeBytes { bytes in
      forEachLine(in: bytes) { line, _ in leaves.append(MerkleTree.leafHash(of: line)) }
    }
    guard readBack.count == bytes.count, leaves[...] == batch.leaves[piece.lines] else {
      throw .readBackDiffers(segment: piece.segment)
    }
  }

  private func refusal(for fault: Fault, _ pieces: [Piece]) -> AppendFailure {
    switch fault {
    case .readBackDiffers(let segment):
      let diagnostic = StoreCode.readBackDiffers.diagnostic(
        .init(en: "segment", sv: "segment", folder.segment(segment)))
      ending = diagnostic
      return .refused(diagnostic)
    case .system(let error):
      let diagnostic = error.diagnostic()
      guard error.isDiskFull else {
        ending = diagnostic
        return .refused(diagnostic)
      }
      do throws(SystemError) {
        try takeAway(pieces, synchronising: !error.isSync)
        if error.isSync { ending = diagnostic }
      } catch {
        ending = error.diagnostic()
      }
      return .diskFull(diagnostic)
    }
  }

  /// Takes away what was written of batches that do not fit.
  private func takeAway(_ pieces: [Piece], synchronising: Bool) throws(SystemError) {
    for piece in pieces.reversed() {
      let path = folder.segment(piece.segment)
      if piece.offset == 0 {
        try files.removeIfPresent(path)
      } else {
        try files.withFile(path, .writing) { (file) throws(SystemError) in
          try files.truncate(file, to: piece.offset)
          if synchronising { try files.synchroniseData(file) }
        }
      }
    }
    if synchronising { try files.synchroniseFolder(folder.segments) }
  }
}
