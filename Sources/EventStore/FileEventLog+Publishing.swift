public import Diagnostics
import Glibc
public import Transparency

extension FileEventLog {
  /// Signs the committed head and brings tiles and checkpoint up to it.
  ///
  /// Tiles come first, then `checkpoints/<size>`, and `public/checkpoint` last, so that each speaks of what is there. All of it
  /// follows from the log and the keys: what an interruption left is made good by the next call. Takes the lock, or has it already.
  /// - Parameter keys: the log's keys that count at this size; at least one.
  /// - Throws: `PUB-01` and `PUB-02` when the log has said something else before, `LOG-07`, `LOG-12`, `LOG-14`, `LOG-21`, or what
  ///   the system says.
  public func publish(
    signedBy keys: [SigningKey], _ scope: PublishingScope
  ) throws(Diagnostic) -> PublishingReceipt {
    precondition(!keys.isEmpty, "A checkpoint is signed.")
    guard access == .writing else { throw StoreCode.openedForReading.diagnostic() }
    if let ending { throw StoreCode.writerEnded.diagnostic(facts: ending.facts) }
    try takeLock()
    defer { releaseLock() }
    try adoptHead()
    let published = try reader.publishedCheckpoint()
    if let published { try refuseSetBack(published) }
    let signed = try SignedCheckpoint(Checkpoint(origin: origin, head: head), signedBy: keys)
    for key in keys {
      // A bit that flipped while signing must not go out.
      guard let verifier = key.noteVerifierKey(named: origin) else { continue }
      try signed.verify(signedBy: verifier)
    }
    let kept = try reader.keptCheckpoint(head.size)
    let checkpoint = try kept.map { kept throws(Diagnostic) in try signed.joined(with: kept) }
    var writer = PublicWriter(
      files, folder.published, draft: folder.publishedDraft, isSynchronising: scope == .whole)
    try cutTiles(after: published?.head, scope, &writer)
    let final = checkpoint ?? signed
    let receipt = try reporting { () throws(SystemError) in
      if kept != final { try keep(final, isNew: kept == nil, synchronising: scope == .whole) }
      try writer.put(checkpoint: final.bytes)
      try writer.finish()
      return PublishingReceipt(
        checkpoint: final, isNew: kept == nil, tilesWritten: writer.writtenCount,
        tilesMended: writer.mendedCount)
    }
    // Publishing as a whole goes through all of it.
    try thinCheckpoints(after: scope == .whole ? 0 : published?.head.size ?? 0, at: head.size)
    return receipt
  }

  /// Adds what witnesses say to a checkpoint that was issued, and to the published one when that is of the same size.
  ///
  /// Each file is replaced in one step, and on the medium when this returns. The log's own signature stays as it is.
  /// - Throws: `PUB-04` when there is no checkpoint of that size, `PUB-01` when a line stands for one of the log's signatures, `LOG-07`,
  ///   `LOG-21`, or what the system says.
  @discardableResult
  public func addCosignatures(
    _ lines: [NoteSignature], toCheckpoint size: UInt64
  ) throws(Diagnostic) -> SignedCheckpoint {
    guard access == .writing else { throw StoreCode.openedForReading.diagnostic() }
    try takeLock()
    defer { releaseLock() }
    guard let kept = try reader.keptCheckpoint(size) else {
      throw PublicationCode.noCheckpoint.diagnostic(.init(en: "size", sv: "storlek", "\(size)"))
    }
    for line in lines where line.name.elementsEqual(origin.utf8) && !kept.signatures.contains(line)
    {
      throw kept.contradiction(in: folder.checkpoint(size))
    }
    var checkpoint = kept
    checkpoint.add(lines)
    let published = try reader.publishedCheckpoint()
    return try reporting { () throws(SystemError) in
      if checkpoint != kept { try keep(checkpoint, isNew: false, synchronising: true) }
      if let published, published.checkpoint == checkpoint.checkpoint {
        var writer = PublicWriter(
          files, folder.published, draft: folder.publishedDraft, isSynchronising: true)
        try writer.put(checkpoint: checkpoint.bytes)
        try writer.finish()
      }
      return checkpoint
    }
  }

  /// The newest checkpoint that was published, whoever signed it; nothing when there is none that can be read.
  public func publishedCheckpoint() throws(Diagnostic) -> SignedCheckpoint? {
    try reader.publishedCheckpoint()
  }

