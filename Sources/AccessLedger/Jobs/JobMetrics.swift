public import AccessModel
public import Chronology
import Projections

/// What a monitor is told of a ledger: numbers without a name or an identifier in them.
///
/// In the text form of OpenMetrics 1.0, of which the older form of Prometheus reads the same, so that the textfile collector of
/// node_exporter can hand it on: gauges alone, no timestamps, `# EOF` last. Durations and moments are seconds; a moment counts from 1970.
public struct JobMetrics {
  /// What the register came to.
  public struct Standing: Sendable {
    public var eventCount: UInt64
    /// How many of them the last published checkpoint covers.
    public var publishedCount: UInt64
    public var lastRecorded: Instant?
    /// Grants that are in effect.
    public var activeGrants = 0
    /// Access that ended and is to be removed, and how much of that is late.
    public var endingGrants = 0
    public var lateRemovals = 0
    public var openRequests = 0
    /// Reviews in which items can be answered, and those of them that are past their last day.
    public var runningReviews = 0
    public var overdueReviews = 0
    /// Flags that nobody has answered, by rule; a rule that has none is 0.
    public var flags: [StaleRule: Int] = [:]
    /// What is to be done, and how much of that is late, by the code of its kind; a kind that has none is 0.
    public var duties: [String: (open: Int, late: Int)] = [:]
    /// Where the ledger lies; `nil` where that cannot be measured.
    public var capacity: Capacity?
  }

  /// The exit status that `liggare verify` would have ended with, 0 when the ledger is intact.
  public var verificationStatus: Int
  /// `nil` when the ledger could not be read.
  public var standing: Standing?
  /// The last run of each job that is known.
  public var records: [Job: JobRecord]

  public init(verificationStatus: Int, standing: Standing?, records: [Job: JobRecord]) {
    self.verificationStatus = verificationStatus
    self.standing = standing
    self.records = records
  }

  public var text: String {
    var page = Page()
    page.family(
      "liggare_verification_status", "Exit status of verifying the ledger, 0 when it is intact.",
      [("", "\(verificationStatus)")])
    if let standing { page.add(standing) }
    let jobs = Job.allCases.compactMap { records[$0] }
    func family(_ name: String, _ help: String, _ value: (JobRecord) -> String) {
      page.family(name, help, jobs.map { ("job=\"\($0.job.code)\"", value($0)) })
    }
    family("liggare_job_last_run_timestamp_seconds", "When the job last began.") {
      Page.seconds($0.started.milliseconds)
    }
    family("liggare_job_last_run_duration_seconds", "How long the job last took.") {
      Page.seconds($0.durationMilliseconds)
    }
    family("liggare_job_last_run_success", "1 when the job was last done, 0 when it failed.") {
      $0.isDone ? "1" : "0"
    }
    family("liggare_job_last_run_events", "Events that the job last recorded.") {
      "\($0.eventCount)"
    }
    family("liggare_job_last_run_waiting", "Things the job last left for somebody to act on.") {
      "\($0.waitingCount)"
    }
    return page.text + "# EOF\n"
  }

  /// What is written of one family after another.
  private struct Page {
    var text = ""

    mutating func family(_ name: String, _ help: String, _ values: [(String, String)]) {
      guard !values.isEmpty else { return }
      text += "# TYPE \(name) gauge\n# HELP \(name) \(help)\n"
      for (labels, value) in values {
        text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(value)\n"
      }
    }

    mutating func add(_ standing: Standing) {
      family("liggare_log_events", "Events in the log.", [("", "\(standing.eventCount)")])
      family(
        "liggare_published_events", "Events that the last published checkpoint covers.",
        [("", "\(standing.publishedCount)")])
      if let last = standing.lastRecorded {
        family(
          "liggare_last_recorded_timestamp_seconds", "When the last event was recorded.",
          [("", Self.seconds(last.milliseconds))])
      }
      let numbers: [(String, String, Int)] = [
        ("liggare_grants_active", "Grants in effect.", standing.activeGrants),
        ("liggare_grants_ending", "Ended access to be removed.", standing.endingGrants),
        ("liggare_removals_late", "Ended access whose removal is late.", standing.lateRemovals),
        ("liggare_requests_open", "Requests that wait for somebody.", standing.openRequests),
        ("liggare_reviews_running", "Reviews that are open.", standing.runningReviews),
        ("liggare_reviews_overdue", "Reviews past their last day.", standing.overdueReviews),
      ]
      for (name, help, value) in numbers { family(name, help, [("", "\(value)")]) }
      family(
        "liggare_stale_flags", "Flags on stale access that nobody has answered, by rule.",
        StaleRule.allCases.map { ("rule=\"\($0.title)\"", "\(standing.flags[$0] ?? 0)") })
      let kinds = DutyCatalogue.kinds.map(\.code)
      family(
        "liggare_duties", "Things that somebody has to do, by kind.",
        kinds.map { ("kind=\"\($0)\"", "\(standing.duties[$0]?.open ?? 0)") })
      family(
        "liggare_duties_late", "Things to be done that are late, by kind.",
        kinds.map { ("kind=\"\($0)\"", "\(standing.duties[$0]?.late ?? 0)") })
      if let capacity = standing.capacity { add(capacity) }
    }

    mutating func add(_ capacity: Capacity) {
      let numbers: [(String, String, UInt64)] = [
        ("liggare_disk_size_bytes", "Size of the ledger's file system.", capacity.diskBytes),
        ("liggare_disk_free_bytes", "Bytes free on it.", capacity.freeBytes),
        ("liggare_disk_files", "Files that it has room for.", capacity.diskFiles),
        ("liggare_disk_free_files", "Files that may still come.", capacity.freeFiles),
        ("liggare_ledger_files", "Files of the ledger.", capacity.fileCount),
        ("liggare_ledger_bytes", "Bytes that they take.", capacity.ledgerBytes),
        ("liggare_log_bytes", "Bytes of the log.", capacity.logBytes),
        (
          "liggare_growth_bytes_per_month", "How fast the ledger grew lately, by its own dates.",
          UInt64(capacity.growthBytesPerMonth)
        ),
      ]
      for (name, help, value) in numbers { family(name, help, [("", "\(value)")]) }
      if let days = capacity.daysUntilFull {
        family(
          "liggare_disk_full_days", "Days until the disk is full at that rate.",
          [("", "\(Int64(min(days, 1_000_000)))")])
      }
    }

    /// Milliseconds as seconds with three decimals.
    static func seconds(_ milliseconds: Int64) -> String {
      let (whole, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1_000)
      let digits = String(repeating: "0", count: 3 - "\(rest)".count) + "\(rest)"
      return "\(milliseconds < 0 ? "-" : "")\(whole).\(digits)"
    }
  }
}
