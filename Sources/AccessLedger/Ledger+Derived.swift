public import Diagnostics
import EventStore
import Projections

/// What comparing derived state with the log came to.
public enum DerivedVerdict: Hashable, Sendable {
  /// There is no snapshot that would be answered from.
  case nothingDerived
  case agrees
  /// A snapshot is of another history, or says something else than the log.
  case differs(Diagnostic)
}

extension Ledger {
  /// Compares all that questions are answered from with what folding the log from nothing to its position comes to: the snapshot of the
  /// register, and what is kept of who had access to what.
  ///
  /// What is damaged or of another version is nothing: nobody is answered from it.
  public static func verifyDerived(
    at path: String, ambient: Ambient
  ) throws(LedgerError) -> DerivedVerdict {
    let ledger = try open(at: path, for: .reading, ambient: ambient, isFolding: false)
    let verdict = try ledger.compareSnapshot()
    if case .differs = verdict { return verdict }
    let kept = try ledger.compareKeptPermissions()
    if let fault = kept.fault { return .differs(fault) }
    return kept.count > 0 ? .agrees : verdict
  }

  private func compareSnapshot() throws(LedgerError) -> DerivedVerdict {
    guard let snapshot = Snapshot(of: path) else { return .nothingDerived }
    snapshot.register.checkAll()
    guard snapshot.register.isIntact else { return .nothingDerived }
    let position = snapshot.bookmark.position
    let replay = try replay(to: position - 1)
    let found = RegisterSnapshot.digest(of: snapshot.register)
    let expected = RegisterSnapshot.digest(of: replay.register)
    guard
      replay.head != snapshot.bookmark.head || found != expected
        || !RegisterSnapshot.areListsSound(in: snapshot.register)
    else { return .agrees }
    return .differs(
      LedgerCodes.derivedDiffers.diagnostic(
        .init(en: "file", sv: "fil", Snapshot.path(path)),
        .init(en: "position", sv: "position", "\(position)"),
        .init(en: "digest", sv: "kontrollsumma", "\(found)"),
        .init(en: "expected", sv: "väntad", "\(expected)")))
  }
}
