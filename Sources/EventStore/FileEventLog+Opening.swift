public import Diagnostics
import Glibc
import Transparency

extension FileEventLog {
  /// Opens a ledger and checks it against its head: one segment is hashed, the full ones are taken
  /// by their manifests.
  ///
  /// With a bookmark that leads to the head, no more is hashed than what came after it.
  ///
  /// For writing, what an interruption left is put in order under the lock: a torn tail goes to
  /// `quarantine/`, missing manifests are written. Nothing before the head is ever repaired.
  /// - Throws: `LOG-01` to `LOG-04`, `LOG-06`, `LOG-07`, `LOG-13` to `LOG-16`, or what the system
  ///   says.
  public static func open(
    at path: String, for access: Access, resumingAt bookmark: LogBookmark? = nil,
    patience: Patience = .none, files: any FileSystem = LinuxFileSystem()
  ) throws(Diagnostic) -> FileEventLog {
    let folder = LedgerFolder(path: path)
    let format = try LedgerReader.format(files, folder)
    let reader = LedgerReader(files: files, folder: folder, format: format)
    let log = FileEventLog(reader, access: access, patience: patience)
    switch access {
    case .examining: try log.openForExamining()
    case .reading: try log.openForReading(bookmark)
    case .writing: try log.openForWriting(bookmark)
    }
    return log
  }

  private func openForExamining() throws(Diagnostic) {
    extent = try reader.head()
    head = extent.head
  }

  private func openForReading(_ bookmark: LogBookmark?) throws(Diagnostic) {
    let record = try reader.head()
    if let bookmark { resume(at: bookmark, to: record) }
    do throws(Diagnostic) {
      try adopt(record)
    } catch {
      // A writer may have gone on between two of our reads; once is enough to tell.
      let again = try reader.head()
      guard again != record else { throw error }
      try adopt(again)
    }
    uncommittedByteCount = try tailByteCount()
  }

  private func openForWriting(_ bookmark: LogBookmark?) throws(Diagnostic) {
    try Self.refuseNetworkFileSystem(files, folder.path)
    guard try reader.bytes(of: folder.backupMark, limit: 1) == nil else {
      throw BackupCode.isBackup.diagnostic(.init(en: "folder", sv: "mapp", folder.path))
    }
    let lock = try reporting { () throws(SystemError) in
      try files.open(folder.lock, .writing)
    }
    self.lock = lock
    try takeLock()
    defer { releaseLock() }
    let record = try reader.head()
    let names = try segmentNames()
    if let bookmark { resume(at: bookmark, to: record, sealed: Set(names)) }
    try adopt(record)
    let published = try reader.publishedCheckpoint()
    if let published { try refuseSetBack(published) }
    try recover(names)
    // Only what is on the medium is published.
    if published?.head != head { try makeCertain() }
    if log.tree.isSegmentFull { log.noteFullSegment() }
    try sealFullSegments()
    try restoreLeaves()
    try restoreReserve()
  }

  /// Puts on the medium what the head in memory says: whoever wrote it may have been interrupted before its syncs.
  ///
  /// The head is written once more, because after a sync that failed the system takes it for written.
  private func makeCertain() throws(Diagnostic) {
    try reporting { () throws(SystemError) in
      if log.byteCount > 0 {
        try files.withFile(folder.segment(log.tree.segment), .reading) {
          (file) throws(SystemError) in try files.synchroniseData(file)
        }
      }
      try files.synchroniseFolder(folder.segments)
      try writeHead(log.record)
    }
  }

  /// Moves to the head that the disk has, read once for each time the lock is taken.
  func adoptHead() throws(Diagnostic) {
    guard !isHeadCurrent else { return }
    let record = try reader.head(knowing: knownHead)
    if record != knownHead?.record { knownHead = (record.bytes, record) }
    try adopt(record)
    isHeadCurrent = lockDepth > 0
  }

