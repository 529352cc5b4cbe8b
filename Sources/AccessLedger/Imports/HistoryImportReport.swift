public import Diagnostics

/// What an import of history came to.
public struct HistoryImportReport {
  /// How many operations of one kind there were.
  public struct Count: Hashable, Sendable {
    /// In the file, as far as it was read.
    public var read = 0
    /// Recorded now; what would have been, in a dry run.
    public var recorded = 0
    /// Left alone because they were recorded already.
    public var skipped = 0
  }

  /// How often history broke one of the organisation's rules.
  public struct Finding: Sendable {
    public var count = 0
    /// The positions of the first events it was found at, at most ``positionsMax``.
    public var positions: [UInt64] = []
    /// The first of them, with its facts.
    public var first: Diagnostic

    public static let positionsMax = 5

    public var code: String { first.code }
  }

  public var isDryRun: Bool
  public internal(set) var counts: [HistoryOperationKind: Count] = [:]
  /// The number of events recorded; what would have been, in a dry run.
  public internal(set) var eventCount = 0
  public internal(set) var batchCount = 0
  /// By code.
  public internal(set) var findings: [String: Finding] = [:]
  /// Why the import did not reach the end of the file. Everything before stands; running it again goes on from there.
  public internal(set) var stop: LedgerError?
  /// What the recorder should know, though nothing was refused.
  public internal(set) var warnings: [Diagnostic] = []

  init(isDryRun: Bool) {
    self.isDryRun = isDryRun
  }

  /// All kinds together.
  public var total: Count {
    counts.values.reduce(into: Count()) {
      $0.read += $1.read
      $0.recorded += $1.recorded
      $0.skipped += $1.skipped
    }
  }

  /// The findings in the order of their codes.
  public var sortedFindings: [Finding] {
    findings.values.sorted { $0.code < $1.code }
  }

  mutating func merge(_ tally: HistoryTally, eventCount: Int) {
    batchCount += 1
    self.eventCount += eventCount
    for (kind, recorded) in tally.recorded { counts[kind, default: Count()].recorded += recorded }
    for (code, found) in tally.findings {
      guard var finding = findings[code] else {
        findings[code] = found
        continue
      }
      finding.count += found.count
      finding.positions += found.positions.prefix(
        Finding.positionsMax - finding.positions.count)
      findings[code] = finding
    }
  }
}

/// What one batch adds to the report once it is kept.
struct HistoryTally {
  var recorded: [HistoryOperationKind: Int] = [:]
  var findings: [String: HistoryImportReport.Finding] = [:]

  mutating func note(_ violation: Diagnostic, at position: UInt64) {
    findings[violation.code, default: .init(first: violation)].note(position)
  }
}

extension HistoryImportReport.Finding {
  fileprivate mutating func note(_ position: UInt64) {
    count += 1
    if positions.count < HistoryImportReport.Finding.positionsMax { positions.append(position) }
  }
}
