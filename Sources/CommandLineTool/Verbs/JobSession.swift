import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Projections

/// Jobs being run: what each came to, and the telling of it.
struct JobSession {
  private let session: VerbSession
  private let jobs: [Job]
  private let options: JobOptions
  private let isDryRun: Bool

  init(_ session: VerbSession, _ jobs: [Job]) throws {
    self.session = session
    self.jobs = jobs
    options = try JobOptions(session, jobs)
    isDryRun = session.command.flag("dry-run")
  }

  func run() throws -> ExitStatus {
    let metrics = session.command.string("metrics")
    let verified = try verify()
    guard verified == .done else {
      if let metrics { try write(metrics, verified, nil, []) }
      throw VerbFailure(verified, VerbCodes.jobsRefused.diagnostic())
    }
    let asked = try options.moment(session)
    var session = session
    // What is rehearsed is judged as if it were then.
    if isDryRun, let asked { session.ambient.now = { asked } }
    let ledger = try session.openLedger(.writing)
    let key = try session.signingKey()
    // The key must be one that may ask.
    _ = try ledger.principal(of: key)
    var run = JobRun(
      moment: asked ?? session.recordingMoment(in: ledger),
      reason: Self.reason.text(in: session.language), isDryRun: isDryRun)
    run.capacityLimits = options.capacityLimits
    let files = JobFiles(session, ledger, at: run.moment)
    run.mail = files.mailRun(options)
    var reports: [JobReport] = []
    var records: [JobRecord] = []
    var failure: (any Error)?
    for job in jobs {
      let started = session.ambient.now()
      let clock = MonotonicClock.nanoseconds()
      var report = JobReport(job)
      do {
        report = try run.run(job, on: ledger, signedBy: key)
        if !isDryRun { try files.write(job, options, &report) }
      } catch {
        report.isFailed = true
        failure = error
      }
      reports.append(report)
      records.append(
        JobRecord(
          job: job, started: started,
          durationMilliseconds: Int64((MonotonicClock.nanoseconds() - clock) / 1_000_000),
          isDone: !report.isFailed, eventCount: report.eventCount,
          waitingCount: report.waitingCount))
      if failure != nil { break }
    }
    try tell(reports, in: try ledger.timeZone())
    if let calendar = options.calendar, failure == nil {
      try ledger.catchUp()
      try files.writeCalendar(to: calendar)
    }
    if let metrics {
      try ledger.catchUp()
      try write(metrics, .done, try JobMetrics.Standing(ledger, at: run.moment), records)
    }
    if let failure { throw failure }
    return status(after: reports)
  }

  /// Verifies the ledger, and tells what is wrong with it. Bytes behind the head are nobody's: whoever writes next puts them aside.
  private func verify() throws -> ExitStatus {
    let verification = try Ledger.verify(
      at: try session.ledgerPath(),
      progress: session.progress(Localized(en: "events read", sv: "händelser lästa")))
    let status = ExitStatus(verification.verdict)
    if status == .done || status == .tornTail { return .done }
    session.tell(Array(VerificationVerbs.damage(in: verification).prefix(20)))
    return status
  }

  private func status(after reports: [JobReport]) -> ExitStatus {
    if reports.flatMap(\.warnings).contains(where: Ledger.isContradiction) {
      return .contradictsWitness
    }
    if isDryRun { return .done }
    return reports.contains { $0.eventCount > 0 || $0.waitingCount > 0 }
      ? .findingsRecorded : .done
  }

  /// How much of what waits is told of one job in words: somebody reads it in the morning.
  private static let toldMax = 50

  private func tell(_ reports: [JobReport], in zone: TimeZoneRules) throws {
    if isDryRun {
      _ = try session.showDry(reports.flatMap(\.events))
    } else {
      try session.answer(Self.table(reports), in: zone)
    }
    var told: Set<Diagnostic> = []
    for report in reports {
      for (review, grants) in report.spared {
        session.tell(ReviewCourseVerbs.spared(grants, in: review))
      }
      var diagnostics = report.waiting
      if report.heldBackCount > 0 {
        diagnostics.append(
          VerbCodes.breaker.diagnostic(
            .init(en: "grants", sv: "tilldelningar", "\(report.heldBackCount)")))
      }
      let new = diagnostics.filter { told.insert($0).inserted }
      session.tell(new.prefix(Self.toldMax) + report.warnings.filter { told.insert($0).inserted })
      guard new.count > Self.toldMax else { continue }
      let left = new.count - Self.toldMax
      session.tell(
        Localized(
          en:
            "\(report.job.code): \(left) more wait. All of it: liggare view duties, liggare review due.",
          sv:
            "\(report.job.code): \(left) till väntar. Allt finns i: liggare view duties, liggare review due."
        ))
    }
  }

  private static func table(_ reports: [JobReport]) -> Table {
    var table = Table(
      name: "job_run", title: Localized(en: "Jobs", sv: "Jobb"),
      columns: [
        .identifier("job", Localized(en: "Job", sv: "Jobb")),
        Column(key: "outcome", title: Localized(en: "Outcome", sv: "Utfall")),
        .number("events", Localized(en: "Recorded", sv: "Registrerat")),
        .number("batches", Localized(en: "Batches", sv: "Omgångar")),
        .number("delivered", Localized(en: "Delivered", sv: "Levererat")),
        .number("waiting", Localized(en: "Waiting", sv: "Väntar")),
      ])
    for report in reports {
      table.append([
        .text("\(report.job.code)"), .word(code: "\(report.outcome.code)", report.outcome.word),
        .integer(report.eventCount), .integer(report.batchCount),
        .integer(report.deliveredCount), .integer(report.waitingCount),
      ])
    }
    return table
  }

  /// Writes what a monitor is told; of jobs that did not run now, what the file said before.
  private func write(
    _ path: String, _ verified: ExitStatus, _ standing: JobMetrics.Standing?,
    _ records: [JobRecord]
  ) throws {
    var known: [Job: JobRecord] = [:]
    do throws(Diagnostic) {
      let before = try WholeFile.read(path, bytesMax: Self.metricsBytesMax)
      known = JobMetrics.records(in: String(decoding: before, as: UTF8.self))
    } catch {
      // A file that is not there yet, or is no such file, remembers nothing.
      known = [:]
    }
    for record in records { known[record.job] = record }
    let page = JobMetrics(
      verificationStatus: Int(verified.rawValue), standing: standing, records: known)
    try ReplacedFile.write(Array(page.text.utf8), to: path, mode: 0o644)
  }

  private static let metricsBytesMax = 1 << 20

  private static let reason = Localized(
    en: "Noted late: the job had not run since the grant ended.",
    sv: "Noterat i efterhand: jobbet hade inte körts sedan tilldelningen upphörde.")
}