  func refuseSetBack(_ published: SignedCheckpoint) throws(Diagnostic) {
    guard published.checkpoint.origin == origin else {
      throw PublicationCode.foreignFolder.diagnostic(
        .init(en: "file", sv: "fil", folder.published.checkpoint),
        .init(en: "origin", sv: "ursprung", published.checkpoint.origin))
    }
    guard published.head.size <= head.size else {
      throw PublicationCode.setBack.diagnostic(
        .init(en: "events in the log", sv: "händelser i loggen", "\(head.size)"),
        .init(en: "events published", sv: "publicerade händelser", "\(published.head.size)"))
    }
    guard published.head.size < head.size || published.head == head else {
      throw published.contradiction(in: folder.published.checkpoint)
    }
  }

  /// Cuts the tiles that come after a head that was published, or all of them.
  private func cutTiles(
    after published: TreeHead?, _ scope: PublishingScope, _ writer: inout PublicWriter
  ) throws(Diagnostic) {
    let leaves = LeafHashes(reader: reader, extent: extent)
    var starts: [(TileFrontier, LeafHashes.Source)] = [
      (TileFrontier(), .kept), (TileFrontier(), .lines),
    ]
    if scope == .news, let published, let edge = try reader.tileFrontier(at: published) {
      starts.insert((edge, .kept), at: 0)
    }
    for (start, source) in starts {
      // Nothing is cut from hashes that do not lead to the root that was committed.
      var edge = start
      try leaves.forEach(from: edge.size, source) { hash throws(Diagnostic) in
        edge.append(leafHash: hash) { _, _ in }
      }
      guard edge.head == head else { continue }
      edge = start
      try leaves.forEach(from: edge.size, source) { hash throws(Diagnostic) in
        try edge.append(leafHash: hash) { (tile, hashes) throws(Diagnostic) in
          try reporting { () throws(SystemError) in try writer.put(tile, hashes) }
        }
      }
      let before = TileFrontier.partialTiles(of: start.size)
      for (tile, hashes) in edge.partialTiles where !before.contains(tile) {
        try reporting { () throws(SystemError) in try writer.put(tile, hashes) }
      }
      return
    }
    throw reader.corruption(extent.segment, at: extent.byteCount)
  }

  /// Puts a checkpoint in `checkpoints/`: a new one where none is, another one in the place of its like.
  private func keep(
    _ checkpoint: SignedCheckpoint, isNew: Bool, synchronising: Bool
  ) throws(SystemError) {
    let path = folder.checkpoint(checkpoint.head.size)
    let draft = folder.publishedDraft
    try files.writeDraft(draft, checkpoint.bytes, mode: 0o600, synchronising: synchronising)
    guard isNew, try !isTorn(path) else {
      try files.rename(draft, to: path)
      if synchronising { try files.synchroniseFolder(folder.checkpoints) }
      return
    }
    do throws(SystemError) {
      try files.link(draft, to: path)
    } catch {
      guard error.number == ENOENT else { throw error }
      try files.makeFolder(folder.checkpoints, mode: 0o700)
      try files.link(draft, to: path)
    }
    try files.remove(draft)
    if synchronising { try files.synchroniseFolder(folder.checkpoints) }
  }

  /// Whether a file is there, which then holds no checkpoint: an interruption can leave that, for it is written without a sync.
  private func isTorn(_ path: String) throws(SystemError) -> Bool { try files.isPresent(path) }
}

extension SignedCheckpoint {
  /// This checkpoint with what stands under a kept one of the same size, which must say the same.
  func joined(with kept: SignedCheckpoint) throws(Diagnostic) -> SignedCheckpoint {
    let isSame = signatures.allSatisfy { line in
      kept.signatures.allSatisfy { $0.name != line.name || $0.keyID != line.keyID || $0 == line }
    }
    guard kept.checkpoint == checkpoint, isSame else {
      throw contradiction(with: kept)
    }
    var all = kept
    all.add(signatures)
    return all
  }

  private func contradiction(with kept: SignedCheckpoint) -> Diagnostic {
    PublicationCode.contradicted.diagnostic(
      .init(en: "size", sv: "storlek", "\(head.size)"),
      .init(en: "root of the log", sv: "loggens rot", head.root.base64),
      .init(en: "root it signed before", sv: "rot den signerat tidigare", kept.head.root.base64))
  }

  /// That the log says otherwise than this checkpoint, which lies in a file.
  func contradiction(in file: String) -> Diagnostic {
    PublicationCode.contradicted.diagnostic(
      .init(en: "file", sv: "fil", file),
      .init(en: "size", sv: "storlek", "\(head.size)"),
      .init(en: "root in the file", sv: "rot i filen", head.root.base64))
  }
}
