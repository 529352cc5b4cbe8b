public import Diagnostics
import Glibc
import Transparency

extension FileEventLog {
  /// What opening for writing would do to a ledger, and removing what killed writers left; nothing is written.
  ///
  /// Takes the lock where there is one, so that no batch in the making is taken for a torn tail.
  /// - Throws: as opening for writing does where nothing can be put in order.
  public static func recoveryPlan(
    at path: String, patience: Patience = .none, files: any FileSystem = LinuxFileSystem()
  ) throws(Diagnostic) -> [RecoveryStep] {
    let folder = LedgerFolder(path: path)
    let format = try LedgerReader.format(files, folder)
    let reader = LedgerReader(files: files, folder: folder, format: format)
    guard try reader.bytes(of: folder.backupMark, limit: 1) == nil else {
      throw BackupCode.isBackup.diagnostic(.init(en: "folder", sv: "mapp", path))
    }
    let log = FileEventLog(reader, access: .writing, patience: patience)
    log.lock = try reporting { () throws(SystemError) in try files.open(folder.lock, .reading) }
    try log.takeLock()
    defer { log.releaseLock() }
    try log.adopt(try reader.head())
    return try log.plan()
  }

  private func plan() throws(Diagnostic) -> [RecoveryStep] {
    var steps: [RecoveryStep] = []
    if let tail = try tornTail() { steps.append(.quarantine(tail.description)) }
    for piece in try tail() where piece.begin == 0 && piece.end == 0 {
      steps.append(.removeEmpty(folder.segment(piece.segment)))
    }
    steps += try drafts().map { .removeDraft($0) }
    var full = log.unsealed.map(\.first)
    if log.tree.isSegmentFull, !full.contains(log.tree.segment) { full.append(log.tree.segment) }
    for first in full where try reader.manifest(first) == nil { steps.append(.seal(first)) }
    if log.byteCount > 0, try !hasLeaves(), !steps.contains(.seal(log.tree.segment)) {
      steps.append(.restoreLeaves(log.tree.segment))
    }
    if try length(of: folder.reserve) != reserveByteCount { steps.append(.setReserveAside) }
    return steps
  }

  /// Files in the making that nobody is at work on, for the lock is held.
  func drafts() throws(Diagnostic) -> [String] {
    try reporting { () throws(SystemError) in
      var found: [String] = []
      let own = ["head.tmp", "published.tmp", "witnesses.tmp"]
      found += try files.names(in: folder.path).filter(own.contains).map { "\(folder.path)/\($0)" }
      for inner in [folder.segments, folder.quarantine] {
        found += try files.names(in: inner).filter { $0.hasSuffix(".tmp") }.map { "\(inner)/\($0)" }
      }
      return found
    }
  }

  /// Removes the files in the making that opening for writing leaves.
  ///
  /// - Returns: their paths.
  @discardableResult
  public func removeDrafts() throws(Diagnostic) -> [String] {
    guard access == .writing else { throw StoreCode.openedForReading.diagnostic() }
    try takeLock()
    defer { releaseLock() }
    let found = try drafts()
    try reporting { () throws(SystemError) in
      for path in found { try files.removeIfPresent(path) }
    }
    return found
  }

  private func hasLeaves() throws(Diagnostic) -> Bool {
    try length(of: folder.leaves(log.tree.segment)) ?? 0 >= Int(log.tree.current.size) * 32
  }

  private func length(of path: String) throws(Diagnostic) -> Int? {
    do throws(SystemError) {
      return try files.withFile(path, .reading) { (file) throws(SystemError) in
        try files.size(file)
      }
    } catch {
      guard error.number == ENOENT else { throw error.diagnostic() }
      return nil
    }
  }
}
