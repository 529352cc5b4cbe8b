public import Diagnostics
import Glibc
public import Transparency

extension FileEventLog {
  /// The checkpoint that a time stamp is over: one that the log keeps.
  ///
  /// - Throws: `TST-06` when there is none.
  public func checkpoint(stampedBy timestamp: Timestamp) throws(Diagnostic) -> SignedCheckpoint {
    var found: SignedCheckpoint?
    try forEachCheckpoint { (checkpoint) throws(Diagnostic) in
      guard timestamp.stamps(checkpoint.checkpoint) else { return .proceed }
      found = checkpoint
      return .stop
    }
    guard let found else { throw TimestampStoreCode.foreign.diagnostic() }
    return found
  }

  /// Keeps a time stamp that has been checked: the certificates first, so that it is never there without them.
  ///
  /// - Throws: `TST-07` when there is one over the checkpoint already, `LOG-21` for a ledger that was opened for reading, or what the
  ///   system says.
  public func keep(_ timestamp: KeptTimestamp) throws(Diagnostic) {
    guard access == .writing else { throw StoreCode.openedForReading.diagnostic() }
    try takeLock()
    defer { releaseLock() }
    let size = timestamp.checkpoint.head.size
    let path = folder.timestamp(size)
    let isPresent = try reader.bytes(of: path, limit: 1) != nil
    guard !isPresent else {
      throw TimestampStoreCode.present.diagnostic(.init(en: "size", sv: "storlek", "\(size)"))
    }
    try reporting { () throws(SystemError) in
      do throws(SystemError) {
        try files.makeFolder(folder.timestamps, mode: 0o700)
        try files.synchroniseFolder(folder.path)
      } catch {
        guard error.number == EEXIST else { throw error }
      }
      let draft = folder.timestamps + "/timestamp.tmp"
      try files.replace(
        folder.timestampAuthorities(size), draft: draft, folder: folder.timestamps,
        with: timestamp.authorities)
      try files.replace(path, draft: draft, folder: folder.timestamps, with: timestamp.response)
    }
  }

  /// The sizes of the checkpoints that a time stamp is kept over, the smallest first.
  public func timestampSizes() throws(Diagnostic) -> [UInt64] {
    let names = try reporting { () throws(SystemError) in
      try files.namesIfPresent(in: folder.timestamps)
    }
    return (names ?? []).compactMap { name in
      name.hasSuffix(".tsr") ? LedgerFolder.checkpointSize(String(name.dropLast(4))) : nil
    }.sorted()
  }

  /// The time stamp over the checkpoint of one size, unchecked.
  ///
  /// - Throws: `TST-08` when it is not there with all that belongs to it.
  public func timestamp(atSize size: UInt64) throws(Diagnostic) -> KeptTimestamp {
    let limit = Timestamp.bytesMax + 1
    guard let checkpoint = try reader.keptCheckpoint(size),
      let response = try reader.bytes(of: folder.timestamp(size), limit: limit),
      let authorities = try reader.bytes(of: folder.timestampAuthorities(size), limit: limit)
    else {
      throw TimestampStoreCode.incomplete.diagnostic(
        .init(en: "files", sv: "filer", folder.timestamp(size)),
        .init(en: "and", sv: "och", folder.timestampAuthorities(size)),
        .init(en: "and", sv: "och", folder.checkpoint(size)))
    }
    return KeptTimestamp(checkpoint: checkpoint, response: response, authorities: authorities)
  }
}
