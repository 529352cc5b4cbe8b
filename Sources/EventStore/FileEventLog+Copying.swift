public import Diagnostics
import Transparency

/// What bringing a copy for a web server up to date came to.
public struct PublicCopyReceipt: Hashable, Sendable {
  /// How many tiles were written.
  public var tilesWritten: Int
  /// How many tiles held something else and were replaced.
  public var tilesMended: Int
}

extension FileEventLog {
  /// Brings a folder that a web server gives away up to what is published: tiles first, the checkpoint last, all readable by everybody.
  ///
  /// The folder is made when it is not there, and may hold other files. Done again it writes nothing. What was published of a tile
  /// before it was full stays until it is full.
  /// - Throws: `PUB-01`, `PUB-02` or `PUB-03` when the folder has a checkpoint of another log, of another history or of a larger log;
  ///   `PUB-04` when nothing is published; `LOG-07`, `LOG-21`, or what the system says.
  public func copyPublished(to path: String) throws(Diagnostic) -> PublicCopyReceipt {
    guard access == .writing else { throw StoreCode.openedForReading.diagnostic() }
    try takeLock()
    defer { releaseLock() }
    try adopt(try reader.head())
    guard let published = try reader.publishedCheckpoint() else {
      throw PublicationCode.noCheckpoint.diagnostic()
    }
    try refuseSetBack(published)
    let target = PublicFolder(path: path)
    try refuseForeign(target, published)
    var writer = PublicWriter(
      files, target, draft: "\(path)/.checkpoint.tmp", isSynchronising: true)
    writer.fileMode = 0o644
    writer.folderMode = 0o755
    try reporting { () throws(SystemError) in try writer.makeFolder(path) }
    for tile in Tile.added(from: 0, to: published.head.size) {
      guard let hashes = try reader.tile(tile, in: folder.published) else {
        throw PublicationCode.noCheckpoint.diagnostic(.init(en: "tile", sv: "platta", tile.path))
      }
      try reporting { () throws(SystemError) in try writer.put(tile, hashes) }
    }
    try reporting { () throws(SystemError) in
      try writer.put(checkpoint: published.bytes)
      try writer.finish()
    }
    return PublicCopyReceipt(
      tilesWritten: writer.writtenCount, tilesMended: writer.mendedCount)
  }

  /// Refuses a folder whose checkpoint is not one that this log has grown out of.
  private func refuseForeign(
    _ target: PublicFolder, _ published: SignedCheckpoint
  ) throws(Diagnostic) {
    guard let bytes = try reader.bytes(of: target.checkpoint, limit: SignedNote.bytesMax + 1)
    else { return }
    let file = Diagnostic.Fact(en: "file", sv: "fil", target.checkpoint)
    let present: SignedCheckpoint
    do throws(Diagnostic) { present = try SignedCheckpoint(bytes) } catch {
      throw PublicationCode.foreignFolder.diagnostic(facts: [file])
    }
    guard present.checkpoint.origin == origin else {
      throw PublicationCode.foreignFolder.diagnostic(
        file, .init(en: "origin", sv: "ursprung", present.checkpoint.origin))
    }
    guard present.head.size <= published.head.size else {
      throw PublicationCode.setBack.diagnostic(
        file,
        .init(
          en: "events published by the ledger", sv: "händelser som liggaren publicerat",
          "\(published.head.size)"),
        .init(en: "events published there", sv: "händelser publicerade där", "\(present.head.size)")
      )
    }
    guard try root(at: present.head.size) == present.head.root else {
      throw present.contradiction(in: target.checkpoint)
    }
  }
}
