import Glibc

/// Named figures in their order, written as one JSON object.
struct Figures {
  private var fields: [String] = []

  mutating func add(_ name: String, _ value: Int) { fields.append("\"\(name)\": \(value)") }
  mutating func add(_ name: String, _ value: Double) { fields.append("\"\(name)\": \(value)") }
  /// A word without characters that JSON would escape.
  mutating func add(_ name: String, word: String) { fields.append("\"\(name)\": \"\(word)\"") }

  /// Wall time, processor time and the largest resident memory so far.
  mutating func add(_ watch: Stopwatch) {
    add("seconds", watch.seconds)
    add("cpu_seconds", watch.processorSeconds)
    add("peak_bytes", Stopwatch.peakByteCount)
  }

  var json: String { "{\(fields.joined(separator: ", "))}" }
}

/// The time since it was made; it stops when it is told to.
struct Stopwatch {
  private let begin = Stopwatch.now(CLOCK_MONOTONIC)
  private let processorBegin = Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID)
  private var end: (wall: Double, processor: Double)?

  /// Seconds that have passed.
  var seconds: Double { (end?.wall ?? Stopwatch.now(CLOCK_MONOTONIC)) - begin }
  /// Seconds of all threads of the process.
  var processorSeconds: Double {
    (end?.processor ?? Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID)) - processorBegin
  }

  mutating func stop() {
    end = (Stopwatch.now(CLOCK_MONOTONIC), Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID))
  }

  /// The largest resident memory of this process so far, in bytes: of this program alone, where the system's own count begins with that of
  /// whoever started it.
  static var peakByteCount: Int {
    guard let status = try? contents(of: "/proc/self/status") else { return 0 }
    for line in String(decoding: status, as: UTF8.self).split(separator: "\n")
    where line.hasPrefix("VmHWM:") {
      return (Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0) * 1_024
    }
    return 0
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
