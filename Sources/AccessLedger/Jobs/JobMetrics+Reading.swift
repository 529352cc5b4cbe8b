import AccessModel
import Chronology

extension JobMetrics {
  /// The runs that a file of metrics tells of; what is not of its form tells of none.
  ///
  /// A run of some jobs writes the file anew, and what it says of the others stays: the file is its own memory.
  public static func records(in text: String) -> [Job: JobRecord] {
    var values: [Job: [String: String]] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix(prefix) {
      let parts = line.dropFirst(prefix.count).split(separator: " ")
      guard parts.count == 2, let brace = parts[0].firstIndex(of: "{") else { continue }
      let label = parts[0][brace...]
      guard label.hasPrefix("{job=\""), label.hasSuffix("\"}"),
        let job = Job(code: String(label.dropFirst(6).dropLast(2)))
      else { continue }
      values[job, default: [:]][String(parts[0][..<brace])] = String(parts[1])
    }
    var records: [Job: JobRecord] = [:]
    for (job, found) in values {
      guard let started = found["timestamp_seconds"].flatMap(milliseconds),
        let duration = found["duration_seconds"].flatMap(milliseconds),
        let isDone = found["success"].flatMap({ Int($0) }),
        let events = found["events"].flatMap({ Int($0) }),
        let waiting = found["waiting"].flatMap({ Int($0) })
      else { continue }
      records[job] = JobRecord(
        job: job, started: Instant(milliseconds: started), durationMilliseconds: duration,
        isDone: isDone == 1, eventCount: events, waitingCount: waiting)
    }
    return records
  }

  private static let prefix = "liggare_job_last_run_"

  /// The milliseconds of seconds written with three decimals.
  private static func milliseconds(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 3 else { return nil }
    return Int64(parts[0] + parts[1])
  }
}
