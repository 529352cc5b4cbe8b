public import Diagnostics
import Glibc
public import Transparency

/// Copies a log, up to one head, to another folder: a backup from a ledger, or a ledger from a backup.
///
/// The source may be written to meanwhile: what is behind the head is not looked at, and what is before it does not change. `head` is
/// written last, by `commit`: until then the folder is what it was before. What was cut off is gone on with, and what was copied before
/// is not copied again.
public final class LedgerCopy {
  /// What the copy is to be.
  public enum Kind: Hashable, Sendable {
    /// A backup, in which nothing is recorded.
    case backup
    /// A ledger, which gets what a ledger has beside its log.
    case ledger
  }

  /// What was copied.
  public struct Receipt: Hashable, Sendable {
    /// Bytes of the log that were copied.
    public var copiedByteCount = 0
    /// Bytes of the log that were there from before.
    public var keptByteCount = 0
    /// Checkpoints that were copied.
    public var checkpointCount = 0
  }

  /// Size and root of what is copied.
  public var head: TreeHead { record.head }
  /// What the copy held before, when it was whole.
  public let present: TreeHead?

  let files: any FileSystem
  let source: LedgerReader
  let target: LedgerFolder
  let kind: Kind
  let record: HeadRecord
  /// How far the target can be relied on to be the beginning of the source.
  private var relied: HeadRecord

  /// Looks at both folders, and copies nothing yet.
  ///
  /// - Parameter log: the source, opened for reading; its head is what is copied.
  /// - Throws: `BAK-02` to `BAK-05` for a folder that cannot take the copy, `LOG-06`, `LOG-14`, or what the system says.
  public init(of log: FileEventLog, to path: String, as kind: Kind) throws(Diagnostic) {
    files = log.files
    source = log.reader
    target = LedgerFolder(path: path)
    self.kind = kind
    record = log.extent
    relied = HeadRecord(head: .empty, segment: 0, byteCount: 0)
    let names = try reporting { () throws(SystemError) in try log.files.namesIfPresent(in: path) }
    guard let names, !names.isEmpty else {
      present = nil
      return
    }
    let isWhole = names.contains("head")
    if kind == .backup {
      let mark = try log.reader.bytes(
        of: target.backupMark, limit: ChecksummedLine.byteCountMax + 1)
      guard let mark = mark.flatMap(BackupMark.init) else {
        // The first file of a backup may be in the making.
        guard names == ["BACKUP.tmp"] else {
          throw BackupCode.notBackup.diagnostic(.init(en: "folder", sv: "mapp", path))
        }
        present = nil
        return
      }
      guard mark == BackupMark(log.format) else {
        throw BackupCode.otherLog.diagnostic(
          .init(en: "folder", sv: "mapp", path),
          .init(en: "origin of the backup", sv: "säkerhetskopians ursprung", mark.origin),
          .init(en: "origin of the ledger", sv: "liggarens ursprung", log.origin))
      }
    }
    // A copy that was cut off early has nothing yet that says what it is of.
    if kind == .ledger, names.contains("FORMAT") {
      let format = try LedgerReader.format(files, target)
      guard format.created == log.format.created, format.segmentSize == log.format.segmentSize
      else {
        throw BackupCode.otherLog.diagnostic(
          .init(en: "folder", sv: "mapp", path),
          .init(en: "origin in it", sv: "ursprung i den", format.origin))
      }
    }
    guard isWhole else {
      present = nil
      return
    }
    let before = try LedgerReader(files: files, folder: target, format: log.format).head()
    present = before.head
    guard before.head.size <= record.head.size else {
      throw BackupCode.longerBackup.diagnostic(
        .init(en: "folder", sv: "mapp", path),
        .init(en: "events in it", sv: "händelser i den", "\(before.head.size)"),
        .init(en: "events in the ledger", sv: "händelser i liggaren", "\(record.head.size)"))
    }
    guard try log.root(at: before.head.size) == before.head.root else {
      throw BackupCode.otherHistory.diagnostic(
        .init(en: "folder", sv: "mapp", path),
        .init(en: "events in it", sv: "händelser i den", "\(before.head.size)"),
        .init(en: "root in it", sv: "rot i den", before.head.root.base64))
    }
    relied = before
  }

