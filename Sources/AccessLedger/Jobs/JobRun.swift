import AccessModel
public import Chronology
import Commands
import Diagnostics
public import EventStore
import Policies
import Projections
import Transparency

/// Does what a timer is for, signed with the job's own key.
///
/// Everything that a job records it finds by a pure function of the register and the moment, and what is recorded is found no more: a job
/// that runs twice records nothing the second time, and one that was killed goes on where it stopped. Nights that were left out are made up
/// for, with the moments at which things happened.
public struct JobRun {
  /// The moment that all jobs of the run are about.
  public let moment: Instant
  /// What is given as the reason where something is noted so late that the rules want one.
  public let reason: String
  /// Whether to say what would be recorded, and record nothing.
  public let isDryRun: Bool

  /// When the disk that the ledger lies on is told to be filling up.
  public var capacityLimits = CapacityLimits()
  /// How those who must act are told; `nil` when nobody is.
  public var mail: MailRun?

  /// What somebody has to do, as it was last asked for: several jobs ask.
  let known = KnownDuties()

  /// The most steps in one batch; the ledger's own keeping has room beside them.
  static let stepsMax = 4_000

  public init(moment: Instant, reason: String, isDryRun: Bool = false) {
    self.moment = moment
    self.reason = reason
    self.isDryRun = isDryRun
  }

  /// Does one job.
  ///
  /// - Throws: `ROL-01` and `ROL-09` when the key may not record what the job records, and what recording throws. Batches kept before
  ///   stand; run again it goes on.
  public func run(
    _ job: Job, on ledger: Ledger, signedBy signer: some BatchSigner
  ) throws(LedgerError) -> JobReport {
    var report = JobReport(job)
    try ledger.foldForAllGrants()
    ledger.defersCheckpoint = true
    defer { ledger.defersCheckpoint = false }
    try job.work(self, ledger, signer, &report)
    if report.batchCount > 0 { report.warnings += ledger.endDeferring() }
    return report
  }

  /// Records what is due, batch by batch, until nothing is.
  ///
  /// - Parameter due: what is due by the register as it is; asked again before each batch, because others record as well.
  func record(
    on ledger: Ledger, signedBy signer: some BatchSigner, _ report: inout JobReport,
    due: @escaping (Ledger) throws(LedgerError) -> [Recording.Step]
  ) throws(LedgerError) {
    while true {
      let steps = try due(ledger)
      guard !steps.isEmpty else { return }
      let position = ledger.register.position
      let receipt: RecordingReceipt
      do throws(LedgerError) {
        receipt = try ledger.record(
          Recording(effective: moment, channel: .job, isDryRun: isDryRun) {
            ledger throws(LedgerError) in
            ledger.register.position == position ? steps : try due(ledger)
          }, signedBy: signer)
      } catch {
        // Another process may have recorded the very same meanwhile.
        try ledger.foldChecked()
        guard try !due(ledger).isEmpty else { return }
        throw error
      }
      report.eventCount += receipt.events.count
      report.warnings += receipt.warnings
      // What was due and comes to nothing would be due for ever.
      guard !receipt.events.isEmpty else { return }
      if isDryRun {
        report.events += receipt.events
        try ledger.foldChecked()
        return
      }
      report.batchCount += 1
    }
  }
}
