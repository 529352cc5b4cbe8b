import Diagnostics
import Glibc

/// A file that is read from its beginning to its end, as much at a time as the reader asks for.
final class InputFile {
  let path: String
  /// The size when it was opened; `nil` for a pipe.
  let byteCount: Int64?
  private(set) var bytesRead: Int64 = 0
  private let descriptor: Int32

  init(_ path: String) throws(Diagnostic) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    var status = stat()
    let isKnown = descriptor >= 0 && fstat(descriptor, &status) == 0
    byteCount = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : nil
    guard descriptor >= 0 else { throw failure(errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Fills the beginning of `chunk` and returns how many bytes that was; 0 at the end.
  func read(into chunk: inout [UInt8]) throws(Diagnostic) -> Int {
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytesRead += Int64(count)
        return count
      }
      if errno != EINTR { throw failure(errno) }
    }
  }

  private func failure(_ reason: Int32) -> Diagnostic {
    WholeFile.unreadable.diagnostic(
      .init(en: "file", sv: "fil", path),
      .init(en: "why", sv: "varför", String(cString: strerror(reason))))
  }
}
