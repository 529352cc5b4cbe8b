import Diagnostics
import Glibc

/// A file that an answer is written to piece by piece, and that takes its place when it is whole; what stood there stays until then.
///
/// It is for its owner alone to read. An answer that does not come to its end leaves nothing.
final class AnswerFile {
  private let path: String
  private let draft: String
  private var descriptor: Int32 = -1

  init(_ path: String) {
    self.path = path
    draft = "\(path).\(getpid())"
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(draft)
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `CLI-41` when they cannot be written.
  func add(_ bytes: [UInt8]) throws {
    if descriptor < 0 {
      // What a process of the same number left when it was killed.
      unlink(draft)
      descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw failure(errno) }
    }
    switch Descriptor.write(bytes, to: descriptor) {
    case .written: return
    case .readerLeft: throw failure(EPIPE)
    case .failed(let error): throw failure(error)
    }
  }

  /// Gives the file its name.
  func finish() throws {
    try add([])
    guard fsync(descriptor) == 0, fchmod(descriptor, 0o600) == 0, rename(draft, path) == 0 else {
      throw failure(errno)
    }
    close(descriptor)
    descriptor = -1
  }

  private func failure(_ reason: Int32) -> VerbFailure {
    VerbFailure(
      .refused,
      VerbCodes.notWritten.diagnostic(
        .init(en: "file", sv: "fil", path),
        .init(en: "why", sv: "varför", String(cString: strerror(reason)))))
  }
}
