public import Diagnostics
import Glibc
public import Transparency

/// Makes a damaged `head` anew from a checkpoint that the lines bear out, on the word of somebody who asks for just that.
///
/// What lies behind the checkpoint may have been confirmed: nobody can say any more. It goes to `quarantine/`, as the damaged `head` does.
public final class HeadRebuilding {
  private let log: FileEventLog
  private let files: any FileSystem
  private let reader: LedgerReader

  private var folder: LedgerFolder { reader.folder }

  /// Looks at the ledger and takes its lock, until this value is gone.
  ///
  /// - Throws: `LOG-23` when `head` is whole, `LOG-07` when somebody writes.
  public init(
    at path: String, patience: FileEventLog.Patience = .none,
    files: any FileSystem = LinuxFileSystem()
  ) throws(Diagnostic) {
    let folder = LedgerFolder(path: path)
    self.files = files
    reader = LedgerReader(
      files: files, folder: folder, format: try LedgerReader.format(files, folder))
    log = FileEventLog(reader, access: .writing, patience: patience)
    guard try reader.bytes(of: folder.backupMark, limit: 1) == nil else {
      throw BackupCode.isBackup.diagnostic(.init(en: "folder", sv: "mapp", path))
    }
    log.lock = try reporting { () throws(SystemError) in try files.open(folder.lock, .writing) }
    try log.takeLock()
    var isWhole = true
    do throws(Diagnostic) { _ = try reader.head() } catch {
      guard error.code == StoreCode.headDamaged.code else { throw error }
      isWhole = false
    }
    guard !isWhole else {
      throw StoreCode.headWhole.diagnostic(.init(en: "file", sv: "fil", folder.head))
    }
  }

  deinit { log.releaseLock() }

  /// The checkpoints that are here, kept or published, the newest first.
  public func checkpoints() throws(Diagnostic) -> [SignedCheckpoint] {
    var found: [SignedCheckpoint] = []
    try log.forEachCheckpoint { (checkpoint) throws(Diagnostic) in
      found.append(checkpoint)
      return .proceed
    }
    if let published = try reader.publishedCheckpoint(), !found.contains(published) {
      found.append(published)
    }
    return found.filter { $0.checkpoint.origin == reader.format.origin }
      .sorted { $0.head.size > $1.head.size }
  }

  /// Reads every line that a checkpoint speaks of and judges it; nothing when there are fewer, or they come to another root.
  ///
  /// - Parameters: as those of `LogVerification.verify`.
  public func verify(
    _ checkpoint: SignedCheckpoint,
    keys: (_ key: KeyFingerprint, _ position: UInt64) throws -> OpenSSHPublicKey?,
    origin: () -> String?, onRecord: (Record) throws -> Void
  ) throws -> LogVerification? {
    guard let record = try record(of: checkpoint.head) else { return nil }
    return try LogVerification.verify(
      at: folder.path, files: files, claiming: record, keys: keys, logKeys: nil, origin: origin,
      onRecord: onRecord)
  }

  /// What `perform` will do.
  public func plan(_ checkpoint: SignedCheckpoint) throws(Diagnostic) -> [RecoveryStep] {
    try adopt(checkpoint)
    var steps: [RecoveryStep] = [.rebuildHead(try damagedHead(checkpoint).description)]
    if let tail = try describeTail() { steps.append(.quarantine(tail)) }
    return steps
  }

  /// Puts the damaged head and what lies behind the checkpoint aside, and makes `head` anew.
  ///
  /// Killed at any point, it is done again from the start, and comes to the same.
  public func perform(_ checkpoint: SignedCheckpoint) throws(Diagnostic) {
    try adopt(checkpoint)
    let damaged = try damagedHead(checkpoint)
    let path = "\(folder.quarantine)/\(damaged.description.name)"
    try reporting { () throws(SystemError) in
      try files.replace(path, draft: path + ".tmp", folder: folder.quarantine, with: damaged.bytes)
    }
    if let tail = try describeTail() { try copyTail(as: tail) }
    for piece in try log.tail().reversed() { try log.cut(piece) }
    try removeDerived()
    let bytes = log.log.record.bytes
    try reporting { () throws(SystemError) in
      try files.synchroniseFolder(folder.segments)
      try files.replace(folder.head, draft: folder.headDraft, folder: folder.path, with: bytes)
    }
  }

