import Diagnostics
import Glibc

/// A file that is there whole, before and after: written beside its place and then renamed to it.
enum ReplacedFile {
  /// - Parameter mode: who may read it, whatever the umask says.
  /// - Throws: `CLI-41` when it cannot be written; what was there stays.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
    let draft = "\(path).\(getpid())"
    // What a process of the same number left when it was killed.
    unlink(draft)
    do {
      try NewFile.write(bytes, to: draft, mode: mode)
      guard chmod(draft, mode) == 0, rename(draft, path) == 0 else {
        let reason = errno
        throw VerbFailure(
          .refused,
          VerbCodes.notWritten.diagnostic(
            .init(en: "file", sv: "fil", path),
            .init(en: "why", sv: "varför", String(cString: strerror(reason)))))
      }
    } catch {
      unlink(draft)
      throw error
    }
  }
}
