public import AccessModel
public import Chronology
import Commands
import Diagnostics
import EventSourcing
public import EventStore
import Policies
import Projections

/// Looks for stale access and records what comes of it: what a night's job, or the custodian, calls.
///
/// Run again at the same moment it records nothing; nights that were left out make no difference to which flags stand.
public struct StaleRun {
  /// The moment that is looked at; `nil` for now.
  public var asOf: Instant?
  public var caseNumber: CaseNumber?
  /// The free text that says why, for a moment that is long past.
  public var reason: String?
  /// Whether to say what would be recorded, and record nothing.
  public var isDryRun: Bool
  /// The way it is asked for.
  public var channel: Channel

  /// The most steps in one batch; the ledger's own keeping has room beside them.
  static let stepsMax = 4_000

  public init(
    asOf: Instant? = nil, caseNumber: CaseNumber? = nil, reason: String? = nil,
    isDryRun: Bool = false, channel: Channel = .commandLine
  ) {
    self.asOf = asOf
    self.caseNumber = caseNumber
    self.reason = reason
    self.isDryRun = isDryRun
    self.channel = channel
  }

  /// Records what is new, in as many batches as it takes.
  ///
  /// - Throws: `ROL-01`, `INV-10`, and what recording throws. Batches kept before stand; run again it goes on.
  public func run(
    on ledger: Ledger, signedBy signer: some BatchSigner
  ) throws(LedgerError) -> StaleReport {
    try ledger.foldForAllGrants()
    // All of it is about one moment, however many batches it takes.
    let moment = asOf ?? max(ledger.ambient.now(), ledger.register.lastRecorded ?? .earliest)
    let scan = try StaleRun.scan(ledger, at: moment)
    var report = StaleReport(scan, in: ledger.register, isDryRun: isDryRun)
    guard !scan.steps.isEmpty else { return report }
    ledger.defersCheckpoint = true
    defer { ledger.defersCheckpoint = false }
    var recording = Recording(
      effective: moment, caseNumber: caseNumber, reason: reason, channel: channel,
      isDryRun: isDryRun
    ) { _ in
      [.init(.stale(.scan(ScanStale(stepsMax: StaleRun.stepsMax))))]
    }
    if isDryRun {
      report.events = try ledger.record(recording, signedBy: signer).events
      return report
    }
    var left = StaleRemainder(scan, at: moment, position: ledger.register.position)
    while !left.steps.isEmpty {
      recording.staleRemainder = left
      let receipt: RecordingReceipt
      do throws(LedgerError) {
        receipt = try ledger.record(recording, signedBy: signer)
      } catch {
        // Another process may have recorded the very same meanwhile.
        try ledger.foldChecked()
        guard try StaleRun.scan(ledger, at: moment).steps.isEmpty == false else { break }
        throw error
      }
      report.batchCount += 1
      let isUndisturbed =
        receipt.first == left.position
        && receipt.events.count == min(left.steps.count, StaleRun.stepsMax)
      if isUndisturbed {
        left.take(receipt.events.count)
      } else {
        left = StaleRemainder(
          try StaleRun.scan(ledger, at: moment), at: moment, position: ledger.register.position)
      }
    }
    if report.batchCount > 0 { report.warnings = ledger.endDeferring() }
    return report
  }

  private static func scan(
    _ ledger: Ledger, at moment: Instant
  ) throws(LedgerError) -> StaleScan {
    StaleScan(
      StaleInquiry(
        ledger.register, at: moment, in: try ledger.timeZone(),
        needWords: StatedTexts(ledger).words))
  }
}