  /// Moves to a head read from the disk, in one step or not at all.
  func adopt(_ record: HeadRecord) throws(Diagnostic) {
    // Every command comes here, and nearly all find what is known; the roots need not be computed for that.
    if record == extent, log.tree.size == record.head.size,
      log.batchesBehind == record.batchesBehind
    {
      return
    }
    log.batchesBehind = log.tree.size == record.head.size ? record.batchesBehind : log.batchesBehind
    guard record != log.record || record.head.size == 0 else { return }
    guard record.head.size > log.tree.size || record == log.record else {
      throw StoreCode.suspectedRollback.diagnostic(
        .init(en: "events read before", sv: "händelser som lästs tidigare", "\(log.tree.size)"),
        .init(
          en: "events by the head now", sv: "händelser enligt huvudet nu", "\(record.head.size)")
      )
    }
    try reader.advance(&log, to: record, toleratingManifests: access == .reading)
    head = record.head
    extent = record
  }

  public func refresh() throws(Diagnostic) {
    if access == .examining { return try openForExamining() }
    try adopt(try reader.head())
    if access == .reading { uncommittedByteCount = try tailByteCount() }
  }

  /// Takes the lock, with as many tries as the caller granted.
  func takeLock() throws(Diagnostic) {
    guard let lock else { throw StoreCode.openedForReading.diagnostic() }
    guard lockDepth == 0 else {
      lockDepth += 1
      return
    }
    var left = patience.tries
    while true {
      let isTaken = try reporting { () throws(SystemError) in try files.tryLock(lock) }
      if isTaken {
        lockDepth = 1
        return
      }
      left -= 1
      guard left > 0 else {
        throw StoreCode.locked.diagnostic(.init(en: "ledger", sv: "liggare", folder.path))
      }
      patience.pause()
    }
  }

  func releaseLock() {
    guard let lock else { return }
    lockDepth -= 1
    guard lockDepth == 0 else { return }
    isHeadCurrent = false
    do {
      try files.unlock(lock)
    } catch {
      // The lock then lasts as long as this value; nothing more is written through it.
      ending = ending ?? error.diagnostic()
    }
  }

  /// Bytes behind the head, over all segments.
  func tailByteCount() throws(Diagnostic) -> Int {
    try tail().reduce(0) { $0 + $1.end - $1.begin }
  }

  /// Whether a writer that was killed has left something behind the head, in the current segment or the one after it.
  ///
  /// Files come into being in their order: none lies behind one that is not there, but after a power cut, and whoever opens the log then
  /// looks at all of them.
  /// - Throws: `LOG-14` when the current segment is shorter than the head says.
  func hasTail() throws(Diagnostic) -> Bool {
    var next = log.tree.segment
    if log.byteCount > 0 {
      let size = try reader.size(ofSegment: next)
      guard size >= log.byteCount else { throw reader.corruption(next, at: size) }
      if size > log.byteCount { return true }
      next += format.segmentSize
    }
    return try reporting { () throws(SystemError) in try files.isPresent(folder.segment(next)) }
  }

  /// A part of a segment file that lies behind the head; it may be empty.
  struct TailPiece {
    var segment: UInt64
    var begin: Int
    var end: Int
  }

  /// The names of all files in `segments/`.
  func segmentNames() throws(Diagnostic) -> [String] {
    try reporting { () throws(SystemError) in try files.names(in: folder.segments) }
  }

  /// The files that reach behind the head, in their order.
  ///
  /// - Parameter names: those of all files in `segments/`, where they were just read.
  /// - Throws: `LOG-14` when the current segment is shorter than the head says.
  func tail(among names: [String]? = nil) throws(Diagnostic) -> [TailPiece] {
    let names = if let names { names } else { try segmentNames() }
    let current = log.tree.segment
    var pieces: [TailPiece] = []
    for segment in names.compactMap(LedgerFolder.segmentNumber).sorted() where segment >= current {
      let size = try reader.size(ofSegment: segment)
      if segment == current, log.byteCount > 0 {
        guard size >= log.byteCount else { throw reader.corruption(segment, at: size) }
        if size > log.byteCount {
          pieces.append(TailPiece(segment: segment, begin: log.byteCount, end: size))
        }
      } else {
        pieces.append(TailPiece(segment: segment, begin: 0, end: size))
      }
    }
    return pieces
  }
}