  /// Takes away what was derived from lines that no longer count; opening for writing makes it anew.
  private func removeDerived() throws(Diagnostic) {
    let current = log.log.tree.segment
    try reporting { () throws(SystemError) in
      for name in try files.names(in: folder.segments) {
        for suffix in [".sealed", ".leaves"] where name.hasSuffix(suffix) {
          let first = LedgerFolder.segmentNumber(name.dropLast(suffix.utf8.count) + ".ndjson")
          if let first, first >= current { try files.remove("\(folder.segments)/\(name)") }
        }
      }
    }
  }

  private func adopt(_ checkpoint: SignedCheckpoint) throws(Diagnostic) {
    guard let record = try record(of: checkpoint.head) else {
      throw StoreCode.corruption.diagnostic(
        .init(en: "size", sv: "storlek", "\(checkpoint.head.size)"))
    }
    log.log = CommittedLog(segmentSize: reader.format.segmentSize)
    try reader.advance(&log.log, to: record, toleratingManifests: true)
  }

  /// Where in the segments a size ends; nothing when there are fewer lines.
  private func record(of head: TreeHead) throws(Diagnostic) -> HeadRecord? {
    guard head.size > 0 else { return HeadRecord(head: head, segment: 0, byteCount: 0) }
    let segment = (head.size - 1) / reader.format.segmentSize * reader.format.segmentSize
    var left = head.size - segment
    var end: Int?
    let file: FileDescriptor
    do throws(Diagnostic) { file = try reader.openSegment(segment) } catch {
      guard error.code == StoreCode.corruption.code else { throw error }
      return nil
    }
    defer { reader.close(file) }
    let size = try reporting { () throws(SystemError) in try files.size(file) }
    var scan = SegmentScan(files, file, from: 0, to: size)
    do throws(SegmentScan.Fault) {
      while end == nil, let (bytes, offset) = try scan.next() {
        forEachLine(in: bytes) { line, start in
          guard left > 0 else { return }
          left -= 1
          if left == 0 { end = offset + start + line.count + 1 }
        }
      }
    } catch {
      if case .system(let error) = error { throw error.diagnostic() }
    }
    return end.map { HeadRecord(head: head, segment: segment, byteCount: $0) }
  }

  private func damagedHead(
    _ checkpoint: SignedCheckpoint
  ) throws(Diagnostic) -> (description: QuarantinedHead, bytes: [UInt8]) {
    let bytes = try reader.bytes(of: folder.head, limit: 1 << 20) ?? []
    return (
      QuarantinedHead(size: checkpoint.head.size, sha256: SHA256.digest(of: bytes)), bytes
    )
  }

  /// What lies behind the checkpoint, however much that is.
  private func describeTail() throws(Diagnostic) -> TornTail? {
    let pieces = try log.tail()
    guard let begin = pieces.first else { return nil }
    var hasher = SHA256()
    var length = 0
    try forEachTailPiece(pieces) { (bytes) throws(SystemError) in
      bytes.withUnsafeBytes { hasher.update($0) }
      length += bytes.count
    }
    guard length > 0 else { return nil }
    return TornTail(
      segment: begin.segment, offset: begin.begin, length: length, sha256: hasher.digest)
  }

  private func copyTail(as tail: TornTail) throws(Diagnostic) {
    let path = "\(folder.quarantine)/\(tail.name)"
    let draft = path + ".tmp"
    try reporting { () throws(SystemError) in
      try files.removeIfPresent(draft)
      try files.writeNew(draft, [])
    }
    var offset = 0
    try forEachTailPiece(try log.tail()) { (bytes) throws(SystemError) in
      try files.withFile(draft, .writing) { (file) throws(SystemError) in
        try files.writeAll(file, bytes, at: offset)
      }
      offset += bytes.count
    }
    try reporting { () throws(SystemError) in
      try files.withFile(draft, .writing) { (file) throws(SystemError) in
        try files.synchronise(file)
      }
      try files.rename(draft, to: path)
      try files.synchroniseFolder(folder.quarantine)
    }
  }

  private func forEachTailPiece(
    _ pieces: [FileEventLog.TailPiece], _ body: ([UInt8]) throws(SystemError) -> Void
  ) throws(Diagnostic) {
    try reporting { () throws(SystemError) in
      for piece in pieces {
        var offset = piece.begin
        while offset < piece.end {
          let bytes = try files.withFile(folder.segment(piece.segment), .reading) {
            (file) throws(SystemError) in
            try files.contents(
              of: file, from: offset, count: min(SegmentScan.bufferByteCount, piece.end - offset))
          }
          guard !bytes.isEmpty else {
            throw SystemError("pread", folder.segment(piece.segment), EIO)
          }
          try body(bytes)
          offset += bytes.count
        }
      }
    }
  }
}
