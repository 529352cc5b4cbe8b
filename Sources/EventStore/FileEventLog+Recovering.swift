import Diagnostics
import Glibc
import Transparency

extension FileEventLog {
  /// Puts in order what an interrupted writer left behind the head. Called with the lock held.
  ///
  /// At most one commit can be there: it is copied to `quarantine/` and cut off. The cut makes a new
  /// file of the verified part and renames it into place, because after a failed sync the old
  /// file's cached pages are not to be trusted; only when the disk is full is the old file
  /// shortened instead.
  /// - Parameter names: those of all files in `segments/`, where they were just read.
  /// - Throws: `LOG-15` when there is more than one commit.
  func recover(_ names: [String]? = nil) throws(Diagnostic) {
    let names = if let names { names } else { try segmentNames() }
    try reporting { () throws(SystemError) in
      try files.removeIfPresent(folder.headDraft)
      for name in names where name.hasSuffix(".tmp") {
        try files.remove("\(folder.segments)/\(name)")
      }
    }
    let pieces = try tail(among: names)
    guard !pieces.isEmpty else { return }
    if let (tail, bytes) = try tornTail() {
      try withReserve { () throws(SystemError) in try quarantine(bytes, as: tail) }
      recoveredTails.append(tail)
    }
    for piece in pieces.reversed() { try cut(piece) }
    try reporting { () throws(SystemError) in try files.synchroniseFolder(folder.segments) }
  }

  /// The bytes behind the head, when there are any and an interruption can have left them.
  ///
  /// - Throws: `LOG-15` when there is more than one commit.
  func tornTail() throws(Diagnostic) -> (description: TornTail, bytes: [UInt8])? {
    let pieces = try tail()
    guard let begin = pieces.first else { return nil }
    let length = pieces.reduce(0) { $0 + $1.end - $1.begin }
    guard length <= TornTail.lengthMax else { throw suspectedRollback(length, batches: nil) }
    let bytes = try reporting { () throws(SystemError) in
      var bytes: [UInt8] = []
      for piece in pieces {
        bytes += try files.withFile(folder.segment(piece.segment), .reading) {
          (file) throws(SystemError) in
          try files.contents(of: file, from: piece.begin, count: piece.end - piece.begin)
        }
      }
      return bytes
    }
    guard bytes.withUnsafeBytes({ TornTail.isOfOneCommit($0, behind: log.record) }) else {
      let whole = bytes.withUnsafeBytes { TornTail.wholeBatches(in: $0, from: log.tree.size) }
      throw suspectedRollback(length, batches: whole.count)
    }
    guard !bytes.isEmpty else { return nil }
    let tail = TornTail(
      segment: begin.segment, offset: begin.begin, length: bytes.count,
      sha256: SHA256.digest(of: bytes))
    return (tail, bytes)
  }

  private func quarantine(_ bytes: [UInt8], as tail: TornTail) throws(SystemError) {
    let path = "\(folder.quarantine)/\(tail.name)"
    // The name is the digest: a complete one is the same, an incomplete one is from an
    // interruption.
    try files.replace(path, draft: path + ".tmp", folder: folder.quarantine, with: bytes)
  }

  func cut(_ piece: TailPiece) throws(Diagnostic) {
    let path = folder.segment(piece.segment)
    guard piece.begin > 0 else {
      return try reporting { () throws(SystemError) in try files.remove(path) }
    }
    let draft = folder.segmentDraft(piece.segment)
    do throws(SystemError) {
      // One that an interruption has left.
      try files.removeIfPresent(draft)
      let prefix = try copy(piece, to: draft)
      guard prefix == log.tree.current.root else {
        throw SystemError("pread", path, EIO)
      }
      try files.rename(draft, to: path)
    } catch {
      guard error.isDiskFull else { throw error.diagnostic() }
      try reporting { () throws(SystemError) in
        try files.removeIfPresent(draft)
        try files.withFile(path, .writing) { (file) throws(SystemError) in
          try files.truncate(file, to: piece.begin)
          try files.synchronise(file)
        }
      }
    }
  }

  /// Copies what counts of a segment to a new file, syncs it, and gives the root of what was read
  /// back.
  private func copy(_ piece: TailPiece, to draft: String) throws(SystemError) -> Digest {
    try files.withFile(folder.segment(piece.segment), .reading) { (old) throws(SystemError) in
      try files.withFile(draft, .creating(mode: 0o600)) { (new) throws(SystemError) in
        var offset = 0
        while offset < piece.begin {
          let count = min(SegmentScan.bufferByteCount, piece.begin - offset)
          let bytes = try files.contents(of: old, from: offset, count: count)
          guard bytes.count == count else { throw SystemError("pread", draft, EIO) }
          try files.writeAll(new, bytes, at: offset)
          offset += count
        }
        try files.synchronise(new)
        var tree = MerkleFrontier()
        var scan = SegmentScan(files, new, from: 0, to: piece.begin)
        do throws(SegmentScan.Fault) {
          while let (bytes, _) = try scan.next() {
            forEachLine(in: bytes) { line, _ in
              tree.append(leafHash: MerkleTree.leafHash(of: line))
            }
          }
        } catch {
          switch error {
          case .system(let error): throw error
          case .noLineFeed: throw SystemError("pread", draft, EIO)
          }
        }
        return tree.root
      }
    }
  }

  private func suspectedRollback(_ length: Int, batches: Int?) -> Diagnostic {
    var facts: [Diagnostic.Fact] = [
      .init(en: "events by the head", sv: "händelser enligt huvudet", "\(log.tree.size)"),
      .init(en: "bytes behind it", sv: "byte efter det", "\(length)"),
    ]
    if let batches {
      facts.append(
        .init(en: "whole commands behind it", sv: "hela kommandon efter det", "\(batches)"))
    }
    return StoreCode.suspectedRollback.diagnostic(facts: facts)
  }
}
