public import Chronology
import Diagnostics
import EventStore
import Projections
import Transparency

extension Ledger {
  /// Who had access to what by what was known at a moment, for a question: from what was kept of an earlier one on, where something was.
  ///
  /// What is hashed is what comes after it, and that the edge of the tree which was kept with it belongs to this log is proved. What was
  /// kept is believed as the snapshot of the register is. When much had to be folded, what it came to at the end of the last segment
  /// before the moment is kept for the next question.
  ///
  /// - Throws: `LOG-14` when what was read is not the beginning of the log, and what reading it throws.
  public func permissionsFromKept(
    knownAt moment: Instant
  ) throws(LedgerError) -> PermissionReplay {
    do {
      let span = PermissionSpan(last: nil, moment: moment, isHashing: true)
      var fold = PermissionFold(log: log, span: span)
      let end = try log.segment(recordedBy: moment)
      let kept = KeptPermissions(of: path)
      func keepLater(than position: UInt64) {
        guard KeptPermissions.isWorthKeeping(at: end, after: position) else { return }
        fold.atSegment = { if $0.eventCount == end { kept.keep($0) } }
      }
      if let known = kept.last(upTo: end) {
        let position = known.eventCount
        keepLater(than: position)
        let replay = try fold.run(Corrections(), onto: known)
        if replay.state.corrections.isEmpty {
          if try root(committed: replay) == replay.tree.root { return replay }
          // It was of another log, or of another history, and so is what came of it.
          kept.forget(position)
          kept.forget(end)
        }
      }
      keepLater(than: 0)
      do { return try permissions(fold) } catch {
        kept.forget(end)
        throw error
      }
    } catch {
      throw LedgerError(reading: error)
    }
  }

  /// The first of what is kept that says something else than folding the log from nothing does, if any does.
  ///
  /// What cannot be used, or is of another history, is nothing: nobody is answered from it.
  ///
  /// - Returns: how many were compared, and the fault.
  func compareKeptPermissions() throws(LedgerError) -> (count: Int, fault: Diagnostic?) {
    let kept = KeptPermissions(of: path)
    var count = 0
    var fault: Diagnostic?
    do {
      guard let last = kept.positions.last(where: { $0 < log.head.size }) else { return (0, nil) }
      let span = PermissionSpan(last: last, moment: nil, isHashing: true)
      var fold = PermissionFold(log: log, span: span)
      fold.atSegment = { replay in
        let position = replay.eventCount
        guard kept.positions.contains(position), let found = kept.replay(at: position),
          found.tree == replay.tree
        else { return }
        count += 1
        guard fault == nil,
          found.byteCount != replay.byteCount || !replay.state.corrections.isEmpty
            || !PermissionSnapshot.areSame(found.state, replay.state)
        else { return }
        fault = LedgerCodes.derivedDiffers.diagnostic(
          .init(en: "file", sv: "fil", kept.path(position)),
          .init(en: "position", sv: "position", "\(position)"))
      }
      _ = try fold.run(Corrections())
    } catch {
      throw LedgerError(reading: error)
    }
    return (count, fault)
  }
}
