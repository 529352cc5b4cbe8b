public import Chronology
public import Diagnostics
public import Transparency

extension FileEventLog {
  public func append(
    _ batch: UnsignedBatch, signedBy signer: any BatchSigner, now: Instant, expecting: TreeHead,
    purpose: AppendPurpose
  ) throws(AppendFailure) -> AppendReceipt {
    guard access == .writing else { throw .refused(StoreCode.openedForReading.diagnostic()) }
    try refuseIfEnded()
    // A signature costs a person a touch: not for a decision that is already stale.
    guard expecting == head else { throw .headMoved(to: head) }
    let signature: BatchSignature
    do {
      signature = try BatchSignature(of: batch, by: signer, origin: origin)
    } catch {
      throw .refused(error)
    }
    do {
      try takeLock()
    } catch {
      if error.code == StoreCode.locked.code { throw .locked(error) }
      ending = error
      throw .refused(error)
    }
    defer { releaseLock() }
    try prepare(for: purpose)
    guard expecting == head else { throw .headMoved(to: head) }
    var group = BatchGroup(behind: log, at: head, now: now)
    let receipt: AppendReceipt
    do { receipt = try group.add(batch, signature) } catch { throw .refused(error) }
    try commit(group)
    return receipt
  }

  /// Begins a group of batches, whose events get one time of record; called between ``beginAppending(expecting:)`` and
  /// ``endAppending()``.
  ///
  /// - Throws: why nothing can be written.
  public func beginGroup(now: Instant) throws(AppendFailure) -> BatchGroup {
    precondition(lockDepth > 0, "A group is begun under the lock.")
    try refuseIfEnded()
    try prepare(for: .ordinary)
    return BatchGroup(behind: log, at: head, now: now)
  }

  /// Signs a batch and adds it to a group, behind what is in it.
  ///
  /// - Throws: why there is no signature, or `LOG-17`; the group is then as it was.
  public func add(
    _ batch: UnsignedBatch, signedBy signer: any BatchSigner, to group: inout BatchGroup
  ) throws(Diagnostic) -> AppendReceipt {
    try group.add(batch, try BatchSignature(of: batch, by: signer, origin: origin))
  }

  /// Appends all batches of a group, or none; when it returns, they are kept for good.
  ///
  /// - Parameter batchesNext: how many batches the next commit may have. What a power cut leaves of it is then told from a head that was
  ///   set back.
  public func commit(_ group: BatchGroup, batchesNext: Int = 1) throws(AppendFailure) {
    guard !group.isEmpty else { return }
    precondition(group.first == head.size, "A group is committed where it was begun.")
    try write(group, batchesNext: batchesNext)
    do {
      try sealFullSegments()
    } catch {
      // The batches are kept all the same; the manifest is written at the next opening.
      ending = error
    }
  }

  /// Takes the lock for an append and what belongs to it but is kept elsewhere, so that no other writer comes in between.
  ///
  /// Each call that returns is followed by one of ``endAppending()``.
  /// - Throws: `headMoved` when another process wrote since, `locked`, or why nothing can be written.
  public func beginAppending(expecting: TreeHead) throws(AppendFailure) {
    guard access == .writing else { throw .refused(StoreCode.openedForReading.diagnostic()) }
    try refuseIfEnded()
    do {
      try takeLock()
    } catch {
      if error.code == StoreCode.locked.code { throw .locked(error) }
      ending = error
      throw .refused(error)
    }
    do throws(Diagnostic) { try adoptHead() } catch {
      releaseLock()
      ending = error
      throw .refused(error)
    }
    guard expecting == head else {
      releaseLock()
      throw .headMoved(to: head)
    }
  }

  /// Lets other writers in again.
  public func endAppending() {
    releaseLock()
  }

  private func refuseIfEnded() throws(AppendFailure) {
    if let ending {
      throw .refused(
        StoreCode.writerEnded.diagnostic(
          facts: [.init(en: "earlier error", sv: "tidigare fel", ending.code)] + ending.facts))
    }
  }

  /// Step 1 of the commit: reads the head again, under the lock, and looks behind it.
  private func prepare(for purpose: AppendPurpose) throws(AppendFailure) {
    do throws(Diagnostic) {
      try adoptHead()
      if try hasTail() { try recover() }
      switch purpose {
      case .ordinary: try restoreReserve()
      case .closing: try reporting { () throws(SystemError) in try releaseReserve() }
      }
    } catch {
      ending = error
      throw .refused(error)
    }
    if purpose == .ordinary, !hasReserve {
      throw .diskFull(
        StoreCode.diskFull.diagnostic(
          .init(
            en: "bytes that must be free", sv: "byte som måste vara lediga", "\(reserveByteCount)")
        ))
    }
  }
}
