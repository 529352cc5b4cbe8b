import Diagnostics
public import EventStore
import Glibc
import IdentityRegister
public import Transparency

/// What a backup came to.
public struct BackupReceipt: Hashable, Sendable {
  /// What of the log the backup holds.
  public var head: TreeHead
  /// What it held before; nothing when it is new.
  public var before: TreeHead?
  public var copied: LedgerCopy.Receipt
  /// Whether it holds the log's private key.
  public var hasLogKey: Bool
}

extension Ledger {
  /// Copies what the ledger is to a folder of its own, verifies the copy, and makes it whole in one step.
  ///
  /// Others may write meanwhile: the copy is that of one head, with all texts of its events. A folder that holds a backup of the same log
  /// gets what is new. Until the last step it stays the backup that it was; what was cut off is gone on with.
  /// - Parameters:
  ///   - withLogKey: whether the log's private key goes with it; one that went before is taken away otherwise.
  ///   - progress: told how many bytes of the log are in place, of how many.
  /// - Throws: `BAK-02` to `BAK-05` and `BAK-07`, and what the system says.
  public func backUp(
    to path: String, withLogKey: Bool, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> BackupReceipt {
    do throws(Diagnostic) {
      let copy = try LedgerCopy(of: log, to: path, as: .backup)
      let receipt = try copy.copy(progress: progress)
      let kept = CopiedIdentities(folder: path)
      // After the log: a text is written before its event.
      try kept.copy(try identities)
      let draft = try IdentityRegister(opening: kept.draft, .readOnly)
      do throws(LedgerError) { _ = try CopyAudit.check(copy, with: draft) } catch {
        throw error.diagnostics[0]
      }
      try kept.adoptDraft()
      let hasLogKey = try copyLogKey(to: path, isWanted: withLogKey)
      try copy.commit()
      return BackupReceipt(
        head: copy.head, before: copy.present, copied: receipt, hasLogKey: hasLogKey)
    } catch {
      throw LedgerError(copying: error)
    }
  }

  /// Copies the log's private keys, or takes away those of an earlier backup.
  private func copyLogKey(to path: String, isWanted: Bool) throws(Diagnostic) -> Bool {
    let new = LogKeyFiles(path: "\(path)/\(LogKeyFiles.name)")
    let pairs = [(logKeyFiles.path, new.path), (logKeyFiles.nextPath, new.nextPath)]
    var hasOne = false
    for (old, new) in pairs {
      hasOne = try LedgerFiles.copyPrivate(isWanted ? old : nil, to: new) || hasOne
    }
    return hasOne
  }
}

extension LedgerError {
  /// What copying a ledger threw.
  init(copying diagnostic: Diagnostic) {
    switch diagnostic.code {
    case BackupCode.damaged.code: self = .damaged(diagnostic)
    case BackupCode.longerBackup.code, BackupCode.otherHistory.code:
      self = .contradicted(diagnostic)
    default: self = LedgerError(opening: diagnostic)
    }
  }
}

/// Small files that go along with a log.
enum LedgerFiles {
  /// Copies a file that only its owner may read; takes the copy away when there is no original.
  ///
  /// - Returns: whether there is one now.
  static func copyPrivate(_ old: String?, to new: String) throws(Diagnostic) -> Bool {
    let files = LinuxFileSystem()
    var bytes: [UInt8]?
    if let old {
      bytes = try reporting { () throws(SystemError) in
        try files.contentsIfPresent(of: old, limit: SigningKey.fileBytesMax + 1)
      }
    }
    try reporting { () throws(SystemError) in
      if let bytes {
        try files.replace(new, draft: new + ".tmp", folder: parent(new), with: bytes)
      } else {
        try files.removeIfPresent(new)
      }
    }
    return bytes != nil
  }

  /// The folder that a path lies in.
  static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
