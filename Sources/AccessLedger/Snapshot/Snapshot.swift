import EventStore
import Glibc
import Projections

/// The file `register.snapshot` beside the log: the register as it was at a position, so that a question need not fold the log.
///
/// Derived: it may be removed at any time, is ignored when it is damaged, foreign or of another version, and is never trusted for
/// proof. It is replaced by renaming, without a sync: what a power failure leaves of it is damaged and therefore ignored.
struct Snapshot {
  /// The register at the position of the bookmark.
  var register: Register
  var bookmark: LogBookmark

  static func path(_ ledger: String) -> String { "\(ledger)/register.snapshot" }

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
    let draft = "\(path(ledger)).\(getpid()).tmp"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    let parts = RegisterSnapshot.parts(of: register, stamp: bookmark.bytes)
    // What was read to write it may have been damaged.
    guard register.isIntact, parts.allSatisfy({ writeAll($0, to: descriptor) }),
      close(descriptor) == 0,
      rename(draft, path(ledger)) == 0
    else {
      unlink(draft)
      return false
    }
    return true
  }

  static func remove(of ledger: String) { unlink(path(ledger)) }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          close(descriptor)
          return false
        }
        written += count
      }
      return true
    }
  }
}
