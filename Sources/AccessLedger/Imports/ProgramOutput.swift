import Diagnostics
import Glibc

/// What a program of the system prints, run without a shell and within bounds.
enum ProgramOutput {
  static let bytesMax = 64 << 20
  static let secondsMax: Int32 = 120
  private static let folders = ["/usr/bin/", "/bin/"]

  /// Runs a program to its end and returns its standard output.
  ///
  /// It gets no input, an environment of its own, and its error output is thrown away.
  /// - Throws: `HST-01` and `HST-02`.
  static func bytes(of name: String, _ arguments: [String]) throws(Diagnostic) -> [UInt8] {
    guard let path = folders.lazy.map({ $0 + name }).first(where: { access($0, X_OK) == 0 }) else {
      throw LinuxHostCodes.missingProgram.diagnostic(
        .init(en: "looked in", sv: "sökt i", folders.joined(separator: ", ")))
    }
    let shown = ([path] + arguments).joined(separator: " ")
    func failure(_ en: String, _ sv: String) -> Diagnostic {
      LinuxHostCodes.failedProgram.diagnostic(
        .init(en: "command", sv: "kommando", shown),
        .init(en: "why", sv: "varför", localized: Localized(en: en, sv: sv)))
    }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      let reason = String(cString: strerror(errno))
      throw failure(reason, reason)
    }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let spawned = spawn(path, arguments, output: ends[1])
    close(ends[1])
    guard case .success(let child) = spawned else {
      if case .failure(let reason) = spawned {
        let text = String(cString: strerror(reason.number))
        throw failure(text, text)
      }
      return []
    }
    let output = collect(ends[0])
    if output == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard let output else {
      throw failure(
        "more than \(bytesMax) bytes, or longer than \(secondsMax) seconds",
        "mer än \(bytesMax) byte, eller längre än \(secondsMax) sekunder")
    }
    guard status & 0x7F == 0 else {
      throw failure("ended by signal \(status & 0x7F)", "avbrutet av signal \(status & 0x7F)")
    }
    let code = status >> 8 & 0xFF
    guard code == 0 else { throw failure("exit status \(code)", "avslutsstatus \(code)") }
    return output
  }

  private struct SpawnFailure: Error {
    var number: Int32
  }

  private static func spawn(
    _ path: String, _ arguments: [String], output: Int32
  ) -> Result<pid_t, SpawnFailure> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let vector = ProgramOutput.vector([path] + arguments)
    let environment = ProgramOutput.vector(["PATH=/usr/bin:/bin", "LC_ALL=C"])
    defer { for text in vector + environment { free(text) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, path, &actions, nil, vector, environment)
    return status == 0 ? .success(child) : .failure(SpawnFailure(number: status))
  }

  /// Copies for C, with the null pointer that ends them; to be freed.
  private static func vector(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    for text in texts { copies.append(strdup(text)) }
    copies.append(nil)
    return copies
  }

  /// Everything up to the end; `nil` when it is too much or takes too long.
  private static func collect(_ descriptor: Int32) -> [UInt8]? {
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let deadline = monotonicMilliseconds() + Int64(secondsMax) * 1_000
    while true {
      let left = deadline - monotonicMilliseconds()
      guard left > 0 else { return nil }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(clamping: left))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return output }
      guard output.count + count <= bytesMax else { return nil }
      output.append(contentsOf: chunk[..<count])
    }
  }

  private static func monotonicMilliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
