import Diagnostics
import Glibc

/// Held while letters go out: of two runs at once, one tells and the other leaves it to that one.
struct NoticeLock: ~Copyable {
  private let descriptor: Int32

  /// - Throws: `JOB-09` when the file cannot be made.
  /// - Returns: `nil` when another process holds it.
  static func take(in folder: String) throws(Diagnostic) -> NoticeLock? {
    let path = "\(folder)/notices.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw JobCodes.memory.diagnostic(
        .init(en: "file", sv: "fil", path),
        .init(en: "why", sv: "varför", String(cString: strerror(errno))))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return NoticeLock(descriptor: descriptor)
  }

  deinit { close(descriptor) }

  /// Lets the next one in.
  consuming func release() {}
}
