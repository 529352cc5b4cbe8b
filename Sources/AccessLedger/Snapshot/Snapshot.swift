import EventStore
import Glibc
import Projections

/// The file `register.snapshot` beside the log: the register as it was at a position, so that a question need not fold the log.
///
/// Derived: it may be removed at any time, is ignored when it is damaged, foreign or of another version, and is never trusted for
/// proof.
struct Snapshot {
  /// The register at the position of the bookmark.
  var register: Register
  var bookmark: LogBookmark

  static let name = "register.snapshot"

  static func path(_ ledger: String) -> String { "\(ledger)/\(name)" }

  /// The drafts of snapshots whose writers are gone.
  static func abandonedDrafts(of ledger: String) -> [String] {
    DerivedFile.abandonedDrafts(in: ledger) { $0 == name }
  }

  /// How many events may lie after a snapshot before another one is worth writing: it grows with the ledger as the writing does.
  static func isWorthWriting(at position: UInt64, after last: UInt64) -> Bool {
    position - min(last, position) >= max(1_024, position / 64)
  }

  /// Looks at a ledger's snapshot; `nil` when there is none that can be used.
  init?(of ledger: String) {
    guard let file = MappedFile(Snapshot.path(ledger)),
      let read = RegisterSnapshot.register(from: file.bytes, owner: file),
      let bookmark = LogBookmark(read.stamp), bookmark.position == read.register.position
    else { return nil }
    register = read.register
    self.bookmark = bookmark
  }

  /// Writes a ledger's snapshot, and says whether that could be done: not everybody who reads may write.
  @discardableResult
  static func write(_ register: Register, at bookmark: LogBookmark, of ledger: String) -> Bool {
    guard bookmark.position == register.position else { return false }
    return DerivedFile.replace(path(ledger)) { write in
      let parts = RegisterSnapshot.parts(of: register, stamp: bookmark.bytes)
      // What was read to write it may have been damaged.
      return register.isIntact && parts.allSatisfy { $0.withUnsafeBytes(write) }
    }
  }

  static func remove(of ledger: String) { unlink(path(ledger)) }
}
