import Chronology
import Diagnostics
import EventStore
public import Transparency

extension Ledger {
  /// A request for a time stamp over the newest checkpoint, and that checkpoint.
  ///
  /// - Throws: `.unavailable` with `PUB-04` when no checkpoint speaks of the whole log.
  public func timestampRequest() throws(LedgerError) -> (request: [UInt8], head: TreeHead) {
    do throws(Diagnostic) {
      let checkpoint = try checkpointOfHead()
      return (try TimestampRequest.bytes(for: checkpoint.checkpoint), checkpoint.head)
    } catch {
      throw LedgerError(opening: error)
    }
  }

  /// Checks an authority's answer and keeps it with what it is trusted by.
  ///
  /// - Parameters:
  ///   - response: the answer in DER.
  ///   - authorities: the root certificate of the authority, and those between, in PEM.
  /// - Throws: what is wrong with it, `TST-01` to `TST-07`; `.contradicted` when the log is not the one that was stamped.
  public func addTimestamp(
    _ response: [UInt8], authorities: [UInt8]
  ) throws(LedgerError) -> TimestampReport {
    do throws(Diagnostic) {
      let stamp = try Timestamp(response)
      let checkpoint = try log.checkpoint(stampedBy: stamp)
      try stamp.verify(by: authorities)
      try checkBeginning(checkpoint)
      try log.keep(
        KeptTimestamp(checkpoint: checkpoint, response: response, authorities: authorities))
      return TimestampReport(
        size: checkpoint.head.size, made: Instant(wholeSeconds: stamp.seconds))
    } catch {
      throw LedgerError(opening: error)
    }
  }

  /// The time stamps that are kept, each checked anew, the oldest first.
  public func timestamps() throws(LedgerError) -> [TimestampReport] {
    do throws(Diagnostic) {
      return try log.timestampSizes().map { size in report(onTimestampAt: size) }
    } catch {
      throw LedgerError(opening: error)
    }
  }

  private func report(onTimestampAt size: UInt64) -> TimestampReport {
    var report = TimestampReport(size: size)
    do throws(Diagnostic) {
      let kept = try log.timestamp(atSize: size)
      let stamp = try Timestamp(kept.response)
      report.made = Instant(wholeSeconds: stamp.seconds)
      guard stamp.stamps(kept.checkpoint.checkpoint) else {
        throw TimestampStoreCode.foreign.diagnostic(.init(en: "size", sv: "storlek", "\(size)"))
      }
      try stamp.verify(by: kept.authorities)
      try checkBeginning(kept.checkpoint)
    } catch {
      report.fault = error
      report.isContradiction = Ledger.isContradiction(error)
    }
    return report
  }

  /// The log must begin with what a checkpoint of it says.
  private func checkBeginning(_ checkpoint: SignedCheckpoint) throws(Diagnostic) {
    let head = checkpoint.head
    guard checkpoint.checkpoint.origin == log.origin, head.size <= log.head.size,
      try log.consistencyProof(from: head.size, to: log.head.size).extends(head, to: log.head)
    else {
      throw PublicationCode.contradicted.diagnostic(
        .init(en: "size", sv: "storlek", "\(head.size)"),
        .init(en: "root that was stamped", sv: "rot som stämplades", head.root.base64))
    }
  }
}