  /// Copies what is missing and puts it on the medium.
  ///
  /// - Parameter progress: told how many bytes of the log are in place, of how many, now and then.
  public func copy(
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(Diagnostic) -> Receipt {
    try makeFolders()
    if kind == .ledger { try FileEventLog.refuseNetworkFileSystem(files, target.path) }
    var receipt = Receipt()
    let segments = stride(from: 0, through: record.segment, by: Int(source.format.segmentSize))
    var ends: [(first: UInt64, end: Int)] = []
    if record.head.size > 0 {
      for first in segments {
        ends.append(
          (first, first == record.segment ? record.byteCount : try source.size(ofSegment: first)))
      }
    }
    let total = ends.reduce(0) { $0 + $1.end }
    for (first, end) in ends {
      let begin = try keptByteCount(of: first, end: end)
      receipt.keptByteCount += begin
      if begin < end {
        progress(receipt.keptByteCount + receipt.copiedByteCount, total)
        try reporting { () throws(SystemError) in
          try copy(source.folder.segment(first), to: target.segment(first), from: begin, to: end)
        }
        receipt.copiedByteCount += end - begin
      }
    }
    progress(receipt.keptByteCount + receipt.copiedByteCount, total)
    try reporting { () throws(SystemError) in
      try removeStrangers()
      try files.synchroniseFolder(target.segments)
      receipt.checkpointCount = try copyCheckpoints()
      try copySmall(source.folder.quarantine, to: target.quarantine)
      try copySmall(source.folder.timestamps, to: target.timestamps) { name in
        LedgerFolder.checkpointSize(String(name.prefix(20))).map { $0 <= record.head.size } == true
      }
      try copyPolicy()
      if kind == .ledger { try addLedgerFiles() }
      try files.synchroniseFolder(target.path)
    }
    return receipt
  }

  /// How much of a segment is in place already.
  private func keptByteCount(of first: UInt64, end: Int) throws(Diagnostic) -> Int {
    guard relied.head.size > 0, first <= relied.segment else { return 0 }
    return first == relied.segment ? min(end, relied.byteCount) : end
  }

  private func makeFolders() throws(Diagnostic) {
    try reporting { () throws(SystemError) in
      try makeFolder(target.path)
      if kind == .backup {
        try replaceIfDifferent(target.backupMark, with: BackupMark(source.format).bytes)
      }
      var inner = [target.segments, target.quarantine, target.checkpoints, target.timestamps]
      if kind == .ledger { inner.append(target.published.path) }
      for path in inner { try makeFolder(path) }
      try files.synchroniseFolder("\(target.path)/..")
      try replaceIfDifferent(target.format, with: source.format.bytes)
    }
  }

  private func makeFolder(_ path: String) throws(SystemError) {
    do throws(SystemError) { try files.makeFolder(path, mode: 0o700) } catch {
      guard error.number == EEXIST else { throw error }
    }
    try files.withFile(path, .folder) { (file) throws(SystemError) in
      try files.setMode(file, 0o700)
    }
  }

  /// Writes a part of a file at its place in another, syncs it, and cuts off what is behind.
  private func copy(
    _ old: String, to new: String, from begin: Int, to end: Int
  ) throws(SystemError) {
    let isThere = try files.isPresent(new)
    try files.withFile(old, .reading) { (old) throws(SystemError) in
      try files.withFile(new, isThere ? .writing : .creating(mode: 0o600)) {
        (file) throws(SystemError) in
        var offset = begin
        while offset < end {
          let count = min(SegmentScan.bufferByteCount, end - offset)
          let bytes = try files.contents(of: old, from: offset, count: count)
          guard bytes.count == count else { throw SystemError("pread", new, EIO) }
          try files.writeAll(file, bytes, at: offset)
          offset += count
        }
        if try files.size(file) > end { try files.truncate(file, to: end) }
        try files.synchronise(file)
      }
    }
  }

  /// Takes away segments that an interrupted copy of another head may have left.
  private func removeStrangers() throws(SystemError) {
    for name in try files.names(in: target.segments) {
      if let first = LedgerFolder.segmentNumber(name), first > record.segment {
        try files.remove("\(target.segments)/\(name)")
      }
    }
    guard record.head.size > 0 else { return }
    try files.withFile(target.segment(record.segment), .writing) { (file) throws(SystemError) in
      guard try files.size(file) > record.byteCount else { return }
      try files.truncate(file, to: record.byteCount)
      try files.synchronise(file)
    }
  }

  /// Copies the checkpoints that the log has grown past, and those that have been cosigned since.
  private func copyCheckpoints() throws(SystemError) -> Int {
    var count = 0
    let present = Set(try files.names(in: target.checkpoints))
    guard let names = try files.namesIfPresent(in: source.folder.checkpoints) else { return 0 }
    for name in names {
      guard let size = LedgerFolder.checkpointSize(name), size <= record.head.size else { continue }
      let (old, new) = ("\(source.folder.checkpoints)/\(name)", "\(target.checkpoints)/\(name)")
      // Lines are only ever added to a checkpoint, and an old one can be taken away.
      guard let bytes = try files.contentsIfPresent(of: old, limit: SignedNote.bytesMax + 1) else {
        continue
      }
      if present.contains(name), try bytes.count == length(of: new) { continue }
      try place(bytes, at: new)
      count += 1
    }
    try files.synchroniseFolder(target.checkpoints)
    return count
  }

  /// Copies the files of a folder whose names say what is in them.
  private func copySmall(
    _ old: String, to new: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws(SystemError) {
    let present = Set(try files.names(in: new))
    guard let names = try files.namesIfPresent(in: old) else { return }
    for name in names where !name.hasSuffix(".tmp") && !present.contains(name) && isWanted(name) {
      let draft = "\(new)/\(name).tmp"
      try files.removeIfPresent(draft)
      try copy("\(old)/\(name)", to: draft, from: 0, to: try length(of: "\(old)/\(name)"))
      try files.rename(draft, to: "\(new)/\(name)")
    }
    try files.synchroniseFolder(new)
  }

  private func copyPolicy() throws(SystemError) {
    let bytes = try files.contentsIfPresent(
      of: source.folder.witnessPolicy, limit: WitnessPolicy.bytesMax)
    guard let bytes else {
      try files.removeIfPresent(target.witnessPolicy)
      return
    }
    try replaceIfDifferent(target.witnessPolicy, with: bytes)
  }

  private func addLedgerFiles() throws(SystemError) {
    if try !files.isPresent(target.lock) { try files.writeNew(target.lock, []) }
  }

  /// Makes the copy whole: renames its `head` into place.
  public func commit() throws(Diagnostic) {
    try reporting { () throws(SystemError) in
      try replaceIfDifferent(target.head, with: record.bytes)
      try files.synchroniseFolder(target.path)
    }
  }

  /// Gives the copied log another name, under which it is gone on with; called before anything is recorded in it.
  ///
  /// - Throws: `LOG-22` for what cannot be a name.
  public func name(_ origin: String) throws(Diagnostic) {
    guard LedgerFormat.isOrigin(origin) else {
      throw StoreCode.originMalformed.diagnostic(.init(en: "origin", sv: "ursprung", origin))
    }
    var format = source.format
    format.origin = origin
    let bytes = format.bytes
    try reporting { () throws(SystemError) in
      try replaceIfDifferent(target.format, with: bytes)
    }
  }

  /// Puts a small file in place, when it is not there as it should be.
  private func replaceIfDifferent(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    if try files.isPresent(path), try files.contents(of: path, limit: bytes.count + 1) == bytes {
      return
    }
    try place(bytes, at: path)
    try files.synchroniseFolder(PublicWriter.parent(path))
  }

  private func place(_ bytes: [UInt8], at path: String) throws(SystemError) {
    let draft = path + ".tmp"
    try files.removeIfPresent(draft)
    try files.writeNew(draft, bytes)
    try files.rename(draft, to: path)
  }

  private func length(of path: String) throws(SystemError) -> Int {
    try files.withFile(path, .reading) { (file) throws(SystemError) in try files.size(file) }
  }
}
