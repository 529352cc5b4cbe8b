import Glibc

/// Another program run to its end, with no shell between: words go to it as they are.
enum Subprocess {
  /// How it ended.
  enum Ending: Hashable {
    /// It ended by itself with a status, having written this.
    case ended(status: Int32, output: [UInt8], messages: [UInt8])
    /// It wrote too much or took too long, and was stopped.
    case stopped
    /// It could not be started; the error number of the system.
    case notStarted(Int32)
  }

  /// Runs a program that is found on the path.
  ///
  /// - Parameters:
  ///   - words: its name and its arguments.
  ///   - input: what it reads.
  ///   - outputMax: how many bytes it may write to each of its outputs.
  ///   - milliseconds: how long it may take.
  static func run(
    _ words: [String], input: [UInt8], outputMax: Int, milliseconds: Int
  ) -> Ending {
    var pipes: [[Int32]] = []
    defer { for end in pipes.flatMap(\.self) where end >= 0 { close(end) } }
    for _ in 0..<3 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return .notStarted(errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append(ends)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[0][0], 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 1)
    posix_spawn_file_actions_adddup2(&actions, pipes[2][1], 2)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    // This program ignores SIGPIPE; the other one gets it as usual.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let failure = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ)
    guard failure == 0 else { return .notStarted(failure) }
    for (pipe, end) in [(0, 0), (1, 1), (2, 1)] {
      close(pipes[pipe][end])
      pipes[pipe][end] = -1
    }
    var exchange = Exchange(
      input: input, outputMax: outputMax, writing: pipes[0][1], reading: [pipes[1][0], pipes[2][0]])
    let deadline = Exchange.now() + milliseconds
    let isDone = exchange.run(milliseconds: milliseconds)
    for index in pipes.indices {
      for end in 0..<2 where pipes[index][end] >= 0 {
        if index != 0 || end != 1 || !exchange.hasClosedInput { close(pipes[index][end]) }
        pipes[index][end] = -1
      }
    }
    var state: Int32 = 0
    // A program may close its outputs and go on.
    let hasEnded = isDone && hasEnded(child, &state, by: deadline)
    if !hasEnded {
      kill(child, SIGKILL)
      while waitpid(child, &state, 0) < 0, errno == EINTR {}
      return .stopped
    }
    let signal = state & 0x7F
    return .ended(
      status: signal == 0 ? (state >> 8) & 0xFF : 128 + signal,
      output: exchange.outputs[0], messages: exchange.outputs[1])
  }

  /// Whether a program ends in time; its state is then known.
  private static func hasEnded(_ child: pid_t, _ state: inout Int32, by deadline: Int) -> Bool {
    while true {
      let found = waitpid(child, &state, WNOHANG)
      if found == child { return true }
      guard found == 0 || errno == EINTR, Exchange.now() < deadline else { return false }
      poll(nil, 0, 5)
    }
  }

  /// What goes in and comes out, at the same time, so that neither side waits for the other for ever.
  private struct Exchange {
    let input: [UInt8]
    let outputMax: Int
    let writing: Int32
    let reading: [Int32]
    var outputs: [[UInt8]] = [[], []]
    var hasClosedInput = false

    init(input: [UInt8], outputMax: Int, writing: Int32, reading: [Int32]) {
      self.input = input
      self.outputMax = outputMax
      self.writing = writing
      self.reading = reading
    }

    /// - Returns: whether both outputs came to their end in time and in bounds.
    mutating func run(milliseconds: Int) -> Bool {
      // A program that does not read must not stop this one.
      _ = fcntl(writing, F_SETFL, O_NONBLOCK)
      var written = 0
      var isOpen = [true, true]
      let end = Self.now() + milliseconds
      while isOpen.contains(true) {
        let left = end - Self.now()
        guard left > 0 else { return false }
        var entries = [
          pollfd(fd: hasClosedInput ? -1 : writing, events: Int16(POLLOUT), revents: 0)
        ]
        for index in 0..<2 {
          entries.append(
            pollfd(fd: isOpen[index] ? reading[index] : -1, events: Int16(POLLIN), revents: 0))
        }
        let count = poll(&entries, nfds_t(entries.count), Int32(left))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        if entries[0].revents != 0 { feed(&written) }
        for index in 0..<2 where entries[index + 1].revents != 0 {
          var buffer = [UInt8](repeating: 0, count: 16_384)
          let got = read(reading[index], &buffer, buffer.count)
          if got < 0, errno == EINTR { continue }
          guard got > 0 else {
            isOpen[index] = false
            continue
          }
          outputs[index] += buffer[..<got]
          guard outputs[index].count <= outputMax else { return false }
        }
      }
      return true
    }

    private mutating func feed(_ written: inout Int) {
      let count = input.withUnsafeBytes { bytes in
        // A reader that left shows as an error, not as a signal: this program ignores SIGPIPE.
        write(writing, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count > 0 { written += count }
      let hasFailed = count < 0 && errno != EINTR && errno != EAGAIN
      if written == input.count || hasFailed {
        close(writing)
        hasClosedInput = true
      }
    }

    static func now() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
  }
}
