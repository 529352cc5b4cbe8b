public import Chronology
import Diagnostics
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
    let recorded = max(now, log.lastRecorded ?? now)
    let encoded: EncodedBatch
    do {
      encoded = try EncodedBatch(
        batch, signature: signature, first: head.size, recorded: recorded)
    } catch {
      throw .refused(error)
    }
    let first = head.size
    try commit(encoded)
    do {
      try sealFullSegments()
    } catch {
      // The batch is kept all the same; the manifest is written at the next opening.
      ending = error
    }
    return AppendReceipt(
      first: first, count: batch.events.count, recorded: recorded, head: head)
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
    do throws(Diagnostic) { try adopt(try reader.head()) } catch {
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
      try adopt(try reader.head())
      if try !tail().isEmpty { try recover() }
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
