import Foundation
import Glibc

/// A program run as a process of its own, started from raw bytes as a shell would.
///
/// Words are bytes and not text, because what people type need not be text; and the end by a signal is told apart.
final class SystemProcess {
  /// How a program ended and what it said.
  struct Ending {
    /// The exit status; 128 and the number of the signal when a signal ended it, as shells say.
    var status: Int32
    var output: String
    var error: String
  }

  private let pid: pid_t
  private let output: Int32
  private let error: Int32

  /// - Parameter words: the name of the program on the path and its arguments, without NUL.
  init(_ words: [[UInt8]], environment: [String: String], folder: String) throws {
    output = try Self.nameless(in: folder)
    error = try Self.nameless(in: folder)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, error, 2)
    let variables = environment.sorted { $0.key < $1.key }.map {
      Array("\($0.key)=\($0.value)".utf8)
    }
    var started: pid_t = 0
    let opening = ["env", "--chdir=\(folder)"].map { Array($0.utf8) }
    let result = Self.withStrings(opening + words) { arguments in
      Self.withStrings(variables) { variables in
        posix_spawn(&started, "/usr/bin/env", &actions, nil, arguments, variables)
      }
    }
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .EIO) }
    pid = started
  }

  /// Waits until the program has ended.
  func wait() throws -> Ending {
    var state: Int32 = 0
    while waitpid(pid, &state, 0) < 0 {
      guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECHILD) }
    }
    defer {
      close(output)
      close(error)
    }
    let signal = state & 0x7F
    return Ending(
      status: signal == 0 ? (state >> 8) & 0xFF : 128 + signal,
      output: Self.text(in: output), error: Self.text(in: error))
  }

  /// A file that has no name and is closed in every program but the one it is handed to.
  private static func nameless(in folder: String) throws -> Int32 {
    let path = "\(folder)/.said-\(UUID().uuidString)"
    let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0, unlink(path) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    return file
  }

  private static func text(in file: Int32) -> String {
    var size = stat()
    fstat(file, &size)
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size.st_size)) { buffer, count in
      count = max(0, pread(file, buffer.baseAddress, buffer.count, 0))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func withStrings<Result>(
    _ texts: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { text in
      strdup(text.map { CChar(bitPattern: $0) } + [0])
    }
    defer {
      for copy in copies { free(copy) }
    }
    return body(copies + [nil])
  }
}
